# SPDX-License-Identifier: GPL-3.0-or-later
"""The built program as a process, and folders for one test. PHAROS_BIN names the program."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PHAROS = os.environ.get("PHAROS_BIN", "pharos")
DONE, FINDINGS, WRONG_USE, CANNOT = 0, 1, 2, 3


def run(*arguments, timeout=120):
    """The finished process, with text output; arguments may be bytes."""
    return subprocess.run([PHAROS, *arguments], capture_output=True, timeout=timeout, check=False)


def write(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


GOOD_TREE = {
    "pharos.yml": "languages: [en, {tag: zh-Hans, fallback: [en]}]\ndefault_language: en\n",
    "en/_index.md": "---\ntitle: Help\n---\n",
    "en/account/_index.md": "---\ntitle: Account\n---\n",
    "en/account/reset.md": "---\ntitle: Reset your password\nquestions: [I forgot my password]\n---\n"
    "Choose a new password.\n\n## By e-mail\n\nWe send a link.\n",
    "en/deposits/late.md": "---\ntitle: Deposit not credited\n---\nWait for <b>confirmations</b>.\n",
    "zh-Hans/account/reset.md": "---\ntitle: 重置密码\n---\n设置新密码。\n",
}


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pharos-verbs-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.content = self.folder / "content"
        self.index = self.folder / "index"
        self.content.mkdir()

    def tree(self, files):
        write(self.content, files)
        return self.content

    def build(self, *options, expect=DONE):
        done = run("build", self.content, "--index", self.index, "--quiet", *options)
        self.assertEqual(done.returncode, expect, done.stderr.decode())
        return done

    def fails(self, code, words, *arguments):
        """The verb ends with that code, says those words on standard error and nothing on standard output."""
        done = run(*arguments)
        message = done.stderr.decode(errors="replace")
        self.assertEqual(done.returncode, code, message + done.stdout.decode(errors="replace"))
        for word in [words] if isinstance(words, str) else words:
            self.assertIn(word, message)
        self.assertEqual(done.stdout, b"")
        self.assertLess(len(message), 2000)
        return message

    def answer(self, *arguments, code=DONE):
        done = run(*arguments)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        return json.loads(done.stdout)
