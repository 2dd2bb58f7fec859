# SPDX-License-Identifier: GPL-3.0-or-later
"""Rooms: who may include whom, that nobody goes in circles, and where a library's name may stand."""
import re
from fnmatch import fnmatch

from tree import Finding, Tree

# A room and the rooms it may include. CMakeLists.txt links the same; `agrees_with_build` holds the two together.
MAY_INCLUDE = {
    "base": set(),
    "text": {"base"},
    "content": {"base"},
    "index": {"base", "text", "content"},
    "search": {"base", "text", "index"},
    "desk": {"base", "text"},
    "gateway": {"base", "desk"},
    "insight": {"base", "text", "desk"},
    "engine": {"base", "text", "content", "index", "search", "desk"},
    "http": {"base", "content", "search", "desk", "insight", "engine"},
}
# The program's commands see every room.
MAY_INCLUDE["tools"] = set(MAY_INCLUDE)

# A library's headers (a prefix) and the files that may include them. Everybody else speaks to those files.
WALLS = {
    "unicode/": ["src/text/segment.cc", "src/text/fold.cc", "src/text/fold_tables.h", "src/text/fold_tables.cc",
                 "src/text/analyzer.cc", "src/text/typed_runs.cc",
                 "src/text/han_repertoire.cc", "src/content/heading_anchor.cc"],
    "xapian": ["src/text/stem.cc", "src/index/database_writer.cc", "src/search/query_tree.h",
               "src/search/query_tree.cc", "src/search/ranking.*", "src/search/database_pool.*",
               "src/search/explanation.*", "src/search/searcher.cc"],
    "mecab": ["src/text/reading.cc"],
    "cld2/": ["src/text/sentence_language.cc"],
    "cmark": ["src/content/markdown.cc"],
    "gumbo": ["src/content/sanitize.cc"],
    "yaml-cpp/": ["src/content/front_matter.cc"],
    "sys/inotify": ["src/content/watcher.cc"],
    "httplib": ["src/http/server.cc"],
    "rapidjson/": ["src/base/json.cc"],
    "kainjow/": ["src/http/pages.cc", "src/http/page_templates.*"],
    "spdlog/": ["src/http/dispatch.cc", "src/http/server.cc", "src/tools/serving.cc"],
    "magic.h": ["src/desk/media_type.cc"],
    "openssl/": ["src/base/digest.cc"],
    "zlib": ["src/index/body_file.cc", "src/http/compression.cc"],
    "curl/": ["src/gateway/curl_handle.h", "src/gateway/smtp.cc"],
    "CLI/": ["src/tools/*"],
    "libpq": ["src/desk/sql_postgres.cc"],
    "sqlite3": ["src/desk/sql_sqlite.cc"],
}
# Names of these libraries in code, which a header of ours could carry past its wall.
NAMES = {
    "icu::": "unicode/", "Xapian::": "xapian", "MeCab::": "mecab", "YAML::": "yaml-cpp/", "httplib::": "httplib",
    "CLD2::": "cld2/", "rapidjson::": "rapidjson/", "kainjow::": "kainjow/", "spdlog::": "spdlog/", "CLI::": "CLI/",
}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
NAME = re.compile(r"(?<![\w:])(" + "|".join(map(re.escape, NAMES)) + ")")
COMMENT = re.compile(r"//.*$")
SOURCES = (".cc", ".h")


def room_of(path: str) -> str | None:
    """The room a file belongs to: src/text/fold.cc and include/pharos/text/fold.h are of room text."""
    match = re.match(r"(?:src|include/pharos|tests)/([^/]+)/", path)
    return match.group(1) if match and match.group(1) in MAY_INCLUDE else None


def includes(tree: Tree, path: str):
    """(line, brackets, header) of every include."""
    for number, match in tree.matches(path, INCLUDE):
        yield number, match.group(1) == "<", match.group(2)


def reachable(room: str) -> set[str]:
    """What a test of a room is linked with: the room and all below it."""
    found, todo = set(), [room]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo.extend(MAY_INCLUDE[name])
    return found


