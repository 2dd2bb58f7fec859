// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tree_builder.h"

namespace pharos::content {
namespace {

TEST_CASE("notices are read in all languages, active ones first, newest first") {
  TreeBuilder tree;
  tree.settings({"en", "ja"})
      .page("en/deposits/a.md", "A")
      .file("notices/old.yml", "severity: maintenance\nstarted: 2026-11-21T02:00:00Z\nended: 2026-11-21T04:00:00Z\n")
      .file("notices/old.en.md", "---\ntitle: Was paused\n---\nIt works again.\n")
      .file("notices/slow.yml",
            "severity: incident\nstarted: 2026-11-20T08:00:00Z\nexpected_end: 2026-11-20T12:00:00Z\n"
            "affects: [deposits, deposits/a]\n")
      .file("notices/slow.en.md", "---\ntitle: Deposits are slow\ncause: A node.\n---\nSee [A](../en/deposits/a.md).\n")
      .file("notices/slow.ja.md", "---\ntitle: 入金の遅延\n---\n遅れています。\n");
  const Library library = tree.read();
  CHECK(joined(found(lint(library), "notice")) == "");
  CHECK(joined(found(lint(library), "notice-target")) == "");
  REQUIRE(library.notices.size() == 2);
  const Notice& slow = library.notices[0];
  CHECK(slow.id == "slow");
  CHECK(slow.severity == NoticeSeverity::kIncident);
  CHECK(slow.active(*parse_time("2026-11-22")));
  CHECK(joined(slow.affects) == "deposits | deposits/a");
  CHECK(slow.texts.at(lang("en")).cause == "A node.");
  CHECK(slow.texts.at(lang("en")).html.find("pharos:deposits/a") != std::string::npos);
  CHECK(slow.texts.at(lang("ja")).title == "入金の遅延");
  CHECK_FALSE(library.notices[1].active(*parse_time("2026-11-22")));
  CHECK(name(library.notices[1].severity) == "maintenance");
}

TEST_CASE("faults of notices are told, each with what to do") {
  TreeBuilder tree;
  tree.settings({"en"})
      .page("en/a.md", "A")
      .file("notices/a.yml", "severity: bad\nstarted: soon\ncolour: red\n")
      .file("notices/a.en.md", "No title.\n")
      .file("notices/b.en.md", "---\ntitle: B\n---\nText\n")
      .file("notices/c.yml", "severity: info\n")
      .file("notices/d.md", "Text\n")
      .file("notices/e.yml", "affects: [nowhere]\n")
      .file("notices/e.en.md", "---\ntitle: E\n---\n");
  const Library library = tree.read();
  CHECK(joined(found(lint(library), "notice")) ==
        "notices/a.en.md:1 notice | notices/a.yml:1 notice | notices/a.yml:2 notice | notices/a.yml:3 notice | "
        "notices/b.en.md:0 notice | notices/c.yml:0 notice | notices/d.md:0 notice");
  CHECK(found(lint(library), "notice-target").size() == 1);
  CHECK(library.notices.size() == 2);
}

TEST_CASE("glossaries are read, a language a file") {
  TreeBuilder tree;
  tree.settings({"en", "zh-Hans"})
      .page("en/a.md", "A")
      .file("glossary/zh-hans.yml",
            "terms:\n  - concept: deposit\n    term: 充值\n    synonyms: [充币, 入金]\n    typed: 存币\n    "
            "definition: 转入。\n")
      .file("glossary/en.yml", "terms:\n  - {term: deposit, synonyms: [top up]}\n");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "");
  REQUIRE(library.glossaries.size() == 2);
  CHECK(library.glossaries[0].language == lang("en"));
  REQUIRE(library.glossaries[1].terms.size() == 1);
  const GlossaryTerm& term = library.glossaries[1].terms[0];
  CHECK(term.concept_id == "deposit");
  CHECK(term.term == "充值");
  CHECK(joined(term.synonyms) == "充币 | 入金");
  CHECK(joined(term.typed) == "存币");
  CHECK(term.definition == "转入。");
}

TEST_CASE("faults of glossaries are told") {
  TreeBuilder tree;
  tree.settings({"en", "de", "fr"})
      .page("en/a.md", "A")
      .file("glossary/en.yml",
            "terms:\n  - {synonyms: [x]}\n  - word\n  - {term: a, synonyms: [b]}\n  - {term: c, synonyms: [B]}\n  - "
            "{term: d, "
            "colour: red}\n")
      .file("glossary/de.yml", "words: []\n")
      .file("glossary/fr.yml", "a: b: c\n");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics, "glossary")) ==
        "glossary/de.yml:1 glossary | glossary/en.yml:2 glossary | glossary/en.yml:3 glossary | glossary/en.yml:5 "
        "glossary | "
        "glossary/en.yml:6 glossary | glossary/fr.yml:1 glossary");
  CHECK(library.glossaries[1].terms.size() == 3);
}

}  // namespace
}  // namespace pharos::content
