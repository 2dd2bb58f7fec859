// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/lexicon.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <set>
#include <utility>

#include "index/body_file.h"
#include "index/lexicon_files.h"
#include "index/varint.h"
#include "pharos/text/neighbours.h"

namespace pharos::index {
namespace {

using content_samples::article;

std::uint32_t sections(const Lexicon& lexicon, std::string_view word) {
  const auto number = lexicon.find(word);
  return number ? lexicon.sections(*number) : 0;
}
std::uint32_t titles(const Lexicon& lexicon, std::string_view word) {
  const auto number = lexicon.find(word);
  return number ? lexicon.titles(*number) : 0;
}

content::Article three_parts() {
  content::Article one = article("en", "a", "Withdrawal fee", "A fee is a fee.");
  one.summary = "Overview";
  one.questions = {"Where is my money?", "Which fee?"};
  one.tags = {"payout"};
  one.sections.push_back({"limits", "Limits", 2, "Daily limits."});
  return one;
}

TEST_CASE("a word is counted once a section, and in titles and questions by themselves") {
  const LexiconFiles files("en", {three_parts(), article("en", "b", "Deposit", "No fee, no withdrawal.")});
  const Lexicon lexicon = files.lexicon();
  struct Row {
    const char* word;
    std::uint32_t sections, titles;
    const char* reason;
  };
  for (const Row& row : {
           Row{"fee", 3, 2, "the title stands above every section of its article"},
           Row{"withdrawal", 3, 1, "in a title and a text"},
           Row{"payout", 2, 0, "a tag belongs to every section"},
           Row{"overview", 1, 0, "the summary to the first"},
           Row{"money", 1, 1, "questions too"},
           Row{"limits", 1, 0, "a heading and its text are one section"},
           Row{"daily", 1, 0, "the second section's"},
           Row{"deposit", 1, 1, "another article"},
           Row{"no", 1, 0, "twice in one text"},
           Row{"absent", 0, 0, "nowhere"},
       }) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.word));
    CHECK(sections(lexicon, row.word) == row.sections);
    CHECK(titles(lexicon, row.word) == row.titles);
  }
  CHECK(lexicon.all_sections() == 3);
  CHECK(lexicon.all_titles() == 4);
  CHECK(lexicon.all_articles() == 2);
  CHECK(lexicon.mean_title() == doctest::Approx(9 / 4.0));
  CHECK(lexicon.mean_article() == doctest::Approx(lexicon.mean_section() * 3 / 2));
}

TEST_CASE("numbers begin with the most frequent word, and lead back to it") {
  const LexiconFiles files("en", {article("en", "a", "Rare", "often often often seldom seldom beta alpha")});
  const Lexicon lexicon = files.lexicon();
  CHECK(lexicon.word(0) == "often");
  CHECK(lexicon.word(1) == "seldom");
  CHECK(lexicon.word(2) == "alpha");  // equals by their letters
  for (std::uint32_t number = 0; number < lexicon.size(); ++number) {
    CHECK(lexicon.find(lexicon.word(number)) == number);
  }
  CHECK_FALSE(lexicon.find(""));
  CHECK_FALSE(lexicon.find("ofte"));
}

TEST_CASE("neighbours that occur in several sections are counted, others are one") {
  const LexiconFiles files(
      "en", {article("en", "a", "First", "Withdrawal pending. Withdrawal pending."),
             article("en", "b", "Second", "Withdrawals pended again."), article("en", "c", "Third", "Once only.")});
  const Lexicon lexicon = files.lexicon();
  const text::Analyzer analyzer(Language::require("en"));
  const auto pair = [&](const char* one, const char* other) {
    return lexicon.neighbours(text::neighbour_hash(text::TermClass::kPair, text::shape_of(analyzer, one).stem,
                                                   text::shape_of(analyzer, other).stem));
  };
  CHECK(pair("withdrawal", "pending") == 2);
  CHECK(pair("once", "only") == 1);
  CHECK(pair("never", "met") == 1);
}

