#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mail by the e-mail gateway through a real server, Debian's opensmtpd, read back from the mailbox by Python's parser.

opensmtpd runs as root only, and knows one place for its queue and its control socket: here it gets both in a mount
namespace of its own. Its TLS is of no use with OpenSSL 3 (the session ends at "missing private key"), so STARTTLS,
TLS from the first byte and the login are tried against a small server of Python's ssl module."""

import base64
import email
import email.policy
import os
import pathlib
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import unittest

sys.dont_write_bytecode = True
import gateway_program  # noqa: E402

TICKET = {
    "id": "out-1",
    "code": "7K3M-9QWX-2HTR-5VBN",
    "language": "ar",
    "subject": "لم يصل السحب منذ ثلاثة أيام — 提现没有到账",
    "email": "reader@example.org",
    "message": "سحبت 0.5 BTC أمس.\n我昨天提现了。\n.\nFrom the exchange, nothing yet.",
    "priority": "urgent",
    "queue": "payments",
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def as_root():
    """What makes a command root's; None when nothing does."""
    if os.geteuid() == 0:
        return []
    works = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n"] if works else None


@unittest.skipIf(as_root() is None, "opensmtpd runs as root only, and there is no sudo here")
class RealServer(gateway_program.Case):
    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)
        self.mailbox = self.folder / "mail"
        self.port = free_port()
        config = self.folder / "smtpd.conf"
        user = "nobody"
        config.write_text(
            f'table everybody {{ "@" = "{user}" }}\n'
            f'table users {{ "{user}" = "65534:65534:{self.folder}" }}\n'
            f"listen on 127.0.0.1 port {self.port}\n"
            f'action "keep" maildir "{self.mailbox}" userbase <users> virtual <everybody>\n'
            'match from any for any action "keep"\n'
        )
        subprocess.run([*as_root(), "install", "-d", "-o", user, self.mailbox], check=True)
        self.addCleanup(subprocess.run, [*as_root(), "rm", "-rf", str(self.mailbox)], check=False)
        private = "mount -t tmpfs -o mode=755 tmpfs /run && mount -t tmpfs -o mode=755 tmpfs /var/spool"
        self.log = open(self.folder / "smtpd.log", "wb")
        self.addCleanup(self.log.close)
        server = subprocess.Popen(
            [*as_root(), "unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c"]
            + [f"{private} && exec /usr/sbin/smtpd -d -f {config}"],
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        self.addCleanup(self.end, server)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            time.sleep(0.1)
        else:
            self.fail("opensmtpd did not start: " + (self.folder / "smtpd.log").read_text())
        self.options = {
            "server": "127.0.0.1",
            "port": str(self.port),
            "tls": "none",
            "from": "مركز المساعدة <help@example.org>",
            "to": "team@example.org, second@example.org",
        }

    @staticmethod
    def end(server):
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)

    def mails(self, count):
        """So many mails by (recipient, Message-ID), once they are there."""
        deadline = time.monotonic() + 30
        found = []
        while len(found) < count and time.monotonic() < deadline:
            time.sleep(0.1)
            listed = subprocess.run(
                [*as_root(), "find", self.mailbox, "-path", "*/new/*", "-type", "f"], capture_output=True, check=True
            )
            found = listed.stdout.decode().split("\n")[:-1]
        self.assertEqual(len(found), count)
        mails = {}
        for path in found:
            content = subprocess.run([*as_root(), "cat", path], capture_output=True, check=True).stdout
            mail = email.message_from_bytes(content, policy=email.policy.default)
            self.assertEqual(mail.defects, [])
            mails[mail["Delivered-To"], mail["Message-ID"]] = mail
        self.assertEqual(len(mails), count)
        return mails

    def test_what_was_written_arrives(self):
        names = {"截图 «1».png": gateway_program.PNG, "plain.txt": b"From me\r\n.\r\n" + bytes(range(32, 127))}
        attachments = [gateway_program.attachment(name, content) for name, content in names.items()]
        follow_up = {**TICKET, "id": "out-2", "remote_id": "out-1@example.org"}
        results = self.drive(
            "email",
            self.options,
            [
                {"deliver": {**TICKET, "attachments": attachments}},
                {"deliver": {**follow_up, "follow_up": {"id": "m-2", "text": "لا شيء بعد"}}},
            ],
        )
        self.assertEqual([each["outcome"] for each in results], ["delivered", "delivered"], results)
        self.assertEqual(results[0]["remote_id"], "out-1@example.org")
        self.assertEqual(results[0]["notes"], [])
        mails = self.mails(4)
        for recipient in ("team@example.org", "second@example.org"):
            mail = mails[recipient, "<out-1@example.org>"]
            self.assertEqual(mail["Subject"], f"[{TICKET['code']}] {TICKET['subject']}")
            self.assertEqual(mail["From"].addresses[0].display_name, "مركز المساعدة")
            self.assertEqual(mail["From"].addresses[0].addr_spec, "help@example.org")
            self.assertEqual(mail["Reply-To"].addresses[0].addr_spec, "reader@example.org")
            self.assertEqual(mail["Auto-Submitted"], "auto-generated")
            self.assertEqual(mail["X-Pharos-Queue"], "payments")
            self.assertEqual(mail["Content-Language"], "ar")
            text = mail.get_body().get_content()
            self.assertTrue(text.startswith(TICKET["message"] + "\n"), text)
            self.assertIn("Priority: urgent\n", text)
            got = {part.get_filename(): part.get_payload(decode=True) for part in mail.iter_attachments()}
            self.assertEqual(got, names)
            answer = mails[recipient, "<out-2@example.org>"]
            self.assertEqual(answer["In-Reply-To"], "<out-1@example.org>")
            self.assertEqual(answer["Subject"], f"Re: [{TICKET['code']}] {TICKET['subject']}")

    def test_nothing_a_reader_writes_becomes_a_header_or_a_recipient(self):
        evil = "x\r\nBcc: victim@example.net\r\nX-Injected: yes\r\n\r\n.\r\nMAIL FROM:<a@b.c>\r\nRCPT TO:<victim@example.net>"
        steps = []
        for field in ("subject", "email", "message", "queue", "language", "code", "id"):
            ticket = {**TICKET, "id": "out-" + field, "attachments": [gateway_program.attachment(evil, b"x")]}
            steps.append({"deliver": {**ticket, field: evil}})
        results = self.drive("email", {**self.options, "to": "team@example.org"}, steps)
        self.assertEqual([each["outcome"] for each in results], ["delivered"] * len(steps), results)
        for (recipient, _), mail in self.mails(len(steps)).items():
            self.assertEqual(recipient, "team@example.org")
            self.assertNotIn("Bcc", mail)
            self.assertNotIn("X-Injected", mail)
            self.assertEqual(len(mail.get_all("Subject")), 1)
            self.assertEqual(len(list(mail.iter_attachments())), 1)


