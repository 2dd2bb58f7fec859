#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Readers' questions and reports on the command line: beside a running server and without it."""

import json
import signal
import subprocess
import unittest
import urllib.request

from program import CANNOT, DONE, GOOD_TREE, PHAROS, WRONG_USE, Case, run


class Questions(Case):
    def setUp(self):
        super().setUp()
        self.state = self.folder / "state"
        self.tree(GOOD_TREE)
        self.build()
        self.process = subprocess.Popen(
            [PHAROS, "serve", "--index", self.index, "--state", self.state, "--listen", "127.0.0.1:0", "--quiet"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.addCleanup(self.process.stdout.close)
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.kill)
        line = self.process.stdout.readline()
        self.address = line[line.index("http://") :].strip().rstrip("/")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.process.wait(timeout=30), DONE)

    def ask(self, text, agent="Mozilla/5.0 (test)", **fields):
        request = urllib.request.Request(
            self.address + "/api/v1/questions",
            data=json.dumps({"language": "en", "text": text, **fields}).encode(),
            headers={"Content-Type": "application/json", "User-Agent": agent},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            self.assertIn(answer.status, (200, 201))

    def verb(self, *arguments, expect=DONE):
        done = run("questions", *arguments, "--state", self.state)
        self.assertEqual(done.returncode, expect, done.stderr.decode() + done.stdout.decode())
        return done.stdout.decode()

    def listed(self, only="open"):
        questions = json.loads(self.verb("list", "--only", only, "--json"))["questions"]
        return {question["text"]: question for question in questions}

    def test_editors_list_merge_reject_and_accept_beside_a_server_and_without_it(self):
        self.ask("Why: is my deposit late?", category="deposits")
        self.ask("why is my deposit LATE", agent="Mozilla/5.0 (other)")
        self.ask("my deposit is late, why")
        self.ask("can I pay\n- by \u202ecard?")
        self.ask("buy my coin")
        listed = self.listed()
        self.assertEqual(len(listed), 4)
        late = listed["Why: is my deposit late?"]
        self.assertEqual((late["askers"], late["category"]), (2, "deposits"))
        self.assertIn("can I pay - by card?\n", self.verb("list"))
        self.assertIn("asked by: 2 readers", self.verb("show", late["id"]))

        same = listed["my deposit is late, why"]
        pairs = json.loads(self.verb("duplicates", "--index", self.index, "--json"))["duplicates"]
        self.assertEqual([{pair["id"], pair["like"]} for pair in pairs], [{late["id"], same["id"]}])
        self.assertIn(late["id"], self.verb("duplicates"))
        self.verb("merge", same["id"], late["id"])
        self.assertEqual(self.listed("merged")["my deposit is late, why"]["merged_into"], late["id"])

        self.verb("reject", listed["buy my coin"]["id"], "--reason", "an \"advertisement\"\\")
        self.assertEqual(self.listed("rejected")["buy my coin"]["note"], 'an "advertisement"\\')
        self.verb("reject", listed["buy my coin"]["id"], "--reason", "again", expect=CANNOT)
        self.verb("accept", listed["buy my coin"]["id"], self.content, expect=CANNOT)

        self.verb("accept", late["id"], self.content)
        draft = self.content / "en/deposits/why-is-my-deposit-late.md"
        self.assertIn('  - "Why: is my deposit late?"\n', draft.read_text())
        accepted = self.listed("accepted")["Why: is my deposit late?"]
        self.assertEqual(accepted["note"], "en/deposits/why-is-my-deposit-late.md")
        self.stop()

        card = self.listed()
        self.assertEqual(len(card), 1)
        (card,) = card.values()
        late_article = self.content / "en/deposits/late.md"
        before = late_article.read_text()
        self.verb("accept", card["id"], self.content, "--article", "none", expect=CANNOT)
        self.verb("accept", card["id"], self.content, "--article", "../x", expect=WRONG_USE)
        self.assertEqual(late_article.read_text(), before)
        self.verb("accept", card["id"], self.content, "--article", "deposits/late")
        self.assertIn("questions:\n", late_article.read_text())
        self.assertEqual(self.listed(), {})
        self.assertEqual(run("lint", self.content).returncode, DONE)
        self.build()

    def test_what_is_wrong_is_told(self):
        self.ask("why")
        (question,) = self.listed().values()
        self.verb("show", "q-unknown", expect=CANNOT)
        self.verb("merge", question["id"], question["id"], expect=WRONG_USE)
        self.verb("merge", question["id"], "q-unknown", expect=CANNOT)
        self.verb("accept", question["id"], self.content, "--category", "nowhere", expect=WRONG_USE)
        self.verb("accept", question["id"], self.folder / "nothing", expect=CANNOT)
        self.verb("list", "--only", "some", expect=WRONG_USE)
        self.assertEqual(list(self.content.glob("en/why*")), [])
        self.assertEqual(run("questions").returncode, WRONG_USE)
        self.stop()

    def test_reports_in_words_and_json(self):
        with urllib.request.urlopen(self.address + "/api/v1/search?lang=en&q=zebra", timeout=30):
            pass
        self.stop()
        done = run("report", "--state", self.state)
        self.assertEqual(done.returncode, DONE, done.stderr)
        for words in ("zebra", "self_service_percent", "nothing\n"):
            self.assertIn(words, done.stdout.decode())
        done = run("report", "searches", "--state", self.state, "--days", "1", "--json")
        report = json.loads(done.stdout)
        self.assertEqual([table["name"] for table in report["reports"]], ["searches"])
        (row,) = report["reports"][0]["rows"]
        self.assertEqual(dict(zip(report["reports"][0]["columns"], row))["without_result"], "1")
        self.fails(WRONG_USE, "NAME", "report", "nonsense", "--state", self.state)
        self.fails(WRONG_USE, "--days", "report", "--days", "0", "--state", self.state)
        self.fails(CANNOT, "elsewhere", "report", "--state", self.folder / "elsewhere")


if __name__ == "__main__":
    unittest.main(verbosity=1)
