// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/section_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "index/lexicon_files.h"
#include "pharos/base/error.h"
#include "pharos/text/word_sequence.h"
#include "text/text_samples.h"

namespace pharos::index {
namespace {

using content_samples::article;

std::string shown(const Lexicon& lexicon, const std::vector<SectionWord>& words) {
  std::string line;
  for (const SectionWord& word : words) {
    if (!line.empty()) line += ' ';
    if (word.gap) line += '|';
    line += word.part ? "(" + std::string(lexicon.word(word.word)) + ")" : std::string(lexicon.word(word.word));
  }
  return line;
}

std::string shown(const Lexicon& lexicon, const SectionText& text) {
  std::string line = std::to_string(text.first) + "+" + std::to_string(text.sections) + ":";
  for (const auto& words : text.headline) line += " [" + shown(lexicon, words) + "]";
  return line + " {" + shown(lexicon, text.labels) + "} " + shown(lexicon, text.text);
}

std::vector<content::Article> two_articles() {
  content::Article one = article("en", "a", "Withdrawal fee", "See api.example now.");
  one.summary = "Overview";
  one.questions = {"Where is my money?", ""};
  one.tags = {"payout", "cash out"};
  one.sections.push_back({"limits", "Daily limits", 2, "None."});
  one.sections.push_back({"empty", "", 2, ""});
  return {one, article("en", "b", "Deposit", "Wait.")};
}

TEST_CASE("every section is read as it was written, with what it shares with its article") {
  const LexiconFiles files("en", two_articles());
  const Lexicon lexicon = files.lexicon();
  const SectionWords words(files.words_path());
  CHECK(words.size() == 4);
  SectionText text;
  words.read(1, text);
  CHECK(shown(lexicon, text) ==
        "1+3: [withdrawal fee] [where is my money] [] {payout cash out} overview see api.example (api) (example) now");
  words.read(2, text);
  CHECK(shown(lexicon, text) == "1+3: [withdrawal fee] [where is my money] [] {daily limits payout cash out} none");
  words.read(3, text);
  CHECK(shown(lexicon, text) == "1+3: [withdrawal fee] [where is my money] [] {payout cash out} ");
  words.read(4, text);
  CHECK(shown(lexicon, text) == "4+1: [deposit] {} wait");
}

TEST_CASE("what stands between characters is remembered, between words of spaced scripts it does not matter") {
  const LexiconFiles files("zh-Hans", {article("zh-Hans", "a", "提现", "提现，苹果 usdt 提现")});
  SectionText text;
  SectionWords(files.words_path()).read(1, text);
  CHECK(shown(files.lexicon(), text.text) == "提现 (提) (现) |苹果 usdt |提现 (提) (现)");
}

TEST_CASE("the words of a section are the sequence of its text, in every language") {
  for (const text::Phrase& phrase : text::kPhrases) {
    CAPTURE(std::string(phrase.text));
    const LexiconFiles files(phrase.language, {article(phrase.language, "a", phrase.text, phrase.text)});
    const Lexicon lexicon = files.lexicon();
    SectionText text;
    SectionWords(files.words_path()).read(1, text);
    const auto sequence = text::word_sequence(text::Analyzer(content_samples::lang(phrase.language)), phrase.text);
    REQUIRE(text.text.size() == sequence.size());
    REQUIRE(text.headline.size() == 1);
    REQUIRE(text.headline[0].size() == sequence.size());
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      CHECK(lexicon.word(text.text[i].word) == sequence[i].term);
      CHECK(text.text[i].part == sequence[i].part);
      CHECK(text.headline[0][i].word == text.text[i].word);
    }
  }
}

TEST_CASE("a section that is not there is corrupt, and so is a file that is not") {
  const LexiconFiles files("en", two_articles());
  const SectionWords words(files.words_path());
  SectionText text;
  for (const std::uint32_t number : {0U, 5U, 6U, 7U, 100U, 0xFFFFFFFFU}) {
    CAPTURE(number);
    CHECK_THROWS_AS(words.read(number, text), Error);
  }
  CHECK_THROWS_AS(SectionWords(files.words_path().parent_path() / "absent"), Error);
  CHECK_THROWS_AS(SectionWords(files.words_path().parent_path()), Error);
}

TEST_CASE("an empty language has no sections") {
  const LexiconFiles files("en", {});
  const SectionWords words(files.words_path());
  CHECK(words.size() == 0);
  SectionText text;
  CHECK_THROWS_AS(words.read(1, text), Error);
}

/// A file to be damaged; reading it all must be right or corrupt.
class Damaged {
 public:
  void hold(const std::string& bytes) {
    std::ofstream(path(), std::ios::binary) << bytes;
    try {
      const SectionWords words(path());
      SectionText text;
      for (std::uint32_t number = 1; number <= std::min(words.size(), 50U); ++number) {
        try {
          words.read(number, text);
          ++read_;
          if (number < text.first || number - text.first >= text.sections || text.headline.empty()) {
            FAIL("a section outside its article");
          }
        } catch (const Error& error) {
          if (error.kind() != ErrorKind::kCorrupt) FAIL("another fault: ", error.what());
        }
      }
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kCorrupt) FAIL("another fault: ", error.what());
    }
  }
  std::size_t sections_read() const { return read_; }

 private:
  std::filesystem::path path() const { return folder_.path() / "x.words"; }
  TemporaryFolder folder_;
  std::size_t read_ = 0;
};

TEST_CASE("a file cut short anywhere, grown or with a flipped bit is never a crash") {
  const LexiconFiles files("en", two_articles());
  const std::string bytes = read_file(files.words_path());
  Damaged damaged;
  damaged.hold(bytes);
  CHECK(damaged.sections_read() == 4);
  for (std::size_t size = 0; size < bytes.size(); ++size) damaged.hold(bytes.substr(0, size));
  damaged.hold(bytes + "more");
  for (std::size_t at = 0; at < bytes.size() * 8; ++at) {
    std::string flipped = bytes;
    flipped[at / 8] = static_cast<char>(flipped[at / 8] ^ (1 << at % 8));
    damaged.hold(flipped);
  }
  text::Mixer mixer(5);
  for (int i = 0; i < 50; ++i) damaged.hold("PSW1" + mixer.bytes(60));
}

TEST_CASE("a file of another kind or without its end is refused at once") {
  const LexiconFiles files("en", two_articles());
  const std::string bytes = read_file(files.words_path());
  const TemporaryFolder folder;
  for (const std::string& text : {std::string(), std::string("PSW1"), bytes.substr(0, 12), "XXXX" + bytes.substr(4),
                                  "PSW1" + std::string(8, '\xFF') + bytes.substr(12)}) {
    write_file_synced(folder.path() / "x", text);
    CHECK_THROWS_AS(SectionWords(folder.path() / "x"), Error);
  }
}

}  // namespace
}  // namespace pharos::index
