#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the house to its own rules. Prints every finding; exit code 1 when there is one.

    tests/house/check_house.py                 checks this checkout
    tests/house/check_house.py --list          tells what is checked
    tests/house/check_house.py --build DIR     also that each source file is in a target of that build
"""
import argparse
import sys
from pathlib import Path

# Running a check leaves nothing behind in the checkout.
sys.dont_write_bytecode = True

import documents  # noqa: E402
import interface  # noqa: E402
import rooms  # noqa: E402
import sources  # noqa: E402
from tree import Tree  # noqa: E402

# What is checked: the name, what it holds, and the check. check_house_test.py shows that each finds its fault.
CHECKS = [
    ("layers", "a room includes only what it may", rooms.layers),
    ("cycles", "no header and no room leads back to itself", rooms.cycles),
    ("walls", "a library is named only in the files of its wall", rooms.walls),
    ("build", "CMakeLists.txt links what rooms may include", rooms.agrees_with_build),
    ("sizes", f"no file is longer than {sources.MAX_LINES} lines", sources.sizes),
    ("licence", "each source begins with its licence", sources.licence_lines),
    ("leftovers", "no notes to oneself", sources.leftovers),
    ("machine", "no path of one machine", sources.machine_paths),
    ("regex", "no std::regex", sources.no_regex),
    ("headers", "public headers say what they are", sources.header_comments),
    ("top", "nothing but the known stands at the top", sources.top_level),
    ("scripts", "scripts are executable and can be read", sources.scripts_run),
    ("tests", "each test file is run", sources.registered_tests),
    ("verbs", "each verb has its file and its row", sources.verbs),
    ("paths", "documents name only what is there", documents.paths),
    ("comments", "comments send to files that are there", documents.comments),
    ("commands", "documents show only verbs, options and scripts that are there", documents.commands),
    ("texts", "interface texts are complete in every language", interface.texts),
    ("pseudo", "the pseudo-language is made from the present texts", interface.pseudo_language),
    ("languages", "each language of the sample has interface texts", interface.configured_languages),
    ("templates", "no words in templates", interface.templates),
]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--build", type=Path, help="a build folder with compile_commands.json")
    parser.add_argument("--list", action="store_true", help="tell what is checked")
    options = parser.parse_args()
    if options.list:
        for name, meaning, _ in CHECKS:
            print(f"{name:<10} {meaning}")
        return 0
    tree = Tree(options.root)
    count = 0
    for name, _, check in CHECKS:
        more = {"build": options.build} if check is sources.registered_tests else {}
        for finding in check(tree, **more):
            print(f"{finding} [{name}]")
            count += 1
    print(f"{len(CHECKS)} checks over {len(tree.files)} files: {count} findings")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
