# SPDX-License-Identifier: GPL-3.0-or-later
"""The built program as a process, and folders for one test. PHAROS_BIN names the program."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.request

PHAROS = os.environ.get("PHAROS_BIN", "pharos")
DONE, FINDINGS, WRONG_USE, CANNOT = 0, 1, 2, 3


def run(*arguments, timeout=120, env=None):
    """The finished process, with text output; arguments may be bytes."""
    return subprocess.run([PHAROS, *arguments], capture_output=True, timeout=timeout, check=False, env=env)


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


class DeskCase(Case):
    """A help center with its desk, started and stopped by the test."""

    def setUp(self):
        super().setUp()
        self.state = self.folder / "state"
        self.tree(GOOD_TREE)
        self.build()

    def start(self, *more):
        process = subprocess.Popen(
            [PHAROS, "serve", "--index", self.index, "--state", self.state, "--listen", "127.0.0.1:0", "--quiet", *more],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        line = process.stdout.readline()
        self.assertIn("http://", line)
        self.address = line[line.index("http://") :].strip().rstrip("/")
        return process

    def stop(self, process):
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=30), DONE)

    def call(self, method, path, body=None, headers=None, expect=200):
        request = urllib.request.Request(self.address + path, method=method)
        for name, value in {"User-Agent": "Mozilla/5.0 (test)", **(headers or {})}.items():
            request.add_header(name, value)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                status, text = error.code, error.read()
        self.assertEqual(status, expect, text.decode(errors="replace"))
        return json.loads(text) if text else None

    def rate(self, helpful, agent="Mozilla/5.0 (test)", expect=201):
        return self.call(
            "POST",
            "/api/v1/articles/account/reset/ratings",
            {"language": "en", "helpful": helpful},
            {"User-Agent": agent},
            expect,
        )

    def open_ticket(self, message="My deposit is not credited, where is it?", key="key-1", expect=201):
        body = {"language": "en", "message": message, "email": "reader@example.com", "category": "deposits"}
        return self.call("POST", "/api/v1/tickets", body, {"Idempotency-Key": key}, expect)
