// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "text/fold_tables.h"

namespace pharos::text {
namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = get(status);
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::kInternal, std::string("ICU has no normalizer: ") + u_errorName(status));
  }
  return *instance;
}

const icu::Normalizer2& nfd() {
  static const icu::Normalizer2& instance = normalizer(&icu::Normalizer2::getNFDInstance);
  return instance;
}

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& instance = normalizer(&icu::Normalizer2::getNFCInstance);
  return instance;
}

// Marks that are normalized together. Stacks of marks are seldom above three; UAX #15 allows streams to end them at 30.
constexpr std::int32_t kMaxChunk = 32;

// Collects folded units with the way back to the original.
class Folder {
 public:
  Folder(std::string_view original, std::uint32_t folds) : original_(original), folds_(folds) {
    out_.text.reserve(original.size());
    out_.origin.reserve(original.size() + 1);
    out_.origin_end.reserve(original.size());
  }

  FoldedText run() {
    std::size_t at = 0;
    while (at < original_.size()) {
      const DecodedPoint first = next(at);
      const std::size_t begin = at;
      at += first.bytes;
      const char16_t simple = simple_fold(first.point);
      if (simple != kNotSimple && (at == original_.size() || begins_character(next(at).point))) {
        if (simple != kDropped) put(simple, begin, at);
        continue;
      }
      // A base with marks, or a character that becomes several: normalize up to the next boundary as a whole.
      chunk_.remove();
      chunk_.append(static_cast<UChar32>(first.point));
      while (at < original_.size() && chunk_.length() < kMaxChunk) {
        const DecodedPoint more = next(at);
        if (begins_character(more.point)) break;
        chunk_.append(static_cast<UChar32>(more.point));
        at += more.bytes;
      }
      put_normalized(begin, at);
    }
    out_.origin.push_back(static_cast<std::uint32_t>(original_.size()));
    return std::move(out_);
  }

 private:
  // The next character, with the one fold that has to come before case folding.
  DecodedPoint next(std::size_t at) const {
    DecodedPoint decoded = decode_utf8(original_, at);
    if ((folds_ & kFoldTurkishCase) != 0) {
      if (decoded.point == U'İ') decoded.point = U'i';
      if (decoded.point == U'I') {
        // İ may be stored as I with a dot above.
        const bool dotted = original_.substr(at + 1).starts_with("\u0307");
        decoded = dotted ? DecodedPoint{U'i', 3} : DecodedPoint{U'ı', 1};
      }
    }
    return decoded;
  }

  void put_normalized(std::size_t begin, std::size_t end) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded = casefold_normalizer().normalize(chunk_, status);
    if (U_FAILURE(status)) return;  // only out of memory: the text is searched without this character
    for (std::int32_t i = 0; i < folded.length(); ++i) put(folded[i], begin, end);
  }

  void put(char16_t unit, std::size_t begin, std::size_t end) {
    if (unit >= 0x80) {
      unit = letter_fold(unit);
      if (unit == kDropped) return;
    }
    out_.text += unit;
    out_.origin.push_back(static_cast<std::uint32_t>(begin));
    out_.origin_end.push_back(static_cast<std::uint32_t>(end));
  }

  char16_t letter_fold(char16_t unit) const {
    if (unit == 0x2019 || unit == 0x02BC) return u'\'';  // the apostrophe of typographers
    if ((folds_ & kFoldYo) != 0 && unit == u'ё') return u'е';
    if ((folds_ & kFoldArabicLetters) != 0) return fold_arabic(unit);
    if ((folds_ & kFoldHebrewPoints) != 0 && unit >= 0x0591 && unit <= 0x05C7 && unit != 0x05BE) return kDropped;
    if ((folds_ & kFoldHanSimplified) != 0 && unit >= 0x3400) return simplified(unit);
    return unit;
  }

  std::string_view original_;
  std::uint32_t folds_;
  icu::UnicodeString chunk_;
  FoldedText out_;
};

// No word is so long; sorting the marks of what is takes quadratic time.
constexpr std::size_t kMaxMarkedWord = 512;

bool loses_marks(UChar32 base) {
  switch (u_charType(base)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_OTHER_LETTER:
    case U_MODIFIER_LETTER: {
      UErrorCode status = U_ZERO_ERROR;
      const UScriptCode script = uscript_getScript(base, &status);
      return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
    }
    default:
      return false;
  }
}

}  // namespace

FoldedText fold(std::string_view utf8, std::uint32_t folds) { return Folder(utf8, folds).run(); }

std::u16string without_marks(std::u16string_view folded_word) {
  bool ascii = true;
  for (const char16_t unit : folded_word) ascii = ascii && unit < 0x80;
  if (ascii || folded_word.size() > kMaxMarkedWord) return std::u16string(folded_word);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString whole(folded_word.data(), static_cast<std::int32_t>(folded_word.size()));
  const icu::UnicodeString decomposed = nfd().normalize(whole, status);
  icu::UnicodeString kept;
  bool drop_marks = false;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) {
      if (!drop_marks) kept.append(c);
      continue;
    }
    drop_marks = loses_marks(c);
    if (const std::u16string_view plain = plain_letters(c); !plain.empty()) {
      kept.append(plain.data(), static_cast<std::int32_t>(plain.size()));
    } else {
      kept.append(c);
    }
  }
  const icu::UnicodeString composed = nfc().normalize(kept, status);
  return std::u16string(composed.getBuffer(), static_cast<std::size_t>(composed.length()));
}

std::string normalize_query(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  const icu::UnicodeString composed = nfc().normalize(text, status);
  icu::UnicodeString kept;
  bool space = false;
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    const UChar32 c = composed.char32At(i);
    if (u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR) {
      space = true;
      continue;
    }
    // Zero-width joiners shape Arabic and Indic words, but no index term has them.
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
    if (space && !kept.isEmpty()) kept.append(u' ');
    space = false;
    kept.append(c);
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

std::size_t longest_mark_run(std::string_view utf8) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const DecodedPoint decoded = decode_utf8(utf8, at);
    at += decoded.bytes;
    const bool mark = (U_MASK(u_charType(static_cast<UChar32>(decoded.point))) & U_GC_M_MASK) != 0;
    run = mark ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

std::string to_utf8(std::u16string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t point = text[i];
    if (U16_IS_LEAD(text[i]) && i + 1 < text.size() && U16_IS_TRAIL(text[i + 1])) {
      point = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(text[i], text[i + 1]));
      ++i;
    } else if (U16_IS_SURROGATE(text[i])) {
      point = 0xFFFD;
    }
    append_utf8(out, point);
  }
  return out;
}

std::u16string to_utf16(std::string_view utf8) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  return std::u16string(text.getBuffer(), static_cast<std::size_t>(text.length()));
}

}  // namespace pharos::text
