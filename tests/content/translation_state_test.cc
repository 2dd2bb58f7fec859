// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/translation_state.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tree_builder.h"

namespace pharos::content {
namespace {

constexpr const char* kEnglish =
    "Your deposit is credited as soon as the network has confirmed it. Open the history of your account to see how "
    "many "
    "confirmations it still needs. If it has been there for more than a day, write to us with the transaction hash.";

Page page(const std::string& tag, const std::string& key, const std::string& title, const std::string& body) {
  Page result(Article(ArticleKey::require(key), lang(tag)), Place{lang(tag), key + ".md"});
  result.article.title = title;
  result.article.path = tag + "/" + key + ".md";
  result.body = body;
  return result;
}

struct Row {
  std::string why;
  const char* tag;
  std::string title;
  std::string body;
  bool copy;
};

TEST_CASE("a page that is still in the default language is told from a translation") {
  const std::string code =
      "```\ncurl -H 'X-Key: abc' https://api.example/v1/deposits | jq .status.confirmations.needed\n```\n";
  const Row rows[] = {
      {"the same text", "de", "Deposits", kEnglish, true},
      {"the same text with other white space", "sk", "Deposits", "\n\n" + std::string(kEnglish) + "\n\n", true},
      {"the same text in a script of its own", "ja", "Deposits", kEnglish, true},
      {"an older version", "fr", "Deposit", std::string(kEnglish).substr(0, 150) + " Then wait a little more.", true},
      {"the title alone is translated", "de", "Einzahlungen", kEnglish, true},
      {"a translation", "de", "Einzahlungen",
       "Ihre Einzahlung wird gutgeschrieben, sobald das Netzwerk sie bestätigt hat. Öffnen Sie den Verlauf Ihres "
       "Kontos, "
       "um zu sehen, wie viele Bestätigungen noch fehlen. Dauert es länger als einen Tag, schreiben Sie uns mit dem "
       "Hash.",
       false},
      {"a translation into Japanese", "ja", "入金",
       "入金はネットワークで承認され次第反映されます。残りの承認数は口座の履歴で確認できます。一日以上経っても反映され"
       "ない場合は、取引ハッシュを添えてご連絡ください。",
       false},
      {"a translation with much untranslatable code", "de", "Einzahlungen", "So fragt man ab:\n\n" + code + code + code,
       false},
      {"British English may be almost the same", "en-GB", "Deposits",
       std::string(kEnglish) + " Cheers for your patience.", false},
      {"British English may not be quite the same", "en-GB", "Deposits", kEnglish, true},
      {"a few names only, with a translated title", "de", "Verweise", "[Lumen](https://lumen.example)", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    std::vector<Page> pages;
    pages.push_back(page("en", "a/deposits", "Deposits", std::string(kEnglish) + "\n\n"));
    pages.push_back(page("en", "a/code", "Code", "How to ask:\n\n" + code));
    pages.push_back(page(row.tag, "a/deposits", row.title, row.body));
    mark_untranslated_copies(pages, lang("en"));
    CHECK(pages[2].article.untranslated_copy == row.copy);
    CHECK(pages[2].diagnostics.size() == (row.copy ? 1 : 0));
    CHECK_FALSE(pages[0].article.untranslated_copy);
  }
}

TEST_CASE("pages of almost no prose are copies only when they are the same") {
  std::vector<Page> pages;
  pages.push_back(page("en", "links", "Links", "- [Android](a.md)\n- [iOS](b.md)\n"));
  pages.push_back(page("de", "links", "Links", "- [Android](a.md)\n- [iOS](b.md)\n"));
  pages.push_back(page("fr", "links", "Liens", "- [Android](a.md)\n- [iOS](b.md)\n"));
  pages.push_back(page("en", "empty", "", ""));
  pages.push_back(page("de", "empty", "", ""));
  mark_untranslated_copies(pages, lang("en"));
  CHECK(pages[1].article.untranslated_copy);
  CHECK_FALSE(pages[2].article.untranslated_copy);
  CHECK(pages[4].article.untranslated_copy);
}

TEST_CASE("a list of names is no copy when the words around it are translated") {
  std::string names;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'l'; ++b) names += std::string("- Mr") + a + b + " " + b + a + "son\n";
  }
  std::vector<Page> pages;
  pages.push_back(page("en", "a", "Deposits", std::string(kEnglish) + kEnglish));
  pages.push_back(page("en", "thanks", "Thanks", "These people have helped us to open the network:\n\n" + names));
  pages.push_back(page("de", "thanks", "Danke", "Diese Leute haben uns geholfen, das Netz zu öffnen:\n\n" + names));
  pages.push_back(page("fr", "thanks", "Merci", "These people have helped us to open the network:\n\n" + names));
  pages.push_back(page("sk", "thanks", "Thanks", "These people have helped us to open the network:\n\n" + names));
  mark_untranslated_copies(pages, lang("en"));
  CHECK_FALSE(pages[2].article.untranslated_copy);
  CHECK(pages[3].article.untranslated_copy);
  CHECK(pages[4].article.untranslated_copy);
}

TEST_CASE("a page of a few words is no translation where all others are copies") {
  std::vector<Page> pages;
  pages.push_back(page("en", "a", "Deposits", kEnglish));
  for (int i = 0; i < 10; ++i) {
    pages.push_back(page("en", "b" + std::to_string(i), "Deposits", kEnglish));
    pages.push_back(page("sk", "b" + std::to_string(i), "Deposits", kEnglish));
  }
  pages.push_back(page("sk", "old", "History", "See the network."));
  pages.push_back(page("de", "old", "History", "See the network."));
  pages.push_back(page("de", "new", "Neues", "Ganz andere Worte."));
  mark_untranslated_copies(pages, lang("en"));
  CHECK(pages[21].article.untranslated_copy);
  CHECK_FALSE(pages[22].article.untranslated_copy);
}

TEST_CASE("neighbouring languages are not taken for each other") {
  std::vector<Page> pages;
  pages.push_back(
      page("es", "a", "Depósitos",
           "Su depósito se acredita en cuanto la red lo confirma. Abra el historial de su cuenta para ver cuántas "
           "confirmaciones faltan todavía."));
  pages.push_back(
      page("pt", "a", "Depósitos",
           "Seu depósito é creditado assim que a rede o confirma. Abra o histórico da sua conta para ver quantas "
           "confirmações ainda faltam."));
  pages.push_back(page("zh-Hans", "b", "充值", "区块链确认后即可到账。请在历史记录中查看确认数。"));
  mark_untranslated_copies(pages, lang("es"));
  CHECK_FALSE(pages[1].article.untranslated_copy);
  CHECK_FALSE(pages[2].article.untranslated_copy);
}

TEST_CASE("words are counted without code, addresses, tags and ids") {
  const auto words = [](const std::string& body) { return prose_words(page("en", "a", "", body)).size(); };
  CHECK(words("one two, three") == 3);
  CHECK(words("one `two` three") == 2);
  CHECK(words("[one two](three/four.md) five") == 3);
  CHECK(words("## One {#two}") == 1);
  CHECK(words("<b class=\"x\">one</b> https://two.example/three four") == 2);
  CHECK(words("```\none\n```\ntwo\n~~~\nthree\n~~~\n") == 1);
  CHECK(words("充值到账") == 4);
  CHECK(words("a < b and c > d") >= 2);
}

TEST_CASE("a copy is kept and readable, but not counted as an article") {
  TreeBuilder tree;
  tree.settings({"en", "de"}).page("en/a.md", "Deposits", kEnglish).page("de/a.md", "Deposits", kEnglish);
  const Library library = tree.read();
  CHECK(library.counts.articles == 1);
  CHECK(library.counts.untranslated_copies == 1);
  CHECK(article(library, "a", "de").untranslated_copy);
  CHECK_FALSE(article(library, "a", "de").html.empty());
  CHECK(joined(found(library.diagnostics)) == "de/a.md:0 untranslated-copy");
  CHECK(library.diagnostics[0].severity == Severity::kInfo);
}

}  // namespace
}  // namespace pharos::content
