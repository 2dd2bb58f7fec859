// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/second_look.h"

#include <doctest/doctest.h>

#include <cmath>

#include "text/text_samples.h"
#include "tiny_site.h"

namespace pharos::search {
namespace {

/// The second look at sections of a tiny site, numbered from 1 in the order of the articles' keys.
class Looks {
 public:
  Looks(const char* tag, std::vector<content::Article> articles)
      : tag_(tag), site_({tag}, std::move(articles)), index_(site_.snapshot(), lang(tag)) {}

  AnalyzedQuery query(const std::string& text) const {
    const QueryLimits limits;
    return analyze_query(checked_text(text, limits), lang(tag_), index_.analyzer(), limits);
  }
  LookScore at(const std::string& text, std::uint32_t section) const { return at(query(text), section); }
  LookScore at(const AnalyzedQuery& analyzed, std::uint32_t section) const {
    return SecondLook(index_, analyzed).score(section);
  }
  const LanguageIndex& index() const { return index_; }

 private:
  const char* tag_;
  TinySite site_;
  LanguageIndex index_;
};

double field(const LookScore& look, LookField field, const text::LanguageRow& row) {
  LookParts one{};
  one[static_cast<std::size_t>(field)] = look.parts[static_cast<std::size_t>(field)];
  return weigh(one, row);
}

const text::LanguageRow& row_of(const char* tag) { return text::language_row(lang(tag)); }

bool has_class(const LookScore& look, text::TermClass term_class) {
  return (look.classes & 1U << static_cast<unsigned>(term_class)) != 0;
}

TEST_CASE("words in a title count more than the same words in the text") {
  const Looks looks("en", {article("en", "a", "Nothing here", "freeze account"),
                           article("en", "b", "Freeze account", "nothing here")});
  CHECK(looks.at("freeze account", 2).score > looks.at("freeze account", 1).score);
  CHECK(field(looks.at("freeze account", 1), LookField::kTitle, row_of("en")) == 0);
  CHECK(field(looks.at("freeze account", 2), LookField::kTitle, row_of("en")) > 0);
}

TEST_CASE("a question that is asked counts like a title, however many others are beside it") {
  content::Article one = article("en", "a", "Transfers", "Wait.");
  one.questions = {"Where is my money?"};
  content::Article many = article("en", "b", "Transfers", "Wait.");
  many.questions = {"How long does it take?", "Why so slow?", "Where is my money?", "Can it be cancelled?"};
  const Looks looks("en", {one, many});
  const double alone = field(looks.at("where is my money", 1), LookField::kTitle, row_of("en"));
  const double among = field(looks.at("where is my money", 2), LookField::kTitle, row_of("en"));
  CHECK(alone > 0);
  CHECK(among == doctest::Approx(alone));
}

TEST_CASE("a short title that is the question beats a long one that has it among others") {
  const Looks looks("en", {article("en", "a", "Withdrawal fee and deposit fee and other costs of trading", "See here."),
                           article("en", "b", "Withdrawal fee", "See here.")});
  CHECK(field(looks.at("withdrawal fee", 2), LookField::kTitle, row_of("en")) >
        field(looks.at("withdrawal fee", 1), LookField::kTitle, row_of("en")));
}

TEST_CASE("what stands in several sections of one article is scored together") {
  content::Article split = article("en", "a", "Title", "The margin is explained.");
  split.sections.push_back({"two", "", 2, "Liquidation is explained."});
  const Looks looks("en", {split, article("en", "b", "Title", "The margin is explained."),
                           article("en", "c", "Title", "Liquidation is explained.")});
  const auto whole = [&](std::uint32_t section) {
    return field(looks.at("margin liquidation", section), LookField::kArticle, row_of("en"));
  };
  CHECK(whole(1) > whole(3));
  CHECK(whole(1) > whole(4));
  CHECK(looks.at("margin liquidation", 1).coverage == doctest::Approx(1));
  CHECK(looks.at("margin liquidation", 3).coverage < .7);
}

TEST_CASE("a sentence with the question's words has them together, an article with them here and there has not") {
  const std::string between = " one two three four five six seven eight nine ten eleven twelve. ";
  const Looks looks("en", {article("en", "a", "Title", "The margin is high." + between + "Liquidation follows."),
                           article("en", "b", "Title", "The margin before liquidation." + between)});
  const AnalyzedQuery asked = looks.query("margin liquidation");
  SecondLook look(looks.index(), asked);
  CHECK(look.score(1).coverage == doctest::Approx(look.score(2).coverage));
  CHECK(look.together(1) < .7);
  CHECK(look.together(2) == doctest::Approx(1));
}

TEST_CASE("an article's score is the same whichever of its sections was found, and names the best one") {
  content::Article one = article("en", "a", "Two-factor authentication", "Codes protect the account.");
  one.sections.push_back({"on", "Turn it on", 2, "Scan the picture."});
  one.sections.push_back({"lost", "Lost phone", 2, "Write to us when the phone is gone."});
  const Looks looks("en", {one, article("en", "b", "Fees", "Nothing.")});
  const LookScore first = looks.at("lost phone", 1);
  CHECK(first.section == 3);
  for (const std::uint32_t section : {2U, 3U}) {
    const LookScore other = looks.at("lost phone", section);
    CHECK(other.section == first.section);
    CHECK(other.score == doctest::Approx(first.score));
    CHECK(other.coverage == doctest::Approx(first.coverage));
  }
  CHECK(field(first, LookField::kLabels, row_of("en")) > 0);
}

TEST_CASE("of a long article the sections around the one that was found are read") {
  content::Article book = article("en", "a", "Manual", "Beginning.");
  for (int i = 1; i < 60; ++i) {
    book.sections.push_back({"s" + std::to_string(i), "", 2, i == 50 ? "The liquidation price." : "Filler text."});
  }
  const Looks looks("en", {book});
  for (const std::uint32_t found : {49U, 51U, 53U}) {
    const LookScore look = looks.at("liquidation price", found);
    CHECK(look.section == 51);
    CHECK(look.coverage == doctest::Approx(1));
  }
  CHECK(looks.at("liquidation price", 60).section >= 1);
}

TEST_CASE("coverage is the share of what is asked that the article has") {
  const Looks looks("en", {article("en", "a", "Withdrawal", "The withdrawal of money is pending. Withdrawal fee."),
                           article("en", "b", "Something else", "Nothing of that kind.")});
  struct Row {
    const char* query;
    double least, most;
    const char* reason;
  };
  for (const Row& row : {
           Row{"withdrawal pending", 1, 1, "every word"},
           Row{"withdrawals pended", .9, .99, "other endings prove a little less"},
           Row{"withdrawal zebra", .05, .9, "a word that nobody has"},
           Row{"zebra", 0, 0, "nothing of it"},
           Row{"withdrawal withdrawal pending", 1, 1, "a word asked twice is needed once"},
           Row{"withdrawal withdrawals", .9, 1, "two forms of one word"},
       }) {
    CAPTURE(std::string(row.reason));
    const double coverage = looks.at(row.query, 1).coverage;
    CHECK(coverage >= row.least - 1e-6);
    CHECK(coverage <= row.most + 1e-6);
  }
  CHECK(looks.at("withdrawal pending", 2).coverage == 0);
  // The rare word says more than the common one.
  CHECK(looks.at("of zebra", 1).coverage < .5);
}

TEST_CASE("the whole title is covered whole, in every language, and no text leaves the bounds") {
  for (const text::Phrase& phrase : text::kPhrases) {
    CAPTURE(std::string(phrase.text));
    const Looks looks(phrase.language, {article(phrase.language, "a", phrase.text, "x"),
                                        article(phrase.language, "b", "xyz", "abc def")});
    CHECK(looks.at(phrase.text, 1).coverage == doctest::Approx(1));
    CHECK(looks.at(phrase.text, 1).score > 0);
    for (const text::Phrase& other : text::kPhrases) {
      const LookScore look = looks.at(other.text, 2);
      if (!(look.coverage >= 0) || look.coverage > 1 + 1e-6) FAIL("coverage of ", other.text, ": ", look.coverage);
      if (!std::isfinite(look.score) || look.score < 0) FAIL("score of ", other.text, ": ", look.score);
    }
  }
}

TEST_CASE("the score is the weighted sum of its parts") {
  const Looks looks("en", {article("en", "a", "Withdrawal fee", "The fee of a withdrawal.")});
  const LookScore look = looks.at("withdrawal fees", 1);
  double sum = 0;
  for (const LookField one : {LookField::kText, LookField::kTitle, LookField::kLabels, LookField::kArticle}) {
    sum += field(look, one, row_of("en"));
  }
  CHECK(look.score == doctest::Approx(sum));
  CHECK(weigh(LookParts{}, row_of("en")) == 0);
}

TEST_CASE("how a query is found is told by what was typed, and by which of its texts") {
  const Looks looks("en", {article("en", "a", "Withdrawal", "Pending."), article("en", "b", "Deposit", "Late.")});
  AnalyzedQuery query = looks.query("withdrawals");
  QueryText meant;
  meant.text = "deposit";
  meant.kind = "synonym";
  meant.factor = .5;
  add_text(query, meant);
  const LookScore literal = looks.at(query, 1);
  CHECK(has_class(literal, text::TermClass::kStem));
  CHECK_FALSE(has_class(literal, text::TermClass::kWord));
  CHECK((literal.sources & 1) != 0);
  CHECK((literal.sources & 2) == 0);
  const LookScore other = looks.at(query, 2);
  CHECK_FALSE(has_class(other, text::TermClass::kStem));
  CHECK((other.sources & 2) != 0);
  CHECK(other.score < literal.score);
}

TEST_CASE("what was meant weighs less than the same typed") {
  const Looks looks("en", {article("en", "a", "Withdrawal", "Pending."), article("en", "b", "Deposit", "Late.")});
  AnalyzedQuery query = looks.query("zzz");
  QueryText meant;
  meant.text = "withdrawal";
  meant.kind = "typo";
  meant.factor = .8;
  meant.end = 3;
  add_text(query, meant);
  const LookScore repaired = looks.at(query, 1);
  const LookScore typed = looks.at("withdrawal", 1);
  CHECK(repaired.score == doctest::Approx(typed.score * .8).epsilon(1e-4));
  CHECK(repaired.coverage < typed.coverage);
  CHECK(repaired.coverage > 0);
}

TEST_CASE("titles that are no words, headings that are: scores stay numbers") {
  content::Article party = article("en", "a", "🎉", "Party on.");
  party.sections.push_back({"fees", "Fees", 2, "…"});
  const Looks looks("en", {party, article("en", "b", "?!", "Why.")});
  const LookScore look = looks.at("fees", 1);
  CHECK(std::isfinite(look.score));
  CHECK(look.score > 0);
  CHECK(std::isfinite(looks.at("party", 1).score));
}

TEST_CASE("a query without words finds nothing and is no fault") {
  const Looks looks("en", {article("en", "a", "Withdrawal", "Pending.")});
  for (const char* text : {"", "?!", "😀"}) {
    CHECK(looks.at(text, 1).score == 0);
    CHECK(looks.at(text, 1).coverage == 0);
  }
}

}  // namespace
}  // namespace pharos::search
