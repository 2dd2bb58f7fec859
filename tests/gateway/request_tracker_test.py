#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand-overs to a real Request Tracker of this machine (tools/request-tracker-for-tests): what was sent, what arrived,
and what came back."""

import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import urllib.request

sys.dont_write_bytecode = True
import gateway_program  # noqa: E402

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "tools" / "request-tracker-for-tests"
CODE = "7K3M-9QWX-2HTR-5VBN"
TICKET = {
    "id": "out-1",
    "code": CODE,
    "language": "zh-Hans",
    "subject": "提现一直没有到账 «срочно»",
    "email": "reader@example.org",
    "message": "我昨天提现了 0.5 BTC,\n还没有到账。",
    "priority": "urgent",
    "queue": "payments",
}


class RequestTracker(gateway_program.Case):
    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="pharos-rt-"))
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        with open(folder / "script.log", "wb") as log:
            server = subprocess.Popen([SCRIPT, folder / "rt"], stdout=subprocess.PIPE, stderr=log, text=True)
        cls.addClassCleanup(cls.end, server)
        line = server.stdout.readline()
        if not line:
            raise AssertionError("Request Tracker did not start: " + (folder / "script.log").read_text())
        cls.settings = json.loads(line)

    def setUp(self):
        super().setUp()
        self.rt = dict(self.settings)
        self.options = {"url": self.rt["url"], "queue": "Payments", "token_env": "RT_TOKEN", "timeout": "30"}

    @staticmethod
    def end(server):
        server.terminate()
        server.wait(30)
        server.stdout.close()

    def hand_over(self, *steps):
        return self.drive("request-tracker", self.options, list(steps), {"RT_TOKEN": self.rt["token"]})

    def call(self, path, body=None, token="staff_token"):
        request = urllib.request.Request(
            self.rt["url"] + "/REST/2.0" + path,
            data=json.dumps(body).encode() if body is not None else None,
            headers={"Authorization": "token " + self.rt[token], "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def tickets(self):
        query = urllib.parse.quote(f"Subject LIKE '{CODE}'")
        return self.call(f"/tickets?fields=Subject,Priority,Requestor&query={query}")["items"]

    def test_a_ticket_goes_there_once_and_its_answers_come_back(self):
        picture = gateway_program.attachment("截图 1.png", gateway_program.PNG)
        first, again = self.hand_over(
            {"deliver": {**TICKET, "attachments": [picture]}}, {"deliver": {**TICKET, "attachments": [picture]}}
        )
        self.assertEqual(first["outcome"], "delivered", first)
        self.assertEqual(first["notes"], [])
        self.assertEqual(again["remote_id"], first["remote_id"])
        number = first["remote_id"]
        self.assertEqual(first["remote_url"], f"{self.rt['url']}/Ticket/Display.html?id={number}")

        there = self.tickets()
        self.assertEqual(len(there), 1, "the same hand-over twice is one ticket")
        self.assertEqual(there[0]["Subject"], f"[{CODE}] {TICKET['subject']}")
        self.assertEqual(there[0]["Priority"], "120")
        self.assertEqual(there[0]["Requestor"][0]["id"], "reader@example.org")
        self.assertEqual(self.files(number), {"截图 1.png": gateway_program.PNG})
        self.assertTrue(self.texts(number)[0].startswith(TICKET["message"]))

        # What the reader adds.
        log = gateway_program.attachment("журнал.txt", "строка\n".encode())
        added = {**TICKET, "id": "out-2", "remote_id": number, "follow_up": {"id": "m-2", "text": "还是没有。"}}
        for result in self.hand_over({"deliver": {**added, "attachments": [log]}}, {"deliver": added}):
            self.assertEqual(result["outcome"], "delivered", result)
        history = self.call(f"/ticket/{number}/history?fields=Type&per_page=100")["items"]
        self.assertEqual([each["Type"] for each in history].count("Correspond"), 1)
        self.assertEqual(self.files(number)["журнал.txt"], "строка\n".encode())

        # What the team answers: in a mail of HTML, in plain text, and a word among themselves.
        poll = {"poll": {"code": CODE, "remote_id": number, "email": TICKET["email"], "since": "2020-01-01"}}
        self.assertEqual(self.hand_over(poll), [[]], "our own messages are no replies")
        self.call(f"/ticket/{number}/comment", {"Content": "among us", "ContentType": "text/plain"})
        html = "<p>Мы проверяем &lt;0.5 BTC&gt;,</p><p>bitte warten.</p>"
        self.call(f"/ticket/{number}/correspond", {"Content": html, "ContentType": "text/html"})
        done = {"Content": "已经到账。", "ContentType": "text/plain", "Status": "resolved"}
        self.call(f"/ticket/{number}/correspond", done)
        (replies,) = self.hand_over(poll)
        said = [(each["text"], each["author"], each["solved"]) for each in replies]
        self.assertEqual(
            said,
            [
                ("Мы проверяем <0.5 BTC>,\nbitte warten.", "maria", False),
                ("已经到账。", "maria", False),
                ("", "maria", True),
            ],
        )
        self.assertEqual(self.hand_over(poll), [replies], "the same replies have the same ids")
        (later,) = self.hand_over({"poll": {**poll["poll"], "since": "2100-01-01"}})
        self.assertEqual(later, [])

    def test_what_cannot_be_is_said(self):
        self.options["queue"] = "Nowhere"
        ticket = {**TICKET, "code": "0000-1111-2222-3333"}
        (refused,) = self.hand_over({"deliver": ticket})
        self.assertEqual(refused["outcome"], "retry", refused)
        self.assertIn("Nowhere", refused["cause"])
        self.rt["token"] = "1-1-wrong"
        (unknown,) = self.hand_over({"deliver": ticket})
        self.assertEqual(unknown["outcome"], "retry")
        self.assertIn("401", unknown["cause"])
        self.assertNotIn("wrong", unknown["cause"])

    def files(self, number):
        found = {}
        for each in self.call(f"/ticket/{number}/attachments?fields=Filename&per_page=100")["items"]:
            if each["Filename"]:
                found[each["Filename"]] = self.content(each["id"])
        return found

    def texts(self, number):
        listed = self.call(f"/ticket/{number}/attachments?fields=Filename,ContentType&per_page=100")["items"]
        plain = [each for each in listed if each["ContentType"] == "text/plain" and not each["Filename"]]
        return [self.content(each["id"]).decode() for each in plain]

    def content(self, number):
        return base64.b64decode(self.call(f"/attachment/{number}")["Content"])


if __name__ == "__main__":
    if not os.environ.get("PHAROS_DELIVER"):
        sys.exit("PHAROS_DELIVER must name the built pharos_deliver")
    unittest.main()
