// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/language.h"

namespace pharos::text {

/// In which language a query is asked. A value type.
struct QueryLanguage {
  Language language;  ///< the interface's, or one of those offered
  /// 0..1; .5 where nothing speaks for or against the interface's language, and below where much speaks against it but
  /// not which other language it is.
  double certainty = .5;
  std::string_view reason;  ///< one of the kAsked... below; lives for ever
};

inline constexpr std::string_view kAskedInterface = "interface";  ///< nothing says otherwise
inline constexpr std::string_view kAskedScript = "script";        ///< written as no one writes the interface's language
inline constexpr std::string_view kAskedLetters = "letters";      ///< by letters that only some languages have
inline constexpr std::string_view kAskedWords = "words";          ///< by words of that language
inline constexpr std::string_view kAskedUnoffered = "unoffered";  ///< the interface's, as what was asked is not offered

/// How well the index of an offered language knows a word, folded as that language folds (text::fold): 0 not at all,
/// 1 as one of its frequent words. For the interface's language it may also answer for words that the index knows by
/// another way of typing (Russian `limit` for лимит): they then say nothing against the interface.
using KnownWord = std::function<double(const Language&, const std::string&)>;

/// The language of a query: the interface's, unless the script or several words say otherwise; it is never guessed from
/// documents. Names, tickers, codes and addresses say nothing, nor do Latin letters that are pinyin, romaji,
/// transliteration, missing marks or the wrong keyboard layout of the interface's language. Between simplified and
/// traditional Chinese the interface decides where it is either. Pure and thread-safe as far as `known` is, which may
/// be empty; linear in the query, of which the first 512 bytes are looked at. Any bytes may be given.
QueryLanguage query_language(std::string_view utf8, const Language& interface_language,
                             const std::vector<Language>& offered, const KnownWord& known);

/// Whether the folded word is one of the language's little words, those that hardly a question does without: no typing
/// error, even where no article has it. False for languages without a list.
bool is_little_word(const Language& language, std::string_view folded_word);

}  // namespace pharos::text
