// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/question_desk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "desk/naughty_strings.h"
#include "engine/draft_place.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/content/library.h"
#include "pharos/content/question_writer.h"
#include "pharos/engine/build.h"

namespace pharos::engine {
namespace {

namespace fs = std::filesystem;

desk::Question question(const std::string& language, const std::string& text, const std::string& id = "q-1n9x2abc") {
  desk::Question asked;
  asked.id = id;
  asked.language = language;
  asked.text = text;
  asked.askers = 3;
  return asked;
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  write_file_synced(path, text);
}

/// A content folder of two languages.
class SmallContent {
 public:
  SmallContent() {
    write(root() / "en/deposits/missing.md", "---\ntitle: Deposit missing\nquestions: [where is it]\n---\nWait.\n");
    write(root() / "en/fees.md", "# Fees\n\nNothing is free.\n");
    write(root() / "de/deposits/missing.md", "---\ntitle: Einzahlung fehlt\n---\nWarten.\n");
    write(root() / "zh-Hans/deposits/missing.md", "---\ntitle: 充值没有到账\n---\n请耐心等待。\n");
  }
  const fs::path& root() const { return folder_.path(); }
  static content::ReadOptions options() {
    content::ReadOptions read;
    for (const char* tag : {"en", "de", "zh-Hans"}) read.languages.push_back(Language::require(tag));
    return read;
  }
  content::Library read() const {
    content::ReadOptions read = options();
    read.drafts = true;
    return content::read_library(root(), read);
  }
  WrittenQuestion draft(const desk::Question& asked, const std::string& title, const std::string& category) const {
    return write_draft(root(), asked, title, category, options());
  }
  WrittenQuestion phrasing(const desk::Question& asked, const char* key) const {
    return write_phrasing(root(), asked, ArticleKey::require(key), options());
  }
  const content::Article* find(const content::Library& library, const ArticleKey& key, const char* language) const {
    return library.find(key, Language::require(language));
  }

