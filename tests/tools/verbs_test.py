#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb as its users call it: exit codes, tables, JSON for machines."""

import pathlib
import unittest

from program import CANNOT, DONE, FINDINGS, GOOD_TREE, WRONG_USE, Case, run


class Help(Case):
    VERBS = ["build", "serve", "search", "suggest", "explain", "analyze", "lint", "eval", "status", "preview",
             "backup"]

    def test_every_verb_has_help_with_examples_and_exit_codes(self):
        overview = run("--help").stdout.decode()
        for verb in self.VERBS:
            with self.subTest(verb=verb):
                self.assertIn(verb, overview)
                done = run(verb, "--help")
                self.assertEqual(done.returncode, DONE)
                self.assertIn("Examples:", done.stdout.decode())
                self.assertIn("pharos " + verb, done.stdout.decode())
                self.assertIn("Exit codes", done.stdout.decode())

    def test_wrong_use_is_two(self):
        for arguments in [
            [],
            ["fly"],
            ["build"],
            ["build", "content"],
            ["search", "--index", "x"],
            ["search", "--index", "x", "--limit", "-5", "q"],
            ["build", "c", "--index", "i", "--threads", "0"],
            ["status", "--nonsense"],
            ["lint"],
        ]:
            with self.subTest(arguments=arguments):
                self.assertEqual(run(*arguments).returncode, WRONG_USE)

    def test_the_version_is_told(self):
        self.assertEqual(run("--version").returncode, DONE)


class BuildAndAsk(Case):
    def setUp(self):
        super().setUp()
        self.tree(GOOD_TREE)

    def test_build_prints_a_table_or_json(self):
        table = run("build", self.content, "--index", self.index)
        self.assertEqual(table.returncode, DONE)
        self.assertIn("published", table.stdout.decode())
        self.assertIn("articles", table.stdout.decode())
        self.assertIn("reading", table.stderr.decode())
        summary = self.answer("build", self.content, "--index", self.index, "--json")
        self.assertEqual(summary["articles"], 3)
        self.assertEqual(summary["generation"], "gen-000002")
        self.assertEqual({row["language"]: row["articles"] for row in summary["languages"]}, {"en": 2, "zh-Hans": 1})

    def test_search(self):
        self.build()
        result = self.answer("search", "--index", self.index, "--lang", "en", "--json", "forgot", "password")
        self.assertEqual(result["hits"][0]["key"], "account/reset")
        self.assertIn("<mark>password</mark>", result["hits"][0]["snippet_html"])
        result = self.answer("search", "--index", self.index, "--lang", "zh-CN", "--json", "密码")
        self.assertEqual(result["hits"][0]["title_html"], "重置<mark>密码</mark>")
        self.assertEqual(result["hits"][0]["url"], "/zh-Hans/account/reset")
        asked = ["search", "--index", self.index, "--lang", "zh-Hans", "deposit"]
        result = self.answer(*asked, "--no-detect", "--json")
        self.assertTrue(result["hits"][0]["is_fallback"])
        self.assertEqual(result["query"]["language"], "zh-Hans")
        asked = ["search", "--index", self.index, "--lang", "zh-Hans", "how do I make a deposit"]
        result = self.answer(*asked, "--json")
        self.assertEqual(result["query"]["language"], "en")
        self.assertEqual(result["query"]["page_language"], "zh-Hans")
        self.assertIn("answered in en: asked in it, by its words", run(*asked).stdout.decode())
        asked = ["search", "--index", self.index, "pasword"]
        self.assertIn("searched as well: password (typo of pasword)", run(*asked).stdout.decode())
        self.assertIn("nothing found", run(*asked, "--no-rescue").stdout.decode())
        result = self.answer("search", "--index", self.index, "--category", "deposits", "--json", "password")
        self.assertEqual(result["total"], 0)
        plain = run("search", "--index", self.index, "confirmations").stdout.decode()
        self.assertIn("1. Deposit not credited", plain)
        self.assertIn("[confirmations]", plain)
        self.assertNotIn("<mark>", plain)
        self.assertNotIn("\033", plain)
        self.assertEqual(run("search", "--index", self.index, "zzzzz").returncode, DONE)
        self.assertEqual(run("search", "--index", self.index, "").returncode, DONE)

    def test_suggest(self):
        self.build()
        lines = self.answer("suggest", "--index", self.index, "--lang", "en", "--json", "dep")
        self.assertEqual([line["key"] for line in lines["suggestions"]], ["deposits/late"])
        self.assertIn("/en/deposits/late", run("suggest", "--index", self.index, "dep").stdout.decode())

    def test_explain(self):
        self.build()
        text = run("explain", "--index", self.index, "--lang", "en", "password", "--article", "deposits/late")
        self.assertEqual(text.returncode, DONE)
        self.assertIn("shares no term with the query", text.stdout.decode())
        self.fails(WRONG_USE, "--article", "explain", "--index", self.index, "x", "--article", "../x")

    def test_status(self):
        self.build()
        self.assertIn("every SHA-256 is right", run("status", "--index", self.index).stdout.decode())
        status = self.answer("status", "--index", self.index, "--json")
        self.assertEqual(status["generation"], "gen-000001")
        self.assertEqual(status["articles"], 3)

    def test_a_search_beyond_the_limits_is_wrong_use(self):
        self.build()
        ask = ["search", "--index", self.index, "--lang", "en"]
        self.fails(WRONG_USE, ["[q]", "100000 bytes"], *ask, "a" * 100_000)
        self.fails(WRONG_USE, ["[q]", "combining marks"], *ask, "a" + "\u0301" * 200)
        self.fails(WRONG_USE, ["[q]", "UTF-8"], *ask, b"\xff\xfe")
        self.fails(WRONG_USE, ["[category]", "nowhere"], *ask, "x", "--category", "nowhere")
        self.fails(WRONG_USE, "[offset]", *ask, "x", "--offset", "995")
        self.fails(WRONG_USE, "--limit", *ask, "x", "--limit", "18446744073709551615", "--offset", "5")
        self.fails(WRONG_USE, ["--lang", "en zh-Hans"], "search", "--index", self.index, "--lang", "tlh", "x")
        self.fails(WRONG_USE, "[q]", "suggest", "--index", self.index, "a" * 100_000)


