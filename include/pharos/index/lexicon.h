// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pharos::index {

/// All words of one language's index with their frequencies, in memory: what completion, repair of typing and ranking
/// know about the language. Word numbers begin with 0 at the most frequent one. Immutable; thread-safe.
class Lexicon {
 public:
  Lexicon() = default;
  /// Throws Error{corrupt} for bytes that LexiconWriter did not make.
  explicit Lexicon(std::string_view bytes);
  Lexicon(Lexicon&&) = default;
  Lexicon& operator=(Lexicon&&) = default;
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  std::string_view word(std::uint32_t number) const { return words_[number]; }
  /// In how many sections, and in how many titles and questions the word stands.
  std::uint32_t sections(std::uint32_t number) const { return sections_[number]; }
  std::uint32_t titles(std::uint32_t number) const { return titles_[number]; }
  std::optional<std::uint32_t> find(std::string_view word) const;

  /// In how many sections a text::neighbour_hash() occurs; 1 for what occurs once or never.
  std::uint32_t neighbours(std::uint32_t hash) const;

  std::uint32_t all_sections() const { return all_sections_; }
  std::uint32_t all_titles() const { return all_titles_; }
  std::uint32_t all_articles() const { return all_articles_; }
  /// Mean numbers of words.
  double mean_section() const { return mean_section_; }
  double mean_title() const { return mean_title_; }
  double mean_article() const { return mean_article_; }

 private:
  friend class LexiconWriter;

  std::unique_ptr<const std::string> text_;  ///< words_ point into it: it must not move along
  std::vector<std::string_view> words_;
  std::vector<std::uint32_t> sections_;
  std::vector<std::uint32_t> titles_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<std::uint64_t> neighbours_;  ///< open addressing: hash and count
  std::uint32_t all_sections_ = 0;
  std::uint32_t all_titles_ = 0;
  std::uint32_t all_articles_ = 0;
  double mean_section_ = 1;
  double mean_title_ = 1;
  double mean_article_ = 1;
};

}  // namespace pharos::index
