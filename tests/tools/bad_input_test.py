#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input gets a clear message (what, where, how to mend) and the right exit code."""

import json
import unittest

from program import CANNOT, DONE, FINDINGS, GOOD_TREE, WRONG_USE, Case, run


class BadContent(Case):
    """Each is a diagnostic with path, line and remedy; the good page beside it is built all the same."""

    GOOD = {"pharos.yml": "languages: [en, ru]\n", "en/good.md": "---\ntitle: Good\n---\nText enough for a page.\n"}

    def findings(self, files):
        self.tree({**self.GOOD, **files})
        done = run("lint", self.content, "--json", "--notes", "--strict")
        self.assertIn(done.returncode, [DONE, FINDINGS], done.stderr.decode())
        rows = json.loads(done.stdout)
        self.assertGreaterEqual(self.answer("build", self.content, "--index", self.index, "--json")["articles"], 1)
        found = self.answer("search", "--index", self.index, "--lang", "en", "--json", "good")
        self.assertEqual(found["hits"][0]["key"], "good")
        return rows

    def about(self, rows, path):
        about = [row for row in rows if row["path"] == path]
        self.assertTrue(about, f"nothing about {path} in {rows}")
        for row in about:
            self.assertGreater(len(row["message"]), 15)
        return about

    def test_broken_yaml(self):
        about = self.about(self.findings({"en/bad.md": "---\ntitle: [never closed\n---\nText.\n"}), "en/bad.md")
        self.assertGreaterEqual(max(row["line"] for row in about), 1)

    def test_broken_utf8(self):
        self.about(self.findings({"en/bad.md": b"---\ntitle: Bad\n---\nText \xff\xfe\n"}), "en/bad.md")

    def test_a_ten_mebibyte_article(self):
        self.about(self.findings({"en/big.md": "# Big\n\n" + "word " * (2 * 1024 * 1024)}), "en/big.md")

    def test_a_symlink_out_of_the_tree(self):
        secret = self.folder / "secret.md"
        secret.write_text("---\ntitle: Secret\n---\nhush\n")
        (self.content / "en").mkdir()
        (self.content / "en" / "leak.md").symlink_to(secret)
        self.about(self.findings({}), "en/leak.md")
        self.assertEqual(self.answer("search", "--index", self.index, "--lang", "en", "--json", "hush")["total"], 0)

    def test_two_pages_with_one_key(self):
        rows = self.findings({"en/a.md": "---\ntitle: A\n---\nText.\n", "en/a/index.md": "---\ntitle: B\n---\nText.\n",
                              "en/b.md": "---\ntitle: C\ntranslationKey: a\n---\nText.\n"})
        self.assertTrue([row for row in rows if "key" in row["rule"] or "key" in row["message"]], rows)

    def test_a_missing_front_matter(self):
        self.findings({"en/plain.md": "# Plain page\n\nWith a plain sentence.\n"})
        found = self.answer("search", "--index", self.index, "--lang", "en", "--json", "plain sentence")
        self.assertEqual(found["hits"][0]["title"], "Plain page")

    def test_a_language_that_is_not_configured(self):
        rows = self.findings({"de/seite.md": "---\ntitle: Seite\n---\nText.\n"})
        self.assertTrue([row for row in rows if "de" in row["path"] or "'de'" in row["message"]], rows)

    def test_broken_settings(self):
        self.tree({**self.GOOD, "pharos.yml": "languages: [en\n  nonsense: ["})
        done = run("lint", self.content, "--json")
        self.assertIn(done.returncode, [FINDINGS, WRONG_USE], done.stderr.decode())


class CannotBeDone(Case):
    def test_an_empty_or_absent_folder(self):
        self.fails(CANNOT, "holds no markdown", "build", self.content, "--index", self.index)
        self.fails(CANNOT, "nowhere", "build", self.folder / "nowhere", "--index", self.index)
        self.fails(CANNOT, "nowhere", "lint", self.folder / "nowhere")

    def test_an_index_that_is_not_there(self):
        for verb in [["search", "x"], ["suggest", "x"], ["explain", "x"], ["status"]]:
            with self.subTest(verb=verb):
                self.fails(CANNOT, "pharos build", verb[0], "--index", self.folder / "none", *verb[1:])

    def test_an_index_of_another_version(self):
        self.tree(GOOD_TREE)
        self.build()
        manifest = self.index / "gen-000001" / "manifest.json"
        text = manifest.read_text()
        manifest.write_text(text.replace('"schema": ', '"schema": 9'))
        for verb in [["search", "x"], ["status"]]:
            self.fails(CANNOT, ["index version 9", "pharos build"], verb[0], "--index", self.index, *verb[1:])
        manifest.write_text(text)
        (self.index / "CURRENT").write_text("garbage")
        self.fails(CANNOT, "pharos build", "status", "--index", self.index)

    def test_a_damaged_file(self):
        self.tree(GOOD_TREE)
        self.build()
        database = self.index / "gen-000001" / "en.glass"
        data = bytearray(database.read_bytes())
        data[len(data) // 2] ^= 1
        database.write_bytes(data)
        self.fails(CANNOT, ["en.glass is damaged", "pharos build"], "search", "--index", self.index, "x")
        self.build()
        self.assertEqual(run("status", "--index", self.index).returncode, DONE)

    def test_an_index_folder_that_is_something_else(self):
        self.tree(GOOD_TREE)
        self.fails(WRONG_USE, "no part of an index", "build", self.content, "--index", self.content)
        self.assertTrue((self.content / "en" / "account" / "reset.md").exists())

    def test_options_that_name_nothing(self):
        self.tree(GOOD_TREE)
        self.fails(WRONG_USE, "--layout", "build", self.content, "--index", self.index, "--layout", "cube")
        self.fails(WRONG_USE, "--languages", "build", self.content, "--index", self.index, "--languages", "klingon")
        self.fails(WRONG_USE, "--listen", "serve", self.content, "--index", self.index, "--listen", "here")
        self.fails(CANNOT, "--site", "serve", self.content, "--index", self.index, "--site", self.folder / "none")


if __name__ == "__main__":
    unittest.main(verbosity=1)
