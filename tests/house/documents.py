# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents: every path, link, verb and option that a README names is there."""
import re
from pathlib import PurePosixPath

from tree import Finding, Tree

BACKTICKS = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(r"[\w.@<>*{},-]+(?:/[\w.@<>*{},-]+)*/?")
COMMAND = re.compile(r"(?:^|[\s/`(])pharos ([a-z][a-z-]*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
SCRIPT = re.compile(r"(?:^|[\s`])((?:tools|\.ci)/[a-z_-]+)")
IN_COMMENT = re.compile(r"(?://|#|^ ?\*).*?(?<![\w./-])((?:tests|tools|site|src|include|content)/[\w/.-]+\.(?:md|cc|h|py|mjs))\b")
SUFFIXES = (".md", ".cc", ".h", ".py", ".json", ".yml", ".txt", ".mjs", ".js", ".css", ".mustache", ".svg")
# Names that stand for any name.
EXAMPLES = ("name.", "page.", "slug.")
# Made by building and running, so not in a checkout.
MADE = ("build", "index", "state", "gen-", "CURRENT", "LOCK", "manifest.json")
# Options of the build and of other programs that documents may name.
FOREIGN = {"--preset", "--target", "--test-dir", "--output-on-failure", "--build", "--help", "--version"}


def readmes(tree: Tree) -> list[str]:
    return [path for path in tree.files if path == "README.md" or
            (path.endswith("/README.md") and path.startswith(("content/", "site/", "src/", "tests/", "tools/")))]


def prose_and_code(tree: Tree, path: str):
    """(line, text, fenced) for every line, without the fences themselves."""
    fenced = False
    for number, line in tree.lines(path):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        else:
            yield number, line, fenced


def there(tree: Tree, readme: str, name: str) -> bool:
    """A path counts from the top or from the document; a bare name may stand anywhere in the document's folder."""
    below = readme.rpartition("/")[0]
    if "/" not in name and any(path.endswith("/" + name) and path.startswith(below) for path in tree.files):
        return True
    name = re.sub(r"<[^>]*>", "*", name).rstrip("/")
    places = [name, str(PurePosixPath(readme).parent / name)]
    if "*" in name or "{" in name:
        patterns = [place.replace("{", "[").replace("}", "]") if "," not in place else place for place in places]
        return any(any(True for _ in tree.root.glob(pattern)) for pattern in patterns)
    return any(tree.exists(place) for place in places)


def is_path(tree: Tree, word: str) -> bool:
    if not PATH.fullmatch(word) or word.startswith("<") or word.startswith(MADE + EXAMPLES):
        return False
    if "/" not in word:
        return word.endswith(SUFFIXES) and not word.startswith(("*", "."))
    return word.endswith(SUFFIXES) or tree.exists(word.split("/")[0])


def paths(tree: Tree):
    for readme in readmes(tree):
        for number, line, fenced in prose_and_code(tree, readme):
            if fenced:
                continue
            for word in BACKTICKS.findall(line):
                if is_path(tree, word) and not there(tree, readme, word):
                    yield Finding(readme, number, f"names {word}, which is not there")
            # Examples of markdown stand in backticks.
            for target in LINK.findall(BACKTICKS.sub("", line)):
                if "://" not in target and not target.startswith(("#", "mailto:")):
                    if not there(tree, readme, target.split("#")[0]):
                        yield Finding(readme, number, f"links to {target}, which is not there")


def comments(tree: Tree):
    """A comment that sends its reader to another file sends to one that is there."""
    for path in tree.files:
        if not path.endswith((".cc", ".h", ".py", ".mjs", ".js", "CMakeLists.txt")) or path.startswith("tests/house/"):
            continue
        for number, match in tree.matches(path, IN_COMMENT):
            name = match.group(1)
            if "#include" in match.group(0) or "#" in name:
                continue
            if not any(tree.exists(place + name) for place in ("", "src/", "include/pharos/")):
                yield Finding(path, number, f"sends to {name}, which is not there")


def commands(tree: Tree):
    """A document shows no verb, option or script that is not there."""
    verbs = set(re.findall(r"\badd_(\w+)\}", tree.text("src/tools/verbs.cc"))) if tree.exists(
        "src/tools/verbs.cc") else set()
    sources = [path for path in tree.files if path.startswith(("src/tools/", "tools/")) and not path.endswith(".md")]
    known = set(FOREIGN)
    for path in sources:
        known.update(OPTION.findall(tree.text(path)))
    for readme in readmes(tree):
        for number, line, fenced in prose_and_code(tree, readme):
            shown = line if fenced else " ".join(f"`{word}`" for word in BACKTICKS.findall(line))
            for verb in COMMAND.findall(shown):
                if verb not in verbs:
                    yield Finding(readme, number, f"shows pharos {verb}, which is no verb")
            if "pharos" in shown or "tools/" in shown or re.fullmatch(r"[`\s-]*--.*", shown):
                for option in OPTION.findall(shown):
                    if option not in known:
                        yield Finding(readme, number, f"shows {option}, which no verb or script takes")
            for script in SCRIPT.findall(shown):
                if not tree.exists(script):
                    yield Finding(readme, number, f"shows {script}, which is not there")
