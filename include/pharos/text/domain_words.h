// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pharos/base/language.h"

namespace pharos::text {

/// A place where a domain word stands in a folded text: UTF-16 units.
struct DomainMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool may_cut = false;  ///< stands there even where a dictionary's word would have to be cut for it
};

/// Words of a trade that no dictionary has (提现, 谷歌验证器, สเตกกิ้ง): in scripts without spaces the segmenter would
/// only leave crumbs of them. Immutable and thread-safe.
class DomainWords {
 public:
  /// Of `words` those of 2 to 12 characters, all of a script whose words no space divides (but not Hangul, whose
  /// compounds are searched by their parts); others are passed over. They are folded as the language's texts are.
  DomainWords(const Language& language, const std::vector<std::string>& words);

  /// Every place where a word stands, also inside or across another one, by begin, the longer first; only between
  /// what readers take for characters.
  std::vector<DomainMatch> find(std::u16string_view folded) const;

  bool contains(std::u16string_view folded_word) const { return words_.find(folded_word) != words_.end(); }
  bool empty() const { return words_.empty(); }
  std::size_t size() const { return words_.size(); }

 private:
  struct Hash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard library asks for it
    std::size_t operator()(std::u16string_view word) const { return std::hash<std::u16string_view>{}(word); }
  };
  std::unordered_map<std::u16string, bool, Hash, std::equal_to<>> words_;  ///< and whether they may cut
  std::unordered_map<char16_t, std::uint64_t> lengths_;  ///< by first unit, a bit for each length that occurs
};

/// The built-in words of the language, and those of its glossary.
DomainWords domain_words(const Language& language, const std::vector<std::string>& glossary_words);

/// The built-in words alone, made once.
std::shared_ptr<const DomainWords> builtin_domain_words(const Language& language);

/// All built-in lists as one text, for fingerprints.
std::string builtin_domain_text();

}  // namespace pharos::text
