#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""serve and preview as processes: address, answers, signals."""

import json
import signal
import socket
import subprocess
import time
import unittest
import urllib.request

from program import CANNOT, DONE, GOOD_TREE, PHAROS, Case, run


class Serve(Case):
    def start(self, *arguments, errors=subprocess.DEVNULL):
        process = subprocess.Popen([PHAROS, *arguments], stdout=subprocess.PIPE, stderr=errors, text=True)
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

    def test_gateways_that_were_changed_wait_for_a_restart_and_it_is_said(self):
        settings = "default_language: en\nlanguages: [en]\ngateways:\n  - {kind: file, name: desk, path: %s}\n"
        self.tree({**GOOD_TREE, "pharos.yml": settings % "a.jsonl"})
        self.build()
        log = open(self.folder / "log", "w+")
        self.addCleanup(log.close)
        process, address = self.start(
            "serve", "--index", self.index, "--state", self.folder / "state", "--listen", "127.0.0.1:0", "--quiet",
            errors=log,
        )
        ready = lambda: json.loads(self.get(address + "readyz"))
        self.assertEqual(ready()["desk_notice"], "")

        def rebuild(text):
            before = ready()["generation"]
            self.tree({**GOOD_TREE, "pharos.yml": text})
            self.build()
            process.send_signal(signal.SIGHUP)
            deadline = time.monotonic() + 30
            while ready()["generation"] == before and time.monotonic() < deadline:
                time.sleep(0.05)
            time.sleep(0.2)  # what it says comes right after

        rebuild((settings % "b.jsonl") + "  - {kind: file, name: more, path: c.jsonl}\n")
        self.assertIn("restart", ready()["desk_notice"])
        said = (self.folder / "log").read_text()
        self.assertIn("desk was changed, more is new", said)
        rebuild(settings % "a.jsonl")
        self.assertEqual(ready()["desk_notice"], "")
        self.stop(process)

    def test_what_waits_for_a_gateway_that_is_gone_is_said_at_the_start_and_goes_on_when_it_is_back(self):
        settings = "default_language: en\nlanguages: [en]\ngateways:\n  - {kind: %s, name: %s}\n"
        nowhere = 'webhook, url: "http://127.0.0.1:9/", secret_file: %s, allow_private: true' % (self.folder / "key")
        (self.folder / "key").write_text("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n")

        def serve(kind, name):
            self.tree({**GOOD_TREE, "pharos.yml": settings % (kind, name)})
            self.build()
            self.log = self.folder / "log"
            with open(self.log, "w") as log:
                return self.start("serve", "--index", self.index, "--state", self.folder / "state", "--listen",
                                  "127.0.0.1:0", "--quiet", errors=log)

        process, address = serve(nowhere, "old")
        body = b'{"language":"en","message":"Where is it?","email":"reader@example.com"}'
        code = json.loads(urllib.request.urlopen(urllib.request.Request(
            address + "api/v1/tickets", body, {"Content-Type": "application/json"}), timeout=30).read())["code"]
        self.stop(process)
        process, _ = serve("file", "new")
        self.stop(process)
        self.assertIn("1 hand-over waits for the gateway old", self.log.read_text())
        process, address = serve("file", "old")
        self.assertEqual(run("tickets", "retry", code, "--state", self.folder / "state").returncode, DONE)
        deadline = time.monotonic() + 20
        while '"handed-on"' not in self.get(address + "api/v1/tickets/" + code) and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertIn('"handed-on"', self.get(address + "api/v1/tickets/" + code))
        self.stop(process)
        self.assertNotIn("waits for", self.log.read_text())

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