 private:
  TemporaryFolder folder_;
};

TEST_CASE("an accepted question becomes a draft that an editor completes") {
  const SmallContent content;
  const auto written = content.draft(question("en", "Why: is my \"deposit\"\n- gone?"), "", "deposits");
  CHECK(written.path == "en/deposits/why-is-my-deposit-gone.md");
  CHECK(written.key.str() == "deposits/why-is-my-deposit-gone");
  const std::string text = read_file(content.root() / written.path);
  CHECK(text.find("draft: true\n") != std::string::npos);
  CHECK(text.find("Asked by 3 readers") != std::string::npos);

  const content::Library library = content.read();
  const content::Article* draft = content.find(library, written.key, "en");
  REQUIRE(draft != nullptr);
  CHECK(draft->draft);
  CHECK(draft->title == "Why: is my \"deposit\" - gone?");
  CHECK(draft->questions == std::vector<std::string>{"Why: is my \"deposit\" - gone?"});
  CHECK(draft->category == "deposits");
  // Readers do not get it before an editor is done.
  CHECK(content::read_library(content.root(), SmallContent::options()).find(written.key, Language::require("en")) ==
        nullptr);
}

TEST_CASE("a draft stands where its language's articles stand, under a name of its own") {
  const SmallContent content;
  CHECK(content.draft(question("de", "Wie hoch ist die Gebühr?"), "", "").path == "de/wie-hoch-ist-die-gebuhr.md");
  CHECK(content.draft(question("en", "some question"), "A Better Title", "deposits").path ==
        "en/deposits/a-better-title.md");
  // The same name again, as an article of another language, as a file that is no article.
  CHECK(content.draft(question("en", "missing"), "", "deposits").path == "en/deposits/missing-2.md");
  CHECK(content.draft(question("en", "Wie hoch ist die Gebühr"), "", "").path == "en/wie-hoch-ist-die-gebuhr-2.md");
  write(content.root() / "en/deposits/taken.md", std::string(600 << 10, 'x'));
  CHECK(content.draft(question("en", "taken"), "", "deposits").path == "en/deposits/taken-2.md");
  CHECK(fs::file_size(content.root() / "en/deposits/taken.md") == 600 << 10);
  // Without letters that addresses are made of.
  CHECK(content.draft(question("zh-Hans", "USDT充值为什么没有到账？"), "", "deposits").path ==
        "zh-Hans/deposits/question-1n9x2abc.md");
  const content::Library library = content.read();
  const auto* chinese = content.find(library, ArticleKey::require("deposits/question-1n9x2abc"), "zh-Hans");
  REQUIRE(chinese != nullptr);
  CHECK(chinese->title == "USDT充值为什么没有到账？");
  // The first article of a language.
  CHECK(draft_path(library, "fr", ArticleKey::require("deposits/new")) == "fr/deposits/new.md");
}

TEST_CASE("names of addresses") {
  struct Row {
    const char* title;
    const char* slug;
  };
  for (const Row& row : {
           Row{"How do I reset 2FA?", "how-do-i-reset-2fa"},
           Row{"I can't log in!!", "i-cant-log-in"},
           Row{"¿Cómo cambio mi contraseña?", "como-cambio-mi-contrasena"},
           Row{"Şifremi nasıl değiştiririm", "sifremi-nasil-degistiririm"},
           Row{"ＵＳＤＴ　deposit", "usdt-deposit"},
           Row{"../../etc/passwd", "etc-passwd"},
           Row{"提现", "question-7"},
           Row{"如何提现 USDT 到钱包", "question-7"},
           Row{"Как вывести USDT", "question-7"},
           Row{"2FA", "question-7"},
           Row{"", "question-7"},
           Row{"one two three four five six seven eight nine ten eleven twelve thirteen",
               "one-two-three-four-five-six-seven-eight-nine-ten-eleven"},
       }) {
    CAPTURE(row.title);
    CHECK(slug_of(row.title, "q-7") == row.slug);
  }
}

TEST_CASE("other trees get their drafts where their pages are") {
  const TemporaryFolder folder;
  const fs::path& root = folder.path();
  write(root / "docs/deposits/missing.md", "# Deposit missing\n\nWait for the network.\n");
  write(root / "i18n/de/docusaurus-plugin-content-docs/current/deposits/missing.md",
        "# Einzahlung fehlt\n\nWarten Sie auf das Netzwerk.\n");
  write(root / "docusaurus.config.js", "module.exports = {};\n");
  content::ReadOptions options;
  options.default_language = Language::require("en");
  options.drafts = true;
  const content::Library library = content::read_library(root, options);
  REQUIRE(library.articles.size() == 2);
  const ArticleKey key = ArticleKey::require("deposits/new");
  CHECK(draft_path(library, "en", key) == "docs/deposits/new.md");
  CHECK(draft_path(library, "de", key) == "i18n/de/docusaurus-plugin-content-docs/current/deposits/new.md");
  CHECK_THROWS_AS(draft_path(library, "fr", key), Error);
  CHECK_THROWS_AS(draft_path(library, "no language", key), Error);
}

TEST_CASE("a phrasing is added to an article, and every other byte stays") {
  const SmallContent content;
  const ArticleKey key = ArticleKey::require("deposits/missing");
  const auto written = content.phrasing(question("en", "has my deposit\nvanished: why?"), key.str().c_str());
  CHECK(written.path == "en/deposits/missing.md");
  CHECK(written.changed);
  CHECK(read_file(content.root() / written.path) ==
        "---\ntitle: Deposit missing\nquestions: [where is it, \"has my deposit vanished: why?\"]\n---\nWait.\n");
  CHECK_FALSE(content.phrasing(question("en", "has my deposit vanished: why?"), key.str().c_str()).changed);
  CHECK(content.phrasing(question("de", "wo ist mein Geld"), key.str().c_str()).path == "de/deposits/missing.md");
  CHECK(content.phrasing(question("en", "what does it cost"), "fees").changed);
  const content::Library library = content.read();
  CHECK(content.find(library, key, "de")->questions == std::vector<std::string>{"wo ist mein Geld"});
  CHECK(content.find(library, ArticleKey::require("fees"), "en")->title == "Fees");
  CHECK(content.find(library, ArticleKey::require("fees"), "en")->questions ==
        std::vector<std::string>{"what does it cost"});
}

TEST_CASE("what cannot be written is told, and nothing is written") {
  const SmallContent content;
  write(content.root() / "en/toml.md", "+++\ntitle = \"A\"\n+++\nBody\n");
  const auto parameter_of = [](const std::function<void()>& call) -> std::string {
    try {
      call();
    } catch (const Error& error) {
      return error.parameter();
    }
    return "nothing was thrown";
  };
  const auto before = list_files(content.root()).files.size();
  CHECK(parameter_of([&] { content.draft(question("en", "why"), "", "nowhere"); }) == "category");
  CHECK(parameter_of([&] { content.draft(question("en", "why"), "", "../en"); }) == "category");
  CHECK(parameter_of([&] { content.draft(question("en", " \n "), "", ""); }) == "text");
  CHECK(parameter_of([&] { content.phrasing(question("fr", "pourquoi"), "deposits/missing"); }) == "article");
  CHECK(parameter_of([&] { content.phrasing(question("en", "why"), "none"); }) == "article");
  CHECK(parameter_of([&] { content.phrasing(question("en", "why"), "toml"); }) == "article");
  CHECK(list_files(content.root()).files.size() == before);
}

TEST_CASE("whatever readers typed becomes a draft and a phrasing that are read back") {
  const SmallContent content;
  std::vector<std::pair<ArticleKey, std::string>> drafts;
  std::vector<std::string> phrasings = {"where is it"};
  int number = 0;
  for (const auto* strings : {&desk::naughty_strings(), &desk::broken_strings()}) {
    for (const desk::NaughtyString& row : *strings) {
      CAPTURE(row.kind);
      const desk::Question asked = question("en", row.text, "q-" + std::to_string(++number));
      const std::string line = content::question_line(row.text);
      if (line.empty()) {
        CHECK_THROWS_AS(content.draft(asked, "", "deposits"), Error);
        continue;
      }
      if (number % 4 == 0) drafts.emplace_back(content.draft(asked, "", "deposits").key, line);
      const auto phrased = content.phrasing(asked, "deposits/missing");
      if (phrased.changed) phrasings.push_back(line);
    }
  }
  const content::Library library = content.read();
  CHECK(content.find(library, ArticleKey::require("deposits/missing"), "en")->questions == phrasings);
  for (const auto& [key, line] : drafts) {
    CAPTURE(line);
    const content::Article* draft = content.find(library, key, "en");
    REQUIRE(draft != nullptr);
    CHECK(draft->draft);
    CHECK(draft->questions == std::vector<std::string>{line});
    CHECK_FALSE(draft->title.empty());
  }
  CHECK(drafts.size() > 10);
}

TEST_CASE("duplicates are told by words, and by the article that answers both") {
  const TemporaryFolder folder;
  write(folder.path() / "content/en/account/lost-authenticator.md",
        "---\ntitle: Reset two-factor authentication when your phone is lost\nquestions:\n  - lost my phone\n"
        "  - authenticator deleted\n---\nOpen the sign-in page and choose to reset the authenticator.\n");
  write(folder.path() / "content/en/deposits/missing.md",
        "---\ntitle: A deposit is missing\nquestions:\n  - deposit not credited\n---\nWait for confirmations.\n");
  build(folder.path() / "content", folder.path() / "index", {});
  const HelpCenter help_center(folder.path() / "index");
  const std::vector<desk::Question> questions = {
      question("en", "lost my phone, what about my authenticator", "q-1"),
      question("en", "my authenticator was deleted", "q-2"),
      question("en", "can I have a tax report", "q-3"),
      question("en", "a tax report, can I have it", "q-4"),
      question("en", "deposit not credited", "q-5"),
  };
  const auto by_words = duplicate_questions(questions, nullptr);
  REQUIRE(by_words.size() == 1);
  CHECK(by_words[0].id == "q-4");
  CHECK(by_words[0].like == "q-3");
  CHECK(by_words[0].article.empty());
  const auto with_search = duplicate_questions(questions, &help_center);
  REQUIRE(with_search.size() == 2);
  CHECK(with_search[0].id == "q-4");
  CHECK(with_search[1].id == "q-2");
  CHECK(with_search[1].like == "q-1");
  CHECK(with_search[1].article == "account/lost-authenticator");
}

}  // namespace
}  // namespace pharos::engine
