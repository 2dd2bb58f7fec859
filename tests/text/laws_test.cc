// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "pharos/text/analyzer.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"
#include "text/law.h"

namespace pharos::text {
namespace {

constexpr int kMixtures = 150;

// A phrase that an author writes must keep the law as any mixture does.
template <typename Law>
void hold_phrases(Law law) {
  hold(1, [&](Mixer&) {
    for (const Phrase& phrase : kPhrases) law(phrase);
  });
}

const std::vector<std::string>& languages() {
  static const std::vector<std::string> tags = {"en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "tr", "vi",
                                                "es", "pt-BR",   "th",      "ar", "fr", "he", "hi"};
  return tags;
}

void hold_segments(const std::string& text, const std::string& locale) {
  const std::u16string units = to_utf16(text);
  std::uint32_t at = 0;
  for (const Segment& part : segment(units, locale)) {
    if (part.begin != at || part.end <= part.begin) RC_FAIL("a gap at " + std::to_string(at) + " of " + text);
    at = part.end;
  }
  if (at != units.size()) RC_FAIL("the end is missing: " + text);
}

void hold_fold(const std::string& text, std::uint32_t folds) {
  const FoldedText folded = fold(text, folds);
  if (folded.origin.size() != folded.text.size() + 1 || folded.origin_end.size() != folded.text.size() ||
      folded.origin.back() != text.size()) {
    RC_FAIL("sizes disagree: " + text);
  }
  const std::vector<bool> between = points(text);
  for (std::size_t i = 0; i < folded.text.size(); ++i) {
    const std::uint32_t begin = folded.origin[i];
    const std::uint32_t end = folded.origin_end[i];
    if (begin >= end || end > text.size() || begin > folded.origin[i + 1]) RC_FAIL("offsets run back: " + text);
    if (!between[begin] || !between[end]) RC_FAIL("offset inside a character: " + text);
  }
}

// Every token lies between characters of the original, and that stretch folds to it (to more, where one character of
// the original became several words: "㍿").
void hold_tokens(const std::string& text, const Analyzer& analyzer) {
  const std::vector<bool> between = points(text);
  for (const Token& token : analyzer.analyze(text)) {
    if (token.begin >= token.end || token.end > text.size()) RC_FAIL("no stretch: " + token.term + " in " + text);
    if (!between[token.begin] || !between[token.end]) RC_FAIL("inside a character: " + token.term + " in " + text);
    if (token.term.empty() || token.term.size() > kMaxTermBytes || first_invalid_utf8(token.term)) {
      RC_FAIL("no term: " + token.term + " in " + text);
    }
    if (token.term_class != TermClass::kWord && token.term_class != TermClass::kUnit) continue;
    const std::string slice = text.substr(token.begin, token.end - token.begin);
    const std::string folded = to_utf8(fold(slice, analyzer.row().folds).text);
    if (folded.find(token.term) == std::string::npos && token.term.size() < kMaxTermBytes) {
      RC_FAIL("'" + slice + "' folds to '" + folded + "', not to '" + token.term + "' in " + text);
    }
  }
}

TEST_CASE("segments concatenate to the input") {
  const auto in_each = [](const std::string& text) {
    for (const char* locale : {"en", "zh", "ja", "ko", "th", "root"}) hold_segments(text, locale);
  };
  hold_phrases([&](const Phrase& phrase) { in_each(phrase.text); });
  hold(kMixtures, [&](Mixer& mixer) { in_each(mixer.text(60)); });
  CHECK(segment(u"", "en").empty());
}

TEST_CASE("a folded text leads back to the original, character by character") {
  hold_phrases([](const Phrase& phrase) {
    hold_fold(phrase.text, language_row(Language::require(phrase.language)).folds);
    hold_fold(phrase.text, ~0U);
  });
  hold(kMixtures, [](Mixer& mixer) {
    const std::string text = mixer.text(60);
    hold_fold(text, ~0U);
    hold_fold(text, kFoldNone);
  });
  hold(kMixtures, [](Mixer& mixer) { hold_fold(mixer.bytes(60), kFoldTurkishCase); });
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
    hold_phrases([&](const Phrase& phrase) { hold_tokens(phrase.text, analyzer); });
    hold(kMixtures / 3, [&](Mixer& mixer) { hold_tokens(mixer.text(60), analyzer); });
  }
}

TEST_CASE("any bytes are analyzed without a fault") {
  for (const std::string& tag : languages()) {
    const Analyzer analyzer(Language::require(tag));
    hold(kMixtures / 5, [&](Mixer& mixer) { hold_tokens(mixer.bytes(60), analyzer); });
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
