# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a checkout, as the checks see them: only what belongs to the project."""
import re
from dataclasses import dataclass
from pathlib import Path

# What .gitignore leaves out, and the checkout's own folder.
NOT_OURS = {".git", "build", "node_modules", ".cache", "index", "state", "__pycache__"}
# Rooms may have the name of an ignored folder: src/index is ours, index/ at the top is not.
ONLY_AT_TOP = {"build", ".cache", "index", "state"}


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


class Tree:
    """A folder with the project in it. Paths are relative to it, with slashes."""

    def __init__(self, root: Path):
        self.root = Path(root)
        self.files = sorted(self._walk(self.root, top=True))
        self._texts: dict[str, str] = {}

    def _walk(self, folder: Path, top: bool):
        for entry in folder.iterdir():
            if entry.name in NOT_OURS and (top or entry.name not in ONLY_AT_TOP):
                continue
            if entry.is_dir() and not entry.is_symlink():
                yield from self._walk(entry, top=False)
            elif entry.is_file():
                yield entry.relative_to(self.root).as_posix()

    def top_level(self) -> list[str]:
        return sorted(entry.name for entry in self.root.iterdir() if entry.name not in NOT_OURS)

    def below(self, folder: str, *suffixes: str) -> list[str]:
        return [f for f in self.files if f.startswith(folder + "/") and (not suffixes or f.endswith(suffixes))]

    def exists(self, path: str) -> bool:
        return (self.root / path).exists()

    def text(self, path: str) -> str:
        if path not in self._texts:
            # What is not UTF-8 is no source; pictures come through here when a check reads every file.
            self._texts[path] = (self.root / path).read_text(encoding="utf-8", errors="replace")
        return self._texts[path]

    def lines(self, path: str):
        return enumerate(self.text(path).splitlines(), start=1)

    def matches(self, path: str, pattern: re.Pattern):
        """(line, match) for every match of a pattern that stays on one line."""
        for number, line in self.lines(path):
            for match in pattern.finditer(line):
                yield number, match