class TlsServer(threading.Thread):
    """Takes mail after STARTTLS, or over TLS, and a login."""

    def __init__(self, folder, implicit):
        super().__init__(daemon=True)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
        self.implicit = implicit
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.logins, self.mails, self.clear = [], [], []

    def run(self):
        while True:
            try:
                peer, _ = self.listener.accept()
            except OSError:
                return
            peer.settimeout(10)
            try:
                self.serve(peer)
            except OSError:
                pass
            finally:
                peer.close()

    def end(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.join(30)
        self.listener.close()

    def serve(self, peer):
        if self.implicit:
            peer = self.context.wrap_socket(peer, server_side=True)
        encrypted = self.implicit
        stream = peer.makefile("rwb")

        def say(text):
            stream.write(text.encode() + b"\r\n")
            stream.flush()

        say("220 test")
        while line := stream.readline().decode().rstrip("\r\n"):
            word = line.split(" ")[0].upper()
            if not encrypted:
                self.clear.append(word)
            if word == "EHLO":
                say("250-test\r\n250 " + ("AUTH PLAIN" if encrypted else "STARTTLS"))
            elif word == "STARTTLS":
                say("220 go on")
                peer = self.context.wrap_socket(peer, server_side=True)
                stream, encrypted = peer.makefile("rwb"), True
            elif word == "AUTH":
                words = line.split(" ")
                if len(words) < 3:
                    say("334 ")
                    words.append(stream.readline().decode().strip())
                login = base64.b64decode(words[2]).split(b"\0")[1:]
                self.logins.append(login)
                say("235 fine" if login == [b"help", "geheim ✓".encode()] else "535 wrong password")
            elif word == "DATA":
                say("354 go on")
                lines = []
                while (each := stream.readline()) != b".\r\n":
                    lines.append(each)
                self.mails.append(b"".join(lines))
                say("250 taken")
            elif word == "QUIT":
                say("221 bye")
                return
            else:
                say("250 fine")


class Encrypted(gateway_program.Case):
    def setUp(self):
        super().setUp()
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
            + ["-keyout", self.folder / "key.pem", "-out", self.folder / "cert.pem", "-days", "2"]
            + ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
            check=True,
            capture_output=True,
        )

    def server(self, implicit=False):
        server = TlsServer(self.folder, implicit)
        server.start()
        self.addCleanup(server.end)
        return server

    def send(self, to, password="geheim ✓", **changed):
        options = {
            "server": "localhost",
            "port": str(to.port),
            "tls": "implicit" if to.implicit else "starttls",
            "user": "help",
            "password_env": "MAIL_PASSWORD",
            "from": "help@example.org",
            "to": "team@example.org",
            "ca_file": str(self.folder / "cert.pem"),
            "timeout": "10",
        }
        options = {name: value for name, value in {**options, **changed}.items() if value}
        (result,) = self.drive("email", options, [{"deliver": TICKET}], {"MAIL_PASSWORD": password})
        return result

    def test_a_login_and_a_mail_travel_encrypted(self):
        for implicit in (False, True):
            server = self.server(implicit)
            result = self.send(server)
            self.assertEqual(result["outcome"], "delivered", result)
            self.assertEqual(server.logins, [[b"help", "geheim ✓".encode()]])
            self.assertEqual(len(server.mails), 1)
            self.assertEqual(server.clear, [] if implicit else ["EHLO", "STARTTLS"])

    def test_a_wrong_password_is_tried_again_later_and_not_told(self):
        result = self.send(self.server(), password="verraten")
        self.assertEqual(result["outcome"], "retry")
        self.assertIn("535", result["cause"])
        self.assertNotIn("verraten", result["cause"])

    def test_a_server_that_nobody_vouches_for_gets_nothing(self):
        for implicit in (False, True):
            server = self.server(implicit)
            self.assertEqual(self.send(server, ca_file="")["outcome"], "retry")
            self.assertEqual(self.send(server, server="127.0.0.1")["outcome"], "retry", "the name is not in it")
            self.assertEqual((server.logins, server.mails), ([], []))


if __name__ == "__main__":
    if not os.environ.get("PHAROS_DELIVER"):
        sys.exit("PHAROS_DELIVER must name the built pharos_deliver")
    pathlib.Path(os.environ["PHAROS_DELIVER"]).resolve(strict=True)
    unittest.main()
