// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentence_language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <cstdio>  // cld2's header needs it and does not include it

#include "pharos/base/utf8.h"

namespace pharos::text {

std::string_view sentence_language(std::string_view utf8) {
  if (first_invalid_utf8(utf8)) return {};  // cld2 would read past the end
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::Language best =
      CLD2::ExtDetectLanguageSummary(utf8.data(), static_cast<int>(utf8.size()), true, &no_hints, 0, languages,
                                     percents, scores, nullptr, &text_bytes, &reliable);
  if (!reliable || best == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string_view code = CLD2::LanguageCode(best);  // a static text
  return code.substr(0, code.find('-'));
}

}  // namespace pharos::text