class Analyze(Case):
    def test_terms_of_a_text(self):
        tokens = self.answer("analyze", "--lang", "zh-Hans", "--json", "ＵＳＤＴ提现")
        self.assertIn({"class": "bigram", "term": "提现", "begin": 12, "end": 18}, tokens)
        self.assertIn("stem\tusdt\t0-4\tUSDT", run("analyze", "--lang", "en", "USDT").stdout.decode())
        self.fails(WRONG_USE, "--lang", "analyze", "--lang", "klingon", "x")
        self.fails(WRONG_USE, "UTF-8", "analyze", "--lang", "en", b"\xff")


class Lint(Case):
    def test_clean_content_is_done(self):
        self.tree({"pharos.yml": "languages: [en]\n", "en/a.md": "---\ntitle: One\n---\nText enough for a page.\n"})
        self.assertEqual(run("lint", self.content).returncode, DONE)

    def test_faults_are_findings_with_path_line_and_rule(self):
        self.tree({"pharos.yml": "languages: [en]\n", "en/a.md": "---\ntitle: One\n---\nSee [x](gone.md).\n"})
        findings = self.answer("lint", self.content, "--json", "--strict", code=FINDINGS)
        rules = {(row["path"], row["line"], row["rule"]) for row in findings}
        self.assertIn(("en/a.md", 4, "broken-link"), rules)
        self.assertIn("en/a.md:4: ", run("lint", self.content).stdout.decode())

    def test_expectations_are_checked(self):
        page = "---\ntitle: One\nexpects: [something else entirely]\n---\nText enough for a page.\n"
        self.tree({"pharos.yml": "languages: [en]\n", "en/a.md": page})
        findings = self.answer("lint", self.content, "--json", code=FINDINGS)
        self.assertIn("expects-missed", {row["rule"] for row in findings})

    def test_what_editors_of_the_sample_expect_stands(self):
        done = run("lint", pathlib.Path(__file__).parents[2] / "content", timeout=300)
        self.assertEqual(done.returncode, DONE, done.stdout.decode())

    def test_rules_are_listed(self):
        done = run("lint", "--rules")
        self.assertEqual(done.returncode, DONE)
        self.assertIn("broken-link", done.stdout.decode())


