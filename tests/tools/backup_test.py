# SPDX-License-Identifier: GPL-3.0-or-later
"""pharos backup, and putting a backup back, as an operator does it."""

import hashlib
import json
import shutil
import sqlite3
import unittest

from program import CANNOT, DONE, FINDINGS, GOOD_TREE, WRONG_USE, Case, run


class Backup(Case):
    def setUp(self):
        super().setUp()
        self.state = self.folder / "state"
        self.to = self.folder / "backup"

    def make_state(self):
        """A store as the program makes it, with a row and an attachment."""
        from serving_test import Serve  # pylint: disable=import-outside-toplevel

        self.tree(GOOD_TREE)
        server = Serve()
        server.folder, server.content, server.index = self.folder, self.content, self.index
        server.addCleanup = self.addCleanup
        process, _ = server.start("serve", self.content, "--index", self.index, "--state", self.state)
        server.stop(process)
        with sqlite3.connect(self.state / "desk.sqlite") as store:
            store.execute("INSERT INTO reader_salts VALUES (1, 'salt')")
        store.close()
        content = b"a receipt"
        name = hashlib.sha256(content).hexdigest()
        (self.state / "attachments").mkdir(exist_ok=True)
        (self.state / "attachments" / name).write_bytes(content)
        return self.state / "attachments" / name

    def test_what_is_backed_up_can_be_put_back(self):
        attachment = self.make_state()
        done = run("backup", "--state", self.state, self.to, "--json")
        self.assertEqual(done.returncode, DONE, done.stderr)
        told = json.loads(done.stdout)
        self.assertEqual((told["attachments"], told["attachment_bytes"], told["damaged"]), (1, 9, []))
        self.assertEqual(self.to.stat().st_mode & 0o777, 0o700)
        shutil.rmtree(self.state)
        shutil.copytree(self.to, self.state)
        self.assertEqual(attachment.read_bytes(), b"a receipt")
        again = self.folder / "again"
        self.assertEqual(run("backup", "--state", self.state, again).returncode, DONE)
        store = sqlite3.connect(again / "desk.sqlite")
        self.assertEqual(store.execute("SELECT salt FROM reader_salts").fetchall(), [("salt",)])
        store.close()

    def test_a_damaged_attachment_is_named_and_the_rest_is_copied(self):
        attachment = self.make_state()
        attachment.write_bytes(b"a rec3ipt")
        done = run("backup", "--state", self.state, self.to)
        self.assertEqual(done.returncode, FINDINGS)
        self.assertIn(attachment.name, done.stdout.decode())
        self.assertTrue((self.to / "desk.sqlite").exists())

    def test_nothing_is_written_over_and_nothing_half_is_left(self):
        self.fails(CANNOT, "there is no store yet", "backup", "--state", self.folder / "nowhere", self.to)
        self.assertFalse(self.to.exists())
        self.to.mkdir()
        self.fails(WRONG_USE, "is there already", "backup", "--state", self.state, self.to)
        self.fails(WRONG_USE, "pg_dump", "backup", "--store", "postgresql://localhost/pharos", self.folder / "pg")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["backup", "content"])


if __name__ == "__main__":
    unittest.main()
