#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes en-XA.json, the pseudo-language, from en.json: accented, longer by a third, in brackets.

A page in it shows at a glance (and to the tests) what is hard-wired, and what breaks when words grow.
    site/texts/make_pseudo.py            writes the file
    site/texts/make_pseudo.py --check    exit code 1 when the file is not what it would write
"""
import json
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
ACCENTED = str.maketrans("AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz", "ÅåÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž")
PADDING = "one two three four five six seven eight nine ten eleven twelve".split()
# Formats are built from parts that are pseudo texts themselves.
PLAIN = {"date_format", "date_time_format"}


def pseudo(name: str, text: str) -> str:
    if name in PLAIN:
        return text
    parts = re.split(r"(\{[a-z_]+\})", text)
    accented = "".join(part if part.startswith("{") else part.translate(ACCENTED) for part in parts)
    padding = ""
    for word in PADDING:
        if len(padding) * 3 >= len(text):
            break
        padding += " " + word
    return f"[{accented}{padding}]"


def main() -> int:
    texts = json.loads((FOLDER / "en.json").read_text(encoding="utf-8"))
    wanted = json.dumps({name: pseudo(name, text) for name, text in texts.items()}, ensure_ascii=False, indent=2) + "\n"
    target = FOLDER / "en-XA.json"
    if "--check" in sys.argv[1:]:
        if target.is_file() and target.read_text(encoding="utf-8") == wanted:
            return 0
        print("site/texts/en-XA.json is stale: run site/texts/make_pseudo.py", file=sys.stderr)
        return 1
    target.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
