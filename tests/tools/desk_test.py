#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk of a running server, and the verbs beside it: what was acknowledged is there after a restart, is handed on
once, and can be listed, answered, forgotten and learnt from."""

import contextlib
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import time
import unittest
import urllib.error
import urllib.request

from program import CANNOT, DONE, PHAROS, WRONG_USE, DeskCase, run


class Desk(DeskCase):
    def operator(self, path, expect=200):
        token = (self.state / "operator-token").read_text().strip()
        return self.call("GET", path, headers={"Authorization": "Bearer " + token}, expect=expect)

    def wait_for(self, what, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if what():
                return
            time.sleep(0.05)
        self.fail("it did not happen in time")

    def handed_on(self):
        path = self.state / "tickets.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def test_what_was_acknowledged_survives_kill_and_is_handed_on_once(self):
        process = self.start()
        self.rate(True)
        code = self.open_ticket()["code"]
        process.kill()
        process.wait()
        process = self.start()
        self.assertEqual(self.rate(False, expect=200)["unhelpful"], 1)
        again = self.open_ticket(expect=200)
        self.assertEqual(again["code"], code)
        self.open_ticket("Something else", expect=422)
        self.wait_for(lambda: self.call("GET", "/api/v1/tickets/" + code)["state"] == "handed-on")
        self.stop(process)
        self.assertEqual([code in json.dumps(line) for line in self.handed_on()], [True])

    def test_what_is_beyond_its_days_is_deleted_and_nothing_else(self):
        process = self.start()
        session = {"Pharos-Session": "00112233445566778899aabbccddeeff"}
        search = self.call("GET", "/api/v1/search?q=password&lang=en", headers=session)["search_id"]
        urllib.request.urlopen(urllib.request.Request(
            self.address + f"/en/account/reset?from={search}&rank=1", headers={**session, "User-Agent": "Mozilla/5.0"}
        )).close()
        self.rate(True)
        code = self.open_ticket()["code"]
        self.stop(process)

        def kept():
            with contextlib.closing(sqlite3.connect(self.state / "desk.sqlite")) as store:
                return [store.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("searches", "views")]

        with contextlib.closing(sqlite3.connect(self.state / "desk.sqlite")) as store, store:
            for table in ("searches", "views"):
                store.execute(f"UPDATE {table} SET at = at - 10 * 86400")
        self.stop(self.start())
        self.assertEqual(kept(), [1, 1])
        self.stop(self.start("--keep-days", "11"))
        self.assertEqual(kept(), [1, 1])
        process = self.start("--keep-days", "9")
        self.wait_for(lambda: kept() == [0, 0])
        self.assertEqual(self.call("GET", "/api/v1/tickets/" + code)["code"], code)
        self.rate(True, expect=200)
        self.stop(process)

    def test_a_slip_in_state_or_token_is_told_and_makes_nothing(self):
        process = self.start()
        for verb in (["tickets", "retry", "--all"], ["questions", "reject", "q-1ng7h0p8jrdks", "--reason", "no"]):
            self.fails(CANNOT, "no store", *verb, "--state", self.folder / "stat")
        self.assertFalse((self.folder / "stat").exists())
        result = run("tickets", "retry", "--all", "--state", self.state,
                     env={**os.environ, "PHAROS_OPERATOR_TOKEN": "another-secret-of-somebody"})
        self.assertEqual(result.returncode, CANNOT)
        self.assertIn(b"PHAROS_OPERATOR_TOKEN", result.stderr)
        self.stop(process)
        self.assertEqual(run("tickets", "retry", "--all", "--state", self.state).returncode, DONE)

    def test_verbs_work_beside_a_running_server_and_without_it(self):
        process = self.start()
        code = self.open_ticket()["code"]
        listed = self.answer("tickets", "list", "--state", self.state, "--json")
        self.assertIn(code, json.dumps(listed))
        self.assertEqual(
            run("tickets", "answer", code, "We found it.", "--author", "Mina", "--state", self.state).returncode, DONE
        )
        seen = self.call("GET", "/api/v1/tickets/" + code)
        self.assertEqual((seen["state"], seen["messages"][-1]["text"]), ("answered", "We found it."))
        self.stop(process)
        self.assertEqual(run("tickets", "solve", code, "--state", self.state).returncode, DONE)
        shown = run("tickets", "show", code, "--state", self.state)
        self.assertIn("solved", shown.stdout.decode())
        self.assertEqual(run("forget", "--ticket", code, "--state", self.state).returncode, DONE)
        self.fails(CANNOT, "ticket", "tickets", "show", code, "--state", self.state)

    def test_an_operator_needs_the_token(self):
        process = self.start()
        self.call("GET", "/api/v1/reports/rates", expect=401)
        self.assertTrue(self.operator("/api/v1/reports/rates"))
        self.assertEqual((self.state / "operator-token").stat().st_mode & 0o777, 0o600)
        self.stop(process)

    def test_reports_say_what_was_searched_in_vain(self):
        process = self.start()
        self.call("GET", "/api/v1/search?lang=en&q=zebra")
        self.call("GET", "/api/v1/search?lang=en&q=zebra")
        self.stop(process)
        report = run("report", "searches", "--state", self.state)
        self.assertEqual(report.returncode, DONE, report.stderr)
        self.assertIn("zebra", report.stdout.decode())

    def test_votes_reach_the_next_build_and_say_so(self):
        process = self.start()
        for i in range(25):
            self.call(
                "POST",
                "/api/v1/articles/account/reset/ratings",
                {"language": "en", "helpful": True},
                {"User-Agent": f"Mozilla/5.0 (reader {i})"},
                201 if i < 20 else 429,
            )
        self.stop(process)
        self.build("--state", self.state)
        explained = run("explain", "--index", self.index, "--lang", "en", "password", "--article", "account/reset")
        self.assertIn("helpful", explained.stdout.decode())

    def test_a_second_server_on_the_same_state_is_refused_and_says_by_whom(self):
        process = self.start()
        message = self.fails(
            CANNOT, "process", "serve", "--index", self.index, "--state", self.state, "--listen", "127.0.0.1:0"
        )
        self.assertIn(str(process.pid), message)
        self.stop(process)

    def test_a_server_without_a_desk_takes_nothing_and_says_so(self):
        process = subprocess.Popen(
            [PHAROS, "serve", "--index", self.index, "--no-desk", "--listen", "127.0.0.1:0", "--quiet"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=self.folder,
        )
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.address = process.stdout.readline().split("http://")[1].strip().rstrip("/")
        self.address = "http://" + self.address
        self.rate(True, expect=503)
        self.call("GET", "/api/v1/search?lang=en&q=password")
        self.stop(process)
        self.assertEqual([path.name for path in pathlib.Path(self.folder).glob("state*")], [])

    def test_a_wrong_code_is_wrong_use(self):
        self.fails(WRONG_USE, "code", "tickets", "solve", "not-a-code", "--state", self.state)


if __name__ == "__main__":
    unittest.main(verbosity=1)