class Eval(Case):
    QUERIES = (
        '{"id":"1","lang":"en","text":"reset password","relevant":["account/reset"]}\n'
        '{"id":"2","lang":"en","text":"zzzz","relevant":["account/reset"]}\n'
        '{"id":"3","lang":"zh-Hans","text":"密码","relevant":["account/reset"]}\n'
    )

    def test_measures_as_table_json_and_bars(self):
        self.tree(GOOD_TREE)
        self.build()
        queries = self.folder / "q.jsonl"
        queries.write_text(self.QUERIES)
        result = self.answer("eval", "--queries", queries, "--index", self.index, "--json")
        self.assertEqual([row["lang"] for row in result["languages"]], ["en", "zh-Hans"])
        self.assertAlmostEqual(result["all"]["mrr10"], 2 / 3)
        self.assertAlmostEqual(result["all"]["no_hit"], 1 / 3)
        self.assertEqual(result["failed"][0]["id"], "2")
        for key in ["queries", "mrr10", "r1", "r5", "r10", "ndcg10", "no_hit"]:
            self.assertIn(key, result["languages"][0])
        asked = ["eval", "--queries", queries, "--content", self.content]
        self.assertEqual(run(*asked, "--fail-under", "mrr10=0.6").returncode, DONE)
        missed = run(*asked, "--fail-under", "mrr10=0.9", "--fail-under", "no_hit=0.1")
        self.assertEqual(missed.returncode, FINDINGS)
        self.assertIn("missed: mrr10", missed.stderr.decode())
        self.assertIn("missed: no_hit", missed.stderr.decode())
        self.assertIn("wanted account/reset", missed.stdout.decode())

    def test_a_corpus_of_json_lines(self):
        corpus, queries = self.folder / "c.jsonl", self.folder / "q.jsonl"
        corpus.write_text('{"id":"d1","lang":"en","title":"Fees","body":"Withdrawal fees"}\n')
        queries.write_text('{"id":"1","lang":"en","text":"fee","relevant":["d1"]}\n')
        result = self.answer("eval", "--queries", queries, "--corpus", corpus, "--json", "--fail-under", "r1=1")
        self.assertEqual(result["all"]["r1"], 1)

    def test_terms_for_the_glossary_are_suggested_from_a_log(self):
        self.tree(GOOD_TREE)
        log = self.folder / "log.txt"
        log.write_text('passcode lost\nlost my passcode\n{"text":"口令忘了","lang":"zh-Hans"}\n')
        asked = ["eval", "--suggest-terms", "--queries", log, "--content", self.content]
        suggested = {row["text"]: row for row in self.answer(*asked, "--json")["suggestions"]}
        self.assertEqual(suggested["passcode"]["queries"], 2)
        self.assertEqual(suggested["passcode"]["reason"], "unknown")
        self.assertEqual(suggested["passcode"]["lang"], "en")
        table = run(*asked).stdout.decode()
        self.assertIn("glossary/en.yml", table)
        self.assertIn("passcode  (2 queries; no article has it)", table)
        self.assertEqual(run("eval", "--content", self.content).returncode, WRONG_USE)

    def test_routing_is_measured_by_articles_examples_and_folds(self):
        self.tree(GOOD_TREE)
        tickets = self.folder / "t.jsonl"
        tickets.write_text('{"text":"reset my password","lang":"en","label":"account"}\n'
                           '{"text":"my account was hacked, password reset","lang":"en","label":"account"}\n'
                           '{"text":"qwxyz vbnm","lang":"en","label":""}\n')
        result = self.answer("eval", "--routing", tickets, "--content", self.content, "--json")
        self.assertEqual((result["labelled"], result["nowhere"], result["urgent"]), (2, 1, 1))
        self.assertEqual(result["accuracy"], 1)
        self.assertEqual(result["unsure_when_nowhere"], 1)
        examples = self.folder / "e.jsonl"
        examples.write_text('{"id":"account","lang":"en","title":"A","body":"lost password\\npassword reset"}\n'
                            '{"id":"fees","lang":"en","title":"F","body":"what is the fee\\nwithdrawal fee"}\n')
        result = self.answer("eval", "--routing", tickets, "--corpus", examples, "--json")
        self.assertEqual(result["accuracy"], 1)
        table = run("eval", "--routing", tickets).stdout.decode()
        self.assertIn("2 texts with a label, 1 without; 1 are urgent", table)
        self.assertIn("baseline: nearest text", table)
        self.fails(WRONG_USE, "t.jsonl:", "eval", "--routing", self.folder / "t.jsonl", "--corpus", tickets)

    def test_routing_tells_what_is_taken_for_something_else(self):
        self.tree(GOOD_TREE)
        tickets = self.folder / "t.jsonl"
        tickets.write_text('{"text":"reset my password","lang":"en","label":"deposits"}\n'
                           '{"text":"Hello!","lang":"en","label":"account"}\n'
                           '{"text":"how do I avoid being hacked","lang":"en","label":""}\n')
        asked = ("eval", "--routing", tickets, "--content", self.content)
        result = self.answer(*asked, "--json")
        self.assertEqual((result["labelled"], result["nowhere"], result["urgent"]), (2, 1, 0))
        self.assertEqual(result["accuracy"], 0)
        pairs = {(pair["wanted"], pair["got"]): pair["count"] for pair in result["pairs"]}
        self.assertEqual(sum(pairs.values()), 3)
        self.assertEqual(pairs[("deposits", "account")], 1)
        self.assertEqual(pairs[("account", "")], 1)
        table = run(*asked).stdout.decode()
        self.assertIn("1  deposits -> account", table)
        self.assertIn("1  account -> (unsure)", table)
        self.assertNotIn("deposits -> account", run(*asked, "--failed", "0").stdout.decode())
        self.fails(CANNOT, "absent", "eval", "--routing", self.folder / "absent", "--content", self.content)
        tickets.write_text('{"text":"a","lang":"en"}\n')
        self.fails(WRONG_USE, "t.jsonl:1:", *asked)

    def test_wrong_input(self):
        self.tree(GOOD_TREE)
        queries = self.folder / "q.jsonl"
        queries.write_text(self.QUERIES + "{broken\n")
        self.fails(WRONG_USE, "q.jsonl:4:", "eval", "--queries", queries, "--content", self.content)
        queries.write_text(self.QUERIES)
        self.fails(WRONG_USE, "exactly one of", "eval", "--queries", queries)
        self.fails(WRONG_USE, "exactly one of", "eval", "--queries", queries, "--content", "a", "--index", "b")
        self.fails(WRONG_USE, "--fail-under", "eval", "--queries", queries, "--content", "a", "--fail-under", "speed=1")
        self.fails(CANNOT, "absent", "eval", "--queries", self.folder / "absent", "--content", self.content)


if __name__ == "__main__":
    unittest.main(verbosity=1)
