# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand-overs by the built gateways, for tests against real systems. PHAROS_DELIVER names the test's program."""

import base64
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

DELIVER = os.environ.get("PHAROS_DELIVER", "pharos_deliver")


def attachment(name, content):
    return {"file_name": name, "content": base64.b64encode(content).decode()}


# The smallest picture that is one.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pharos-gateway-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def drive(self, kind, options, steps, environment=None):
        """What came of each step."""
        order = {"kind": kind, "options": options, "folder": str(self.folder), "steps": steps}
        done = subprocess.run(
            [DELIVER],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=120,
            env={**os.environ, **(environment or {})},
            check=False,
        )
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return json.loads(done.stdout)
