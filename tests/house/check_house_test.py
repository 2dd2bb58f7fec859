#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each check of the house finds its fault in a tiny tree, and finds nothing in the same tree without it."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

import check_house  # noqa: E402
import rooms  # noqa: E402
import sources  # noqa: E402
from tree import Tree  # noqa: E402

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
CPP = f"// {SPDX}\n"
HEADER = CPP + "#pragma once\n\nnamespace pharos {\n\n/// A thing. A value type.\nstruct Thing {};\n\n}\n"
SCRIPT = f"#!/bin/bash\n# {SPDX}\n"

# A project in which there is nothing to find.
GOOD = {
    "CMakeLists.txt": f"# {SPDX}\n" + "".join(
        f"pharos_room({room} USES {' '.join('pharos_' + other for other in sorted(below))} Some::library)\n"
        for room, below in rooms.MAY_INCLUDE.items() if room != "tools"),
    "LICENSE": "GNU GENERAL PUBLIC LICENSE\n",
    "README.md": "Run `tools/up`, then `pharos build content --index index`. Words: `site/texts/<tag>.json`.\n"
                 "See [tests](tests/README.md).\n",
    "content/pharos.yml": "languages:\n  - {tag: en, name: English}\n  - {tag: fr, name: Français}\n",
    "include/pharos/base/thing.h": HEADER,
    "include/pharos/text/word.h": HEADER.replace("#pragma once\n", '#pragma once\n\n#include "pharos/base/thing.h"\n'),
    "site/templates/home.mustache": '<h1 title="{{t.title}}">{{t.title}}</h1>\n{{#n}}<b\n class="x">{{n}}</b>{{/n}}\n',
    "site/texts/en.json": '{"title": "Help", "found_one": "{count} page for {query}", '
                          '"found_other": "{count} pages for {query}"}',
    "site/texts/fr.json": '{"title": "Aide", "found_one": "Une page pour {query}", '
                          '"found_other": "{count} pages pour {query}"}',
    "src/base/thing.cc": CPP + '#include "pharos/base/thing.h"\n',
    "src/tools/verbs.cc": CPP + 'int x = {"build", add_build}; // --index\n',
    "src/tools/verb_build.cc": CPP + '#include <CLI/CLI.hpp>\n#include "pharos/text/word.h"\n',
    "tests/CMakeLists.txt": f"# {SPDX}\n",
    "tests/README.md": "Tests.\n",
    "tests/base/thing_test.cc": CPP + '#include "pharos/base/thing.h"\n',
    "tools/up": SCRIPT,
}