TEST_CASE("a language without words has an empty lexicon with means that divide") {
  for (const Lexicon& lexicon : {LexiconFiles("en", {}).lexicon(), Lexicon()}) {
    CHECK(lexicon.size() == 0);
    CHECK_FALSE(lexicon.find("a"));
    CHECK(lexicon.neighbours(12345) == 1);
    CHECK(lexicon.mean_section() == 1);
    CHECK(lexicon.mean_title() == 1);
    CHECK(lexicon.mean_article() == 1);
  }
  const LexiconFiles emoji("en", {article("en", "a", "🎉", "Party on."), article("en", "b", "?!", "Why")});
  CHECK(emoji.lexicon().mean_title() > 0);
  const LexiconFiles silent("en", {article("en", "a", "Title", "…")});
  CHECK(silent.lexicon().mean_section() > 0);
}

TEST_CASE("a lexicon that moves keeps its words, however few") {
  const LexiconFiles files("en", {article("en", "a", "X", "")});
  Lexicon first = files.lexicon();
  REQUIRE(first.size() == 1);
  const Lexicon second = std::move(first);
  CHECK(second.word(0) == "x");
  CHECK(second.find("x") == 0);
  Lexicon third;
  third = files.lexicon();
  CHECK(third.find("x") == 0);
}

TEST_CASE("words of every script come back as they were") {
  const LexiconFiles files("zh-Hans", {article("zh-Hans", "a", "提现 USDT", "𠀋出金 출금 ถูก вывод")});
  const Lexicon lexicon = files.lexicon();
  for (const char* word : {"提现", "提", "现", "usdt", "вывод"}) CHECK(lexicon.find(word));
}

// What is inside zlib's own checksum, written anew.
std::string unpacked(const std::string& bytes) { return decompress(bytes); }

void hold_readable_or_corrupt(std::string_view bytes) {
  try {
    const Lexicon lexicon(bytes);
    for (std::uint32_t number = 0; number < lexicon.size(); ++number) {
      lexicon.find(lexicon.word(number));
      lexicon.sections(number);
      lexicon.titles(number);
    }
    if (!(lexicon.mean_section() > 0) || !std::isfinite(lexicon.mean_section())) FAIL("a mean that does not divide");
    if (!(lexicon.mean_title() > 0) || !(lexicon.mean_article() > 0)) FAIL("a mean that does not divide");
    lexicon.neighbours(1);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kCorrupt) FAIL("another fault: ", error.what());
  }
}

TEST_CASE("a lexicon cut short anywhere is corrupt") {
  const std::string bytes = LexiconFiles("en", {three_parts()}).lexicon_bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(Lexicon(std::string_view(bytes).substr(0, size)), Error);
  }
  const std::string plain = unpacked(bytes);
  for (std::size_t size = 0; size < plain.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(Lexicon(compress(std::string_view(plain).substr(0, size))), Error);
  }
  CHECK_THROWS_AS(Lexicon(compress(plain + "x")), Error);
  CHECK_NOTHROW(Lexicon(compress(plain)));
}

TEST_CASE("a lexicon with a flipped bit is corrupt or read without a fault, never a crash") {
  const std::string bytes = LexiconFiles("en", {three_parts()}).lexicon_bytes();
  for (std::size_t at = 0; at < bytes.size() * 8; ++at) {
    std::string damaged = bytes;
    damaged[at / 8] = static_cast<char>(damaged[at / 8] ^ (1 << at % 8));
    hold_readable_or_corrupt(damaged);
  }
  const std::string plain = unpacked(bytes);
  for (std::size_t at = 0; at < plain.size() * 8; ++at) {
    std::string damaged = plain;
    damaged[at / 8] = static_cast<char>(damaged[at / 8] ^ (1 << at % 8));
    hold_readable_or_corrupt(compress(damaged));
  }
  for (const char* text : {"", "x", "garbage that is no lexicon at all"}) {
    CHECK_THROWS_AS(Lexicon(std::string_view(text)), Error);
  }
  // A size that nobody has room for.
  CHECK_THROWS_AS(Lexicon(std::string("\xFF\xFF\xFF\xFFxyz")), Error);
  std::string many;
  append_varint(many, 0xFFFFFFFFU);
  CHECK_THROWS_AS(Lexicon(compress(many + std::string(40, '\1'))), Error);
}

}  // namespace
}  // namespace pharos::index
