# SPDX-License-Identifier: GPL-3.0-or-later
"""The interface's own words: complete in every language, and none of them in a template."""
import json
import re
import subprocess
import sys
from pathlib import PurePosixPath

from tree import Finding, Tree

TEXTS = "site/texts"
REFERENCE = "en"
PLURAL = re.compile(r"_(zero|one|two|few|many|other)$")
# A language may say this in better words for one language than for all.
OWN_WORDS = re.compile(r"^article_fallback_[\w-]+$")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Either of these stands in a date, as the language's habit is.
ALTERNATIVES = {"month": "month_number"}

MUSTACHE = re.compile(r"\{\{\{.*?\}\}\}|\{\{.*?\}\}", re.DOTALL)
SPOKEN = re.compile(r"""\b(?:aria-label|aria-description|title|alt|placeholder|label)=(["'])(.*?)\1""", re.DOTALL)
TAG = re.compile(r"<[^>]*>", re.DOTALL)
# A partial may be the inside of a tag.
ATTRIBUTE = re.compile(r"""\b[\w-]+=(["']).*?\1""", re.DOTALL)
LETTER = re.compile(r"[^\W\d_]")


def placeholders(text: str) -> set[str]:
    found = set(PLACEHOLDER.findall(text))
    return {next((first for first, second in ALTERNATIVES.items() if second == name), name) for name in found}


def read(tree: Tree, path: str):
    """The texts of a language, or what is wrong with the file."""
    try:
        texts = json.loads(tree.text(path))
    except json.JSONDecodeError as error:
        return {}, [Finding(path, error.lineno, f"is not JSON: {error.msg}")]
    return texts, [Finding(path, 0, f"{key} is empty") for key, text in texts.items() if not str(text).strip()]


def texts(tree: Tree):
    reference_path = f"{TEXTS}/{REFERENCE}.json"
    reference, faults = read(tree, reference_path)
    yield from faults
    # A text that is counted has one form for each of the language's plurals; what all have is "other".
    counted = {PLURAL.sub("", key) for key in reference if key.endswith("_other")}

    def family(key: str) -> str:
        name = PLURAL.sub("", key)
        return name if name in counted else key

    wanted: dict[str, set[str]] = {}
    for key, text in reference.items():
        wanted.setdefault(family(key), set()).update(placeholders(text))
    for path in tree.below(TEXTS, ".json"):
        if path == reference_path:
            continue
        own, faults = read(tree, path)
        yield from faults
        if faults and not own:
            continue
        for name in sorted(set(wanted) - {family(key) for key in own}):
            if OWN_WORDS.match(name):
                continue
            yield Finding(path, 0, f"lacks {name}, which {REFERENCE}.json has")
        for name in sorted(counted):
            if f"{name}_other" not in own:
                yield Finding(path, 0, f"lacks {name}_other")
        for key, text in own.items():
            if OWN_WORDS.match(key):
                continue
            if family(key) not in wanted:
                yield Finding(path, 0, f"has {key}, which {REFERENCE}.json has not")
                continue
            given, due = placeholders(str(text)), wanted[family(key)]
            # "One article" needs no number.
            missing = due - given - ({"count"} if family(key) in counted else set())
            for name in sorted(missing):
                yield Finding(path, 0, f"{key} does not show {{{name}}}")
            for name in sorted(given - due):
                yield Finding(path, 0, f"{key} shows {{{name}}}, which nobody fills")


def pseudo_language(tree: Tree):
    maker = f"{TEXTS}/make_pseudo.py"
    if not tree.exists(maker):
        return
    run = subprocess.run([sys.executable, "-B", str(tree.root / maker), "--check"], capture_output=True, text=True,
                         check=False)
    if run.returncode != 0:
        yield Finding(f"{TEXTS}/en-XA.json", 0, run.stderr.strip() or "is stale")


def configured_languages(tree: Tree):
    """Each language of the sample help center has texts."""
    if not tree.exists("content/pharos.yml"):
        return
    have = {PurePosixPath(path).stem for path in tree.below(TEXTS, ".json")}
    for tag in re.findall(r"^\s*-\s*\{\s*tag:\s*([\w-]+)", tree.text("content/pharos.yml"), re.MULTILINE):
        if tag not in have:
            yield Finding("content/pharos.yml", 0, f"lists {tag}, but there is no {TEXTS}/{tag}.json")


def templates(tree: Tree):
    """A word in a template would be shown to readers of every language."""
    for path in tree.below("site", ".mustache"):
        # A tag may stretch over lines, so lines are counted, and what is taken out keeps its line ends.
        def blank(match: re.Match) -> str:
            return re.sub(r"[^\n]", " ", match.group(0))

        bare = MUSTACHE.sub(blank, tree.text(path))
        for match in SPOKEN.finditer(bare):
            if LETTER.search(match.group(2)):
                line = bare.count("\n", 0, match.start()) + 1
                yield Finding(path, line, f"'{match.group(2).strip()}' is hard-wired; it belongs in {TEXTS}")
        for number, text in enumerate(ATTRIBUTE.sub(blank, TAG.sub(blank, bare)).splitlines(), start=1):
            if LETTER.search(text):
                yield Finding(path, number, f"'{text.strip()}' is hard-wired; it belongs in {TEXTS}")
