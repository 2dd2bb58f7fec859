#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""serve and preview as processes: address, answers, signals."""

import json
import signal
import socket
import subprocess
import unittest
import urllib.request

from program import CANNOT, DONE, GOOD_TREE, PHAROS, Case


class Serve(Case):
    def start(self, *arguments):
        process = subprocess.Popen([PHAROS, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        line = process.stdout.readline()
        self.assertIn("http://", line)
        return process, line[line.index("http://") :].strip()

    def get(self, address):
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.read().decode()

    def stop(self, process):
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=30), DONE)

    def test_serve_builds_what_is_missing_answers_and_stops_on_a_signal(self):
        self.tree(GOOD_TREE)
        process, address = self.start(
            "serve", self.content, "--index", self.index, "--state", self.folder / "state", "--listen", "127.0.0.1:0"
        )
        self.assertIn("Reset your password", self.get(address + "en/account/reset"))
        self.assertEqual(json.loads(self.get(address + "api/v1/search?q=password&lang=en"))["total"], 1)
        self.stop(process)

    def test_a_port_in_use(self):
        self.tree(GOOD_TREE)
        self.build()
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            address = f"127.0.0.1:{taken.getsockname()[1]}"
            self.fails(
                CANNOT,
                [address.split(":")[1], "in use"],
                *["serve", "--index", self.index, "--state", self.folder / "state", "--listen", address],
            )

    def test_nothing_to_serve(self):
        self.fails(CANNOT, "CONTENT", "serve", "--index", self.index, "--listen", "127.0.0.1:0")

    def test_preview_shows_drafts(self):
        self.tree({**GOOD_TREE, "en/draft.md": "---\ntitle: Draft page\ndraft: true\n---\nNot yet.\n"})
        process, address = self.start("preview", self.content, "--listen", "127.0.0.1:0")
        self.assertIn("Draft page", self.get(address + "en/draft"))
        self.stop(process)


if __name__ == "__main__":
    unittest.main(verbosity=1)
