#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pharos backup, and putting a backup back, as an operator does it."""

import json
import shutil
import unittest
import urllib.request
import uuid

from program import CANNOT, DONE, FINDINGS, WRONG_USE, DeskCase, run


class Backup(DeskCase):
    def setUp(self):
        super().setUp()
        self.to = self.folder / "backup"

    def open_ticket_with_file(self, text):
        """The new ticket's code; the file is a plain text."""
        boundary = uuid.uuid4().hex
        fields = {"language": "en", "message": "Where is my deposit?", "email": "a@example.org"}
        lines = []
        for name, value in fields.items():
            lines += [f"--{boundary}", f'Content-Disposition: form-data; name="{name}"', "", value]
        lines += [f"--{boundary}", 'Content-Disposition: form-data; name="files"; filename="receipt.txt"']
        lines += ["Content-Type: text/plain", "", text, f"--{boundary}--", ""]
        request = urllib.request.Request(self.address + "/api/v1/tickets", "\r\n".join(lines).encode())
        request.add_header("Content-Type", "multipart/form-data; boundary=" + boundary)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())["code"]

    def file_of(self, code):
        url = self.call("GET", "/api/v1/tickets/" + code)["messages"][0]["attachments"][0]["url"]
        with urllib.request.urlopen(self.address + url, timeout=30) as answer:
            return answer.read().decode()

    def test_what_is_backed_up_beside_a_running_server_can_be_put_back(self):
        process = self.start()
        code = self.open_ticket_with_file("paid in full")
        self.rate(True)
        done = run("backup", "--state", self.state, self.to, "--json")
        self.assertEqual(done.returncode, DONE, done.stderr)
        told = json.loads(done.stdout)
        self.assertEqual((told["attachments"], told["damaged"]), (1, []))
        self.assertEqual(self.to.stat().st_mode & 0o777, 0o700)
        self.rate(False, expect=200)
        self.stop(process)
        shutil.rmtree(self.state)
        shutil.copytree(self.to, self.state)
        process = self.start()
        self.assertEqual(self.file_of(code), "paid in full")
        self.assertEqual(self.rate(True, agent="Mozilla/5.0 (another)")["helpful"], 2)
        self.stop(process)

    def test_a_damaged_attachment_is_named_and_the_rest_is_copied(self):
        process = self.start()
        self.open_ticket_with_file("paid in full")
        self.stop(process)
        attachment = next(path for path in (self.state / "attachments").rglob("*") if path.is_file())
        attachment.write_text("paid in fall")
        done = run("backup", "--state", self.state, self.to)
        self.assertEqual(done.returncode, FINDINGS, done.stderr)
        self.assertIn(attachment.name, done.stdout.decode())
        self.assertTrue((self.to / "desk.sqlite").exists())

    def test_nothing_is_written_over_and_nothing_half_is_left(self):
        self.fails(CANNOT, "there is no store yet", "backup", "--state", self.folder / "nowhere", self.to)
        self.assertFalse(self.to.exists())
        self.to.mkdir()
        self.fails(WRONG_USE, "is there already", "backup", "--state", self.state, self.to)
        self.fails(WRONG_USE, "pg_dump", "backup", "--store", "postgresql://localhost/pharos", self.folder / "pg")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["backup", "content", "index"])


if __name__ == "__main__":
    unittest.main()
