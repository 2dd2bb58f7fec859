# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources: size, licence line, words that do not belong, headers that say what they are, tests that are run."""
import json
import os
import re
import subprocess
from pathlib import Path

from tree import Finding, Tree

MAX_LINES = 400
CODE = (".cc", ".h", ".js", ".mjs", ".css", ".py", ".sh")
TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "content", "include", "site", "src",
             "tests", "tools"}
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"

# Written apart, so that this file does not find itself.
LEFTOVER = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]) + r")\b")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:" + "|".join(["ho" + "me", "ro" + "ot", "wo" + "rk", "Us" + "ers"])
                          + r")/[\w.-]+")
REGEX = re.compile(r"\bstd::(?:w?regex|w?smatch|w?cmatch)\b|#\s*include\s*<regex>")
TYPE = re.compile(r"^(?:class|struct|enum(?: class)?|union)\s+\w+\s*(?:final\s*)?[:{]")


def scripts(tree: Tree) -> list[str]:
    """Files that are run by name: no suffix, and a first line that names the shell."""
    return [path for path in tree.files
            if path.startswith(("tools/", ".ci/")) and tree.text(path).startswith("#!")]


def code(tree: Tree) -> list[str]:
    return sorted({path for path in tree.files
                   if path.endswith(CODE) or path.endswith("CMakeLists.txt")} | set(scripts(tree)))


def sizes(tree: Tree):
    for path in code(tree):
        count = len(tree.text(path).splitlines())
        if count > MAX_LINES:
            yield Finding(path, MAX_LINES, f"{count} lines; a file ends at {MAX_LINES}: split it by what it speaks of")


def licence_lines(tree: Tree):
    for path in code(tree):
        if not any(LICENCE in line for line in tree.text(path).splitlines()[:3]):
            yield Finding(path, 1, f"begins without {LICENCE}")
    if not tree.exists("LICENSE") or "GNU GENERAL PUBLIC LICENSE" not in tree.text("LICENSE"):
        yield Finding("LICENSE", 0, "is not the text of the GNU General Public License")


def leftovers(tree: Tree):
    for path in code(tree) + [path for path in tree.files if path.endswith((".md", ".mustache", ".json"))]:
        # Articles are free to speak of anything.
        if path.startswith("content/"):
            continue
        for line, match in tree.matches(path, LEFTOVER):
            yield Finding(path, line, f"{match.group(1)}: do it, or write an issue")


def machine_paths(tree: Tree):
    for path in tree.files:
        for line, match in tree.matches(path, MACHINE_PATH):
            yield Finding(path, line, f"{match.group(0)} is a path of one machine")


def no_regex(tree: Tree):
    for path in tree.below("src", ".cc", ".h") + tree.below("include", ".h"):
        for line, _ in tree.matches(path, REGEX):
            yield Finding(path, line, "std::regex overflows the stack on long input; parse it in a loop")


def header_comments(tree: Tree):
    """Before its first type, a public header says what this is about."""
    for path in tree.below("include", ".h"):
        for number, line in tree.lines(path):
            if number > 1 and line.lstrip().startswith("//"):
                break
            if TYPE.match(line):
                yield Finding(path, number, "no comment before the header's first type")
                break
        else:
            yield Finding(path, 1, "a public header says what it is")


def top_level(tree: Tree):
    for name in tree.top_level():
        if name not in TOP_LEVEL and not name.startswith("."):
            yield Finding(name, 0, "has no place at the top; there stand " + " ".join(sorted(TOP_LEVEL)))


def scripts_run(tree: Tree):
    for path in scripts(tree):
        if not os.access(tree.root / path, os.X_OK):
            yield Finding(path, 0, "is not executable")
        if "bash" in tree.text(path).splitlines()[0]:
            parsed = subprocess.run(["bash", "-n", str(tree.root / path)], capture_output=True, text=True, check=False)
            if parsed.returncode != 0:
                yield Finding(path, 0, parsed.stderr.strip())


def registered_tests(tree: Tree, build: Path | None = None):
    """Every test file is one that CMake knows: C++ by a room's glob or by name, the others by name or folder."""
    rooms = set(re.findall(r"^pharos_room\((\w+)", tree.text("CMakeLists.txt"), re.MULTILINE))
    named = "".join(tree.text(path) for path in tree.below("tests") if path.endswith("CMakeLists.txt"))
    for path in tree.below("tests", "_test.cc", "_test.py", ".test.mjs", ".test.js", "_test.sh"):
        _, folder, *_, name = path.split("/")
        by_glob = path.endswith("_test.cc") and (folder in rooms or f"{folder}/*_test.cc" in named)
        by_folder = path.endswith((".mjs", ".js")) and re.search(rf"\b{folder}\b", named)
        if not by_glob and not by_folder and name not in named:
            yield Finding(path, 0, "is a test that nobody runs: register it in tests/CMakeLists.txt")
    commands = build / "compile_commands.json" if build else None
    if commands and commands.is_file():
        built = {Path(row["file"]).resolve() for row in json.loads(commands.read_text(encoding="utf-8"))}
        for path in tree.below("tests", ".cc") + tree.below("src", ".cc"):
            if (tree.root / path).resolve() not in built:
                yield Finding(path, 0, "is in no target of this build")


def verbs(tree: Tree):
    """One file a verb, and each in the table."""
    if not tree.exists("src/tools/verbs.cc"):
        return
    table = set(re.findall(r"\badd_(\w+)\}", tree.text("src/tools/verbs.cc")))
    files = {Path(path).stem.removeprefix("verb_") for path in tree.below("src/tools", ".cc") if "/verb_" in path}
    for verb in sorted(table ^ files):
        yield Finding("src/tools/verbs.cc", 0, f"{verb} stands in only one of the table and src/tools/verb_*.cc")
