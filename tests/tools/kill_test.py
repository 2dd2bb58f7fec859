#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that was acknowledged is lost, and nothing doubled, however the server ends.

Each round starts `pharos serve`, sends it ratings and tickets over several connections, kills it (SIGKILL) at a random
moment, also while it starts, and looks into the store. What was not acknowledged is sent again to the next server with
the same key, as a client does. At the end every reader has one vote and every key one ticket.

    python3 tests/tools/kill_test.py [--rounds N] [--seed N] [--connections N]

PHAROS_BIN names the program, PHAROS_KILL_ROUNDS the rounds where --rounds does not, PHAROS_RESTART_SECONDS how long a
restart may take (1).
"""

import argparse
import collections
import http.client
import json
import os
import pathlib
import queue
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from program import GOOD_TREE, PHAROS, write

# Until a server answers after a kill. The median must keep it; one round may meet a busy machine. Builds for finding
# faults are slower, and say how much.
RESTART_SECONDS = float(os.environ.get("PHAROS_RESTART_SECONDS", "1"))
RESTART_AT_MOST = 5 * RESTART_SECONDS
ARTICLES = ["account/reset", "deposits/late"]


class Item:
    """One rating or ticket, which is sent until it is acknowledged. Numbers make readers, keys and texts differ."""

    def __init__(self, number, is_ticket):
        self.number = number
        self.is_ticket = is_ticket
        self.name = f"item-{number}"
        self.code = None

    def request(self):
        a, b = divmod(self.number, 250)
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"Mozilla/5.0 (reader {self.number})",
            # Readers of many networks: one alone would be limited.
            "X-Forwarded-For": f"10.{a % 250}.{b}.9",
        }
        if self.is_ticket:
            headers["Idempotency-Key"] = self.name
            body = {"language": "en", "subject": self.name, "message": "Where is my deposit? " + self.name}
            body["email"] = "reader@example.org"
            return "/api/v1/tickets", body, headers
        article = ARTICLES[self.number % len(ARTICLES)]
        body = {"language": "en", "helpful": self.number % 3 > 0, "comment": self.name}
        return f"/api/v1/articles/{article}/ratings", body, headers


class Harness:
    def __init__(self, folder, seed, connections):
        self.random = random.Random(seed)
        self.connections = connections
        self.index, self.state = folder / "index", folder / "state"
        self.todo = queue.SimpleQueue()
        self.next_number = 0
        self.acknowledged = []  # in this program's life: what the server answered 2xx to
        self.restarts, self.refused, self.sent_again = [], {}, 0
        self.faults = []  # answers that no server should give
        self.lock = threading.Lock()
        write(folder / "content", GOOD_TREE)
        subprocess.run([PHAROS, "build", folder / "content", "--index", self.index, "--quiet"], check=True)

    def start(self):
        return subprocess.Popen(
            [PHAROS, "serve", "--index", self.index, "--state", self.state, "--listen", "127.0.0.1:0", "--quiet"]
            + ["--trust-proxy", "127.0.0.1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def port_of(self, process):
        line = process.stdout.readline()
        if "http://" not in line:
            raise SystemExit("the server did not start")
        return int(line.rstrip().rstrip("/").rsplit(":", 1)[1])

    def next_item(self):
        try:
            return self.todo.get_nowait()
        except queue.Empty:
            with self.lock:
                self.next_number += 1
                return Item(self.next_number, self.next_number % 2 == 0)

    def send(self, port, stop):
        """Sends one after the other until the server is gone or `stop` is set."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while not stop.is_set():
            item = self.next_item()
            try:
                path, body, headers = item.request()
                connection.request("POST", path, json.dumps(body), headers)
                answer = connection.getresponse()
                status, text = answer.status, answer.read()
            except (OSError, http.client.HTTPException):
                self.todo.put(item)
                with self.lock:
                    self.sent_again += 1
                return
            with self.lock:
                if status in (200, 201):
                    if item.is_ticket:
                        item.code = json.loads(text)["code"]
                    self.acknowledged.append(item)
                else:
                    self.refused[status] = self.refused.get(status, 0) + 1
                    self.todo.put(item)
                    if status != 429:
                        self.faults.append(f"{path} answered {status}: {text[:300]!r}")
                        return

    def round(self, last):
        process = self.start()
        try:
            if not last and self.random.random() < 0.15:
                time.sleep(self.random.uniform(0, 0.15))  # while it starts
                return
            begun = time.monotonic()
            port = self.port_of(process)
            self.wait_until_ready(process, port)
            self.restarts.append(time.monotonic() - begun)
            stop = threading.Event()
            threads = [threading.Thread(target=self.send, args=(port, stop)) for _ in range(self.connections)]
            for thread in threads:
                thread.start()
            time.sleep(self.random.uniform(0, 0.7))
            if last:  # everything that is owed is sent, then the server ends in peace
                stop.set()
                for thread in threads:
                    thread.join()
                while not self.todo.empty():
                    self.send_owed(port)
                process.send_signal(signal.SIGTERM)
            else:
                process.kill()
                for thread in threads:
                    thread.join()
        finally:
            if not last:
                process.kill()
            process.wait(timeout=30)
            process.stdout.close()

    def send_owed(self, port):
        owed, stop = self.todo.qsize(), threading.Event()
        numbers = self.next_number
        thread = threading.Thread(target=self.send, args=(port, stop))
        thread.start()
        while not self.todo.empty() and thread.is_alive():
            time.sleep(0.01)
        stop.set()
        thread.join()
        if self.todo.qsize() >= owed and self.next_number == numbers:
            raise SystemExit("what is owed is not taken")

    def wait_until_ready(self, process, port):
        while process.poll() is None:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                connection.request("GET", "/readyz")
                if connection.getresponse().status == 200:
                    return
            except OSError:
                time.sleep(0.005)
        raise SystemExit("the server has ended by itself")

    def look(self):
        """What is wrong with the store now: a list of faults."""
        if not (self.state / "desk.sqlite").exists():
            return ["the store is gone"] if self.acknowledged else []
        store = sqlite3.connect(f"file:{self.state / 'desk.sqlite'}?mode=ro", uri=True)
        try:
            tickets = store.execute("SELECT subject, code FROM tickets").fetchall()
            owed = dict(store.execute("SELECT code, COUNT(*) FROM outbox WHERE message = '' GROUP BY code").fetchall())
            votes = [row[0] for row in store.execute("SELECT comment FROM ratings").fetchall()]
        except sqlite3.OperationalError as error:
            # Killed before the schema was there.
            return [str(error)] if self.acknowledged else []
        finally:
            store.close()
        faults = list(self.faults)
        for what, names in (("ticket", [name for name, _ in tickets]), ("rating", votes)):
            faults += [f"{what} {name} is there {n} times" for name, n in collections.Counter(names).items() if n > 1]
        codes, kept = dict(tickets), set(votes)
        for item in self.acknowledged:
            if item.is_ticket and codes.get(item.name) != item.code:
                faults.append(f"ticket {item.name} was acknowledged as {item.code}, the store has {codes.get(item.name)}")
            if item.is_ticket and owed.get(item.code) != 1:
                faults.append(f"ticket {item.name} has {owed.get(item.code, 0)} hand-overs")
            if not item.is_ticket and item.name not in kept:
                faults.append(f"rating {item.name} was acknowledged and is lost")
        return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=int(os.environ.get("PHAROS_KILL_ROUNDS", "5")))
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--connections", type=int, default=6)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}, {options.rounds} rounds", flush=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pharos-kill-"))
    faults = []
    try:
        harness = Harness(folder, seed, options.connections)
        for number in range(1, options.rounds + 1):
            harness.round(last=number == options.rounds)
            faults = [f"round {number}: {fault}" for fault in harness.look()]
            if faults:
                break
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    tickets = sum(item.is_ticket for item in harness.acknowledged)
    print(f"acknowledged: {len(harness.acknowledged) - tickets} ratings, {tickets} tickets; sent again after a kill: "
          f"{harness.sent_again}; refused: {harness.refused or 'none'}")
    print(f"until it answered: median {statistics.median(harness.restarts):.3f} s, "
          f"at most {max(harness.restarts):.3f} s")
    if not tickets or tickets == len(harness.acknowledged):
        faults.append("too little was acknowledged to show anything")
    if set(harness.refused) - {429}:
        faults.append("requests were refused")
    if statistics.median(harness.restarts) > RESTART_SECONDS or max(harness.restarts) > RESTART_AT_MOST:
        faults.append("it takes too long until it answers")
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
