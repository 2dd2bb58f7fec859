// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_marks.h"

#include <algorithm>

#include "pharos/text/fold.h"
#include "text/key_writing.h"

namespace pharos::text {
namespace {

// Two letters that stand for one where the keyboard lacks it. Others (æ ae, œ oe, ß ss, þ th) have no shorter form and
// are in without_marks() or the fold itself.
std::u16string_view two_letters(char16_t unit) {
  switch (unit) {
    case u'ä':
      return u"ae";
    case u'ö':
    case u'ø':
      return u"oe";
    case u'ü':
      return u"ue";
    case u'å':
      return u"aa";
    default:
      return {};
  }
}

std::u16string with_two_letters(std::u16string_view word) {
  std::u16string out;
  for (const char16_t unit : word) {
    const std::u16string_view two = two_letters(unit);
    if (two.empty()) {
      out += unit;
    } else {
      out += two;
    }
  }
  return out;
}

// What fold() does only where the language's row says so: an Arabic word may stand in a text of any language.
std::u16string plain_arabic(std::u16string_view word) {
  std::u16string out;
  for (const char16_t unit : word) {
    switch (unit) {
      case u'ـ':
        break;
      case u'ی':
        out += u'ي';
        break;
      case u'ک':
        out += u'ك';
        break;
      default:
        out += unit;
    }
  }
  return without_marks(out);
}

Keys arabic(std::u16string_view word) {
  Keys keys{plain_arabic(word)};
  // A hamza that stands alone is left out like the one on a letter: شرا for شراء.
  std::u16string without_hamza = keys.front();
  std::erase(without_hamza, u'ء');
  if (!without_hamza.empty() && without_hamza != keys.front()) keys.push_back(std::move(without_hamza));
  return keys;
}

}  // namespace

Keys unaccented_of_word(std::u16string_view word) {
  switch (writing_of(word)) {
    case Writing::kArabic:
      return arabic(word);
    case Writing::kLatin:
    case Writing::kGreek:
    case Writing::kHebrew:
      break;
    default:
      return {};
  }
  Keys keys{without_marks(word)};
  if (std::any_of(word.begin(), word.end(), [](char16_t unit) { return !two_letters(unit).empty(); })) {
    keys.push_back(without_marks(with_two_letters(word)));
  }
  return keys;
}

Keys unaccented_of_typed(std::u16string_view typed) { return unaccented_of_word(typed); }

}  // namespace pharos::text