# name of the check: what is changed, and words of the finding.
FAULTS = [
    ("layers", {"src/base/thing.cc": CPP + '#include "pharos/text/word.h"\n'}, "room base must not include"),
    ("layers", {"include/pharos/text/word.h": HEADER + '#include "pharos/search/hit.h"\n'}, "room text must not"),
    ("layers", {"src/text/a.cc": CPP + '#include "base/secret.h"\n'}, "private to room base"),
    ("layers", {"include/pharos/base/thing.h": HEADER + '#include "base/secret.h"\n'}, "a public header must not"),
    ("layers", {"tests/base/thing_test.cc": CPP + '#include "pharos/index/a.h"\n'}, "room base must not include"),
    ("layers", {"src/helpers/a.cc": CPP}, "belongs to no room"),
    ("cycles", {"src/base/a.h": CPP + '#include "base/b.h"\n', "src/base/b.h": CPP + '#include "base/a.h"\n'},
     "goes in a circle"),
    ("walls", {"src/base/thing.cc": CPP + "#include <unicode/uchar.h>\n"}, "belongs behind its wall"),
    ("walls", {"src/search/hit.cc": CPP + "#include <xapian.h>\n"}, "belongs behind its wall"),
    ("walls", {"src/base/thing.cc": CPP + "Xapian::Database database;\n"}, "is not spoken here"),
    ("walls", {"include/pharos/text/word.h": HEADER + "Xapian::Stem stem;\n"}, "is not spoken here"),
    ("build", {"CMakeLists.txt": GOOD["CMakeLists.txt"].replace("pharos_room(text USES pharos_base",
                                                                "pharos_room(text USES pharos_http")}, "room text"),
    ("build", {"CMakeLists.txt": GOOD["CMakeLists.txt"] + "pharos_room(cellar USES pharos_base)\n"}, "room cellar"),
    ("sizes", {"src/base/thing.cc": CPP + "\n" * sources.MAX_LINES}, f"{sources.MAX_LINES + 1} lines"),
    ("licence", {"src/base/thing.cc": "int x;\n"}, "begins without"),
    ("licence", {"site/static/a.css": "p {}\n"}, "begins without"),
    ("licence", {"LICENSE": "All rights reserved\n"}, "is not the text"),
    ("leftovers", {"src/base/thing.cc": CPP + "// TO" "DO: mend\n"}, "do it, or write an issue"),
    ("machine", {"README.md": "See /ho" "me/ada/pharos.\n"}, "a path of one machine"),
    ("regex", {"src/base/thing.cc": CPP + "std::regex r;\n"}, "std::regex"),
    ("headers", {"include/pharos/base/thing.h": CPP + "#pragma once\nstruct Thing {};\n"}, "no comment before"),
    ("headers", {"include/pharos/base/thing.h": CPP + "#pragma once\nint f();\n"}, "says what it is"),
    ("top", {"notes.txt": "x\n"}, "has no place at the top"),
    ("scripts", {"tools/up": SCRIPT + "if true\n"}, "syntax error"),
    ("scripts", {"tools/down": SCRIPT}, "is not executable"),
    ("tests", {"tests/cellar/a_test.cc": CPP}, "nobody runs"),
    ("tests", {"tests/house/a_test.py": f"# {SPDX}\n"}, "nobody runs"),
    ("tests", {"tests/browser/a.test.mjs": CPP}, "nobody runs"),
    ("verbs", {"src/tools/verb_dance.cc": CPP}, "dance stands in only one"),
    ("verbs", {"src/tools/verbs.cc": CPP + "add_build}, add_sing}, --index\n"}, "sing stands in only one"),
    ("paths", {"README.md": "See `src/base/gone.cc`.\n"}, "names src/base/gone.cc"),
    ("paths", {"README.md": "See `site/words/<tag>.json`.\n"}, "names site/words"),
    ("paths", {"README.md": "See [it](docs/gone.md#top).\n"}, "links to docs/gone.md"),
    ("comments", {"src/base/thing.cc": CPP + "// measured in tests/bench/gone.md\n"}, "sends to tests/bench/gone.md"),
    ("commands", {"README.md": "```sh\npharos fly content\n```\n"}, "pharos fly"),
    ("commands", {"README.md": "Try `pharos build content --faster`.\n"}, "shows --faster"),
    ("commands", {"README.md": "```sh\ntools/down\n```\n"}, "shows tools/down"),
    ("texts", {"site/texts/fr.json": '{"title": "Aide"}'}, "lacks found"),
    ("texts", {"site/texts/fr.json": GOOD["site/texts/fr.json"].replace("{query}", "{frage}")}, "{frage}"),
    ("texts", {"site/texts/fr.json": GOOD["site/texts/fr.json"].replace('{"t', '{"old": "x", "t')}, "has old"),
    ("texts", {"site/texts/fr.json": GOOD["site/texts/fr.json"].replace("Aide", " ")}, "title is empty"),
    ("texts", {"site/texts/fr.json": "{"}, "is not JSON"),
    ("pseudo", {"site/texts/make_pseudo.py": "import sys\nsys.exit('stale')\n"}, "stale"),
    ("languages", {"content/pharos.yml": "languages:\n  - {tag: de}\n"}, "lists de"),
    ("templates", {"site/templates/home.mustache": "<p>{{t.a}}\nWelcome</p>\n"}, "home.mustache:2: 'Welcome'"),
    ("templates", {"site/templates/home.mustache": '<p aria-label="Menu">{{t.a}}</p>\n'}, "'Menu' is hard-wired"),
    ("templates", {"site/templates/home.mustache": "<p>{{t.a}} 首页</p>\n"}, "is hard-wired"),
]


class House(unittest.TestCase):
    def findings(self, changes: dict[str, str], only: str = "") -> dict[str, list[str]]:
        """What each check, or one, says of the good project with some files changed."""
        with tempfile.TemporaryDirectory() as folder:
            for path, text in (GOOD | changes).items():
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
                if path == "tools/up":
                    file.chmod(0o755)
            tree = Tree(Path(folder))
            # The walls of this project name files that the tiny one has not.
            return {name: [str(f) for f in check(tree) if f.path != "tests/house/rooms.py"]
                    for name, _, check in check_house.CHECKS if only in ("", name)}

    def test_nothing_is_found_in_a_good_tree(self):
        self.assertEqual({name: found for name, found in self.findings({}).items() if found}, {})

    def test_each_fault_is_found(self):
        for name, changes, words in FAULTS:
            with self.subTest(check=name, words=words):
                self.assertIn(words, "\n".join(self.findings(changes, name)[name]))

    def test_each_check_has_a_fault(self):
        self.assertEqual({name for name, _, _ in check_house.CHECKS} - {name for name, _, _ in FAULTS}, set())

    def test_files_of_a_build_and_of_npm_are_not_ours(self):
        with tempfile.TemporaryDirectory() as folder:
            for path in ("build/a.cc", "tests/browser/node_modules/b.js", "index/gen-1/c", "src/index/d.cc"):
                Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
                Path(folder, path).write_text("x", encoding="utf-8")
            self.assertEqual(Tree(Path(folder)).files, ["src/index/d.cc"])

    def test_a_wall_that_names_a_missing_file_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertTrue(any("which is not there" in str(finding) for finding in rooms.walls(Tree(Path(folder)))))

    def test_a_source_outside_the_build_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in {"CMakeLists.txt": "", "src/base/a.cc": "", "b/compile_commands.json": "[]"}.items():
                Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
                Path(folder, path).write_text(text, encoding="utf-8")
            found = sources.registered_tests(Tree(Path(folder)), Path(folder, "b"))
            self.assertIn("in no target", "".join(map(str, found)))


if __name__ == "__main__":
    unittest.main()
