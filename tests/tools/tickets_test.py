#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tickets and forget, beside a running server and without one."""

import json
import signal
import subprocess
import unittest
import urllib.error
import urllib.request

from program import CANNOT, DONE, GOOD_TREE, PHAROS, WRONG_USE, Case, run

UNKNOWN = "0000-0000-0000-0000"
SUBJECT = "Money \u009b2J gone\u202e"  # marks that rewrite a terminal, which an API client may send


class Desk(Case):
    def setUp(self):
        super().setUp()
        self.state = self.folder / "state"
        self.tree(GOOD_TREE)

    def serve(self):
        process = subprocess.Popen(
            [PHAROS, "serve", self.content, "--index", self.index, "--state", self.state, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        line = process.stdout.readline()
        self.assertIn("http://", line)
        self.server = line[line.index("http://") :].strip()
        return process

    def stop(self, process):
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=30), DONE)

    def call(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.server + path, data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def open_ticket(self):
        body = {"language": "en", "subject": SUBJECT, "message": "It is not here.\nHelp!", "email": "a@example.org"}
        return self.call("api/v1/tickets", body)["code"]

    def tickets(self, *arguments, code=DONE):
        return self.answer("tickets", *arguments, "--state", self.state, "--json", code=code)

    def test_a_ticket_is_listed_shown_answered_and_solved_beside_the_server_and_without_it(self):
        process = self.serve()
        code = self.open_ticket()
        other = self.open_ticket()
        self.assertEqual({t["code"] for t in self.tickets("list")["tickets"]}, {code, other})
        shown = self.tickets("show", code.lower().replace("-", " "))
        self.assertEqual(shown["code"], code)
        self.assertEqual(shown["messages"][0]["text"], "It is not here.\nHelp!")
        self.assertEqual(len(shown["handovers"]), 1)

        # The server holds the store, and does it.
        self.assertEqual(self.tickets("answer", code, "It is on its way.", "--author", "Mira")["state"], "answered")
        self.assertEqual(self.call(f"api/v1/tickets/{code}")["messages"][1]["text"], "It is on its way.")
        self.fails(CANNOT, UNKNOWN, "tickets", "solve", UNKNOWN, "--state", self.state)
        self.fails(CANNOT, UNKNOWN, "tickets", "retry", UNKNOWN, "--state", self.state)
        self.assertEqual(self.tickets("retry", "--all")["due"], 0)
        self.stop(process)

        self.assertEqual(self.tickets("solve", code)["state"], "solved")
        self.assertEqual([t["code"] for t in self.tickets("list", "--status", "solved")["tickets"]], [code])
        self.assertEqual(self.tickets("list", "--dead")["tickets"], [])
        self.assertEqual(self.tickets("list", "--to", "2020-01-01")["tickets"], [])
        self.assertEqual(len(self.tickets("list", "--most", "1")["tickets"]), 1)
        for verb in (["list"], ["show", code]):
            done = run("tickets", *verb, "--state", self.state)
            self.assertEqual(done.returncode, DONE, done.stderr.decode())
            text = done.stdout.decode()
            self.assertIn(code, text)
            self.assertIn("Money", text)
            for harmful in ("\u009b", "\u202e"):
                self.assertNotIn(harmful, text)

    def test_a_forgotten_ticket_is_gone(self):
        process = self.serve()
        code, other = self.open_ticket(), self.open_ticket()
        self.assertEqual(self.answer("forget", "--ticket", code, "--state", self.state, "--json")["tickets"], 1)
        with self.assertRaises(urllib.error.HTTPError):
            self.call(f"api/v1/tickets/{code}")
        self.stop(process)
        self.assertEqual([t["code"] for t in self.tickets("list")["tickets"]], [other])
        self.fails(CANNOT, code, "forget", "--ticket", code, "--state", self.state)
        done = run("forget", "--ticket", other, "--state", self.state)
        self.assertEqual(done.returncode, DONE)
        self.assertIn("removed 1 tickets", done.stdout.decode())
        self.assertEqual(self.answer("forget", "--session", "s-1", "--state", self.state, "--json")["tickets"], 0)

    def test_wrong_use_is_told(self):
        for words, arguments in [
            ("CODE", ["tickets", "show", "7K3M"]),
            ("CODE", ["tickets", "retry"]),
            ("--status", ["tickets", "list", "--status", "open"]),
            ("--from", ["tickets", "list", "--from", "yesterday"]),
            ("--ticket", ["forget"]),
            ("--ticket", ["forget", "--ticket", "x"]),
            ("--ticket", ["forget", "--ticket", UNKNOWN, "--session", "s"]),
        ]:
            with self.subTest(arguments=arguments):
                self.fails(WRONG_USE, words, *arguments, "--state", self.state)
        self.assertEqual(run("tickets").returncode, WRONG_USE)

    def test_without_a_store_nothing_is_made_by_looking(self):
        self.fails(CANNOT, "desk.sqlite", "tickets", "list", "--state", self.state)
        self.assertFalse(self.state.exists())


if __name__ == "__main__":
    unittest.main(verbosity=1)
