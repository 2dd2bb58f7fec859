// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/linter.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "content/report.h"
#include "pharos/base/error.h"
#include "tree_builder.h"

namespace pharos::content {
namespace {

std::set<std::string> rule_names() {
  std::set<std::string> names;
  for (const LintRule& rule : lint_rules()) names.emplace(rule.name);
  return names;
}

TEST_CASE("every rule has a name of its own and says how to mend what it finds") {
  CHECK(rule_names().size() == lint_rules().size());
  for (const LintRule& rule : lint_rules()) {
    CAPTURE(rule.name);
    CHECK(rule.description.size() > 20);
    CHECK(rule.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
  }
}

TEST_CASE("a rule without a row cannot be reported") {
  Diagnostics diagnostics;
  CHECK_THROWS_AS(report(diagnostics, "no-such-rule", "a.md", 1, "x"), Error);
  report(diagnostics, "broken-link", "a.md", 1, "x");
  CHECK(diagnostics[0].severity == Severity::kWarning);
}

/// A tree with as many faults as there are rules.
TreeBuilder faulty_tree() {
  TreeBuilder tree;
  tree.settings({"en", "de", "fr"}, "categories: [a, nowhere]\ncolour: red\nrouting: {queues: {nowhere: q}}\n")
      .file("en/a/front.md", "---\ntitle: [x]\n---\nText\n")
      .file("en/a/bytes.md", "---\ntitle: B\n---\n\xFF\n")
      .file("en/a/large.md", std::string(600 * 1024, 'x'))
      .page("en/a/twice.md", "Twice")
      .page("en/a/twice.mdx", "Twice")
      .file("en/a/untitled.md", "Text\n")
      .page("en/a/links.md", "Links", "[x](nowhere.md) [y](#nowhere) ![z](nowhere.png) [j](javascript:alert(1))\n")
      .page("en/a/html.md", "HTML",
            "<script>alert(1)</script>\n\n## A {#a}\n\n## B {#a}\n\n<Tabs>x</Tabs>\n\n::: tip\nnever closed\n")
      .file("en/a/related.md", "---\ntitle: R\nrelated: [nowhere]\nsummary: S\n---\nText\n")
      .page("en/a/empty.md", "Empty", "")
      .page("en/a/same.md", "Twice")
      .page("en/search.md", "Search")
      .file("en/a/alias.md", "---\ntitle: Al\naliases: [a/twice, old]\n---\nText\n")
      .file("en/a/alias2.md", "---\ntitle: Al2\naliases: [old]\n---\nText\n")
      .page("de/a/twice.md", "Twice")
      .page("de/a/orphan.md", "Waise", "Deutscher Text.\n")
      .page("pl/a/twice.md", "Dwa")
      .page("drafts/x.md", "X")
      .file("notices/n.yml", "severity: bad\naffects: [nowhere]\n")
      .page("notices/n.en.md", "N")
      .file("glossary/en.yml", "words: 1\n");
  std::filesystem::create_symlink("/etc/hostname", tree.path() / "en/a/outside.md");
  return tree;
}

TEST_CASE("every rule that a faulty tree brings up is in the table, and almost every one is brought up") {
  const Diagnostics all = lint(faulty_tree().read());
  std::set<std::string> emitted;
  for (const Diagnostic& d : all) {
    CAPTURE(to_line(d));
    CHECK(rule_names().contains(d.rule));
    CHECK_FALSE(d.message.empty());
    CHECK_FALSE(d.path.empty());
    emitted.insert(d.rule);
  }
  // Those that need another layout, a limit, a file without permissions or a search have tests of their own.
  const std::set<std::string> elsewhere = {"category-file", "unreadable-file", "bad-path", "output-budget",
                                           "expects-missed"};
  for (const std::string& name : rule_names()) {
    CAPTURE(name);
    CHECK(emitted.contains(name) != elsewhere.contains(name));
  }
  CHECK(std::is_sorted(all.begin(), all.end()));
}

TEST_CASE("what was found while reading is told once more by lint, and nothing twice") {
  TreeBuilder tree;
  tree.settings({"en"}).file("en/a.md", "---\ntitle: A\nsummary: S\n---\n[x](nowhere.md)\n");
  CHECK(joined(found(lint(tree.read()))) == "en/a.md:5 broken-link");
}

TEST_CASE("a sound tree has no findings") {
  TreeBuilder tree;
  tree.settings({"en", "de"}, "categories: [a]\n")
      .file("en/a/x.md", "---\ntitle: X\nsummary: S\naliases: [old/x]\n---\nSome words.\n")
      .file("de/a/x.md", "---\ntitle: X\nsummary: S\n---\nEin paar Worte.\n");
  CHECK(joined(found(lint(tree.read()))) == "");
}

TEST_CASE("missing translations are one finding an article and name the languages") {
  TreeBuilder tree;
  tree.settings({"en", "de", "fr", "ja"})
      .page("en/a.md", "A", "Some words.\n")
      .page("en/b.md", "B", "Other words.\n")
      .page("de/a.md", "Ah", "Ein paar Worte.\n")
      .page("fr/b.md", "Bé", "D'autres mots.\n");
  const Diagnostics all = lint(tree.read());
  CHECK(joined(found(all, "missing-translation")) == "en/a.md:0 missing-translation | en/b.md:0 missing-translation");
  CHECK(mentions(all, "missing-translation", "not yet in fr:"));
  CHECK(mentions(all, "missing-translation", "not yet in de:"));
  CHECK(joined(found(all, "language-without-articles")) == "pharos.yml:0 language-without-articles");
}

}  // namespace
}  // namespace pharos::content
