// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "pharos/text/analyzer.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"
#include "text_samples.h"

namespace pharos::text {
namespace {

constexpr int kMixtures = 150;

const std::vector<std::string>& languages() {
  static const std::vector<std::string> tags = {"en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "tr", "vi",
                                                "es", "pt-BR",   "th",      "ar", "fr", "he", "hi"};
  return tags;
}

void hold_segments(const std::string& text, const std::string& locale) {
  const std::u16string units = to_utf16(text);
  std::uint32_t at = 0;
  for (const Segment& part : segment(units, locale)) {
    if (part.begin != at || part.end <= part.begin) FAIL("a gap at ", at, " of ", text);
    at = part.end;
  }
  if (at != units.size()) FAIL("the end is missing: ", text);
}

void hold_fold(const std::string& text, std::uint32_t folds) {
  const FoldedText folded = fold(text, folds);
  if (folded.origin.size() != folded.text.size() + 1 || folded.origin_end.size() != folded.text.size() ||
      folded.origin.back() != text.size()) {
    FAIL("sizes disagree: ", text);
  }
  const std::vector<bool> between = points(text);
  for (std::size_t i = 0; i < folded.text.size(); ++i) {
    const std::uint32_t begin = folded.origin[i];
    const std::uint32_t end = folded.origin_end[i];
    if (begin >= end || end > text.size() || begin > folded.origin[i + 1]) FAIL("offsets run back: ", text);
    if (!between[begin] || !between[end]) FAIL("offset inside a character: ", text);
  }
}

// Every token lies between characters of the original, and that stretch folds to it (to more, where one character of
// the original became several words: "㍿").
void hold_tokens(const std::string& text, const Analyzer& analyzer) {
  const std::vector<bool> between = points(text);
  for (const Token& token : analyzer.analyze(text)) {
    if (token.begin >= token.end || token.end > text.size()) FAIL("no stretch: ", token.term, " in ", text);
    if (!between[token.begin] || !between[token.end]) FAIL("inside a character: ", token.term, " in ", text);
    if (token.term.empty() || token.term.size() > kMaxTermBytes || first_invalid_utf8(token.term)) {
      FAIL("no term: ", token.term, " in ", text);
    }
    if (token.term_class != TermClass::kWord && token.term_class != TermClass::kUnit) continue;
    const std::string slice = text.substr(token.begin, token.end - token.begin);
    const std::string folded = to_utf8(fold(slice, analyzer.row().folds).text);
    if (folded.find(token.term) == std::string::npos && token.term.size() < kMaxTermBytes) {
      FAIL("'", slice, "' folds to '", folded, "', not to '", token.term, "' in ", text);
    }
  }
}

TEST_CASE("segments concatenate to the input") {
  for (const Phrase& phrase : kPhrases) {
    for (const char* locale : {"en", "zh", "ja", "ko", "th", "root"}) hold_segments(phrase.text, locale);
  }
  for (int i = 0; i < kMixtures; ++i)
    hold_segments(Mixer(static_cast<std::uint64_t>(i)).text(60), i % 2 == 0 ? "th" : "zh");
  CHECK(segment(u"", "en").empty());
}

TEST_CASE("a folded text leads back to the original, character by character") {
  for (const Phrase& phrase : kPhrases) {
    hold_fold(phrase.text, language_row(Language::require(phrase.language)).folds);
    hold_fold(phrase.text, ~0U);
  }
  for (int i = 0; i < kMixtures; ++i) {
    Mixer mixer(static_cast<std::uint64_t>(i));
    hold_fold(mixer.text(60), i % 3 == 0 ? ~0U : kFoldNone);
    hold_fold(mixer.bytes(40), kFoldTurkishCase);
  }
}

TEST_CASE("folding a folded text changes nothing") {
  for (const Phrase& phrase : kPhrases) {
    const std::uint32_t folds = language_row(Language::require(phrase.language)).folds;
    const std::string once = to_utf8(fold(phrase.text, folds).text);
    CHECK(to_utf8(fold(once, folds).text) == once);
  }
}

TEST_CASE("a token's stretch of the original folds to its term, in every language") {
  for (const std::string& tag : languages()) {
    CAPTURE(std::string(tag));
    const Analyzer analyzer(Language::require(tag));
    for (const Phrase& phrase : kPhrases) hold_tokens(phrase.text, analyzer);
    for (int i = 0; i < kMixtures / 5; ++i)
      hold_tokens(Mixer(static_cast<std::uint64_t>(i) * 31 + tag[0]).text(40), analyzer);
  }
}

TEST_CASE("any bytes are analyzed without a fault") {
  for (const std::string& tag : languages()) {
    const Analyzer analyzer(Language::require(tag));
    for (std::uint64_t i = 0; i < 20; ++i) hold_tokens(Mixer(i * 7).bytes(50), analyzer);
    CHECK(analyzer.analyze("").empty());
    CHECK(analyzer.analyze(" \n\u3000…!?").empty());
  }
}

TEST_CASE("the same text gives the same tokens from every thread and every time") {
  const Analyzer analyzer(Language::require("th"));
  const std::string text = kPhrases[10].text;
  CHECK(print(analyzer.analyze(text)) == print(analyzer.analyze(text)));
  CHECK(print(Analyzer(Language::require("th")).analyze(text)) == print(analyzer.analyze(text)));
}

TEST_CASE("boundaries of characters are where readers see them") {
  CHECK(character_boundaries(u"") == std::vector<std::uint32_t>{0});
  CHECK(character_boundaries(u"ab") == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(character_boundaries(u"e\u0301x") == std::vector<std::uint32_t>{0, 2, 3});
  CHECK(character_boundaries(u"น้ำ") == std::vector<std::uint32_t>{0, 3});
  CHECK(character_boundaries(u"👩‍💻") == std::vector<std::uint32_t>{0, 5});
  CHECK(continues_character(U'\u0301'));
  CHECK(continues_character(U'ั'));
  CHECK(continues_character(U'ำ'));
  CHECK(continues_character(U'\u200d'));
  CHECK_FALSE(continues_character(U'ก'));
  CHECK_FALSE(continues_character(U'เ'));
  CHECK_FALSE(continues_character(U'が'));
  CHECK_FALSE(continues_character(U'a'));
}

}  // namespace
}  // namespace pharos::text