def layers(tree: Tree):
    for path in tree.below("src", *SOURCES) + tree.below("include", *SOURCES) + tree.below("tests", *SOURCES):
        room = room_of(path)
        if room is None:
            if path.startswith(("src/", "include/")):
                yield Finding(path, 0, "belongs to no room; rooms are " + " ".join(MAY_INCLUDE))
            continue
        allowed = reachable(room) if path.startswith("tests/") else MAY_INCLUDE[room] | {room}
        for line, brackets, header in includes(tree, path):
            if brackets:
                continue
            public = header.startswith("pharos/")
            other = header.removeprefix("pharos/").split("/")[0]
            if other not in MAY_INCLUDE:
                continue
            if other not in allowed:
                yield Finding(path, line, f"room {room} must not include {header}: it may include "
                                          f"{' '.join(sorted(allowed - {room})) or 'nothing of ours'}")
            elif not public and other != room and not (path.startswith("tests/") and tree.exists("tests/" + header)):
                yield Finding(path, line, f"{header} is private to room {other}")
            elif not public and path.startswith("include/"):
                yield Finding(path, line, f"a public header must not include the private {header}")


def cycles(tree: Tree):
    """A header that reaches itself through its includes. Between rooms, `layers` has no room for circles."""
    headers = tree.below("src", ".h") + tree.below("include", ".h")
    known = {path.removeprefix("src/").removeprefix("include/"): path for path in headers}
    edges = {path: [known[h] for _, brackets, h in includes(tree, path) if not brackets and h in known]
             for path in headers}
    done: set[str] = set()
    for start in headers:
        way = [(start, iter(edges[start]))]
        while way and start not in done:
            following = next(way[-1][1], None)
            if following is None:
                done.add(way.pop()[0])
            elif following in [path for path, _ in way]:
                yield Finding(way[-1][0], 0, f"goes in a circle: {following} leads back here")
            elif following not in done:
                way.append((following, iter(edges[following])))
    for room, below in MAY_INCLUDE.items():
        for other in below:
            if room in reachable(other):
                yield Finding("tests/house/rooms.py", 0, f"rooms {room} and {other} may include each other")


def walls(tree: Tree):
    for path in tree.below("src", *SOURCES) + tree.below("include", *SOURCES):
        for line, brackets, header in includes(tree, path):
            for prefix, allowed in WALLS.items():
                if brackets and header.startswith(prefix) and not any(fnmatch(path, glob) for glob in allowed):
                    yield Finding(path, line, f"<{header}> belongs behind its wall: {' '.join(allowed)}")
        room = room_of(path)
        for number, text in tree.lines(path):
            for match in NAME.finditer(COMMENT.sub("", text)):
                allowed = WALLS[NAMES[match.group(1)]]
                if path.startswith("include/") or not any(f.startswith(f"src/{room}/") for f in allowed):
                    yield Finding(path, number, f"{match.group(1)} is not spoken here: {' '.join(allowed)}")
    for prefix, allowed in WALLS.items():
        for glob in allowed:
            if not any(fnmatch(path, glob) for path in tree.files):
                yield Finding("tests/house/rooms.py", 0, f"the wall of {prefix} names {glob}, which is not there")


ROOM_CALL = re.compile(r"^pharos_room\((\w+)\s+USES\s+([^)]*)\)", re.MULTILINE)


def agrees_with_build(tree: Tree):
    built = {}
    for match in ROOM_CALL.finditer(tree.text("CMakeLists.txt")):
        built[match.group(1)] = {word.removeprefix("pharos_") for word in match.group(2).split()
                                 if word.startswith("pharos_")}
    for room in (set(MAY_INCLUDE) | set(built)) - {"tools"}:
        if room not in built or room not in MAY_INCLUDE:
            yield Finding("CMakeLists.txt", 0, f"room {room} stands in only one of CMakeLists.txt and rooms.py")
        elif built[room] != MAY_INCLUDE[room]:
            yield Finding("CMakeLists.txt", 0, f"room {room} uses {' '.join(sorted(built[room])) or 'nothing'} here, "
                                               f"{' '.join(sorted(MAY_INCLUDE[room])) or 'nothing'} in rooms.py")
