// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pharos/content/article.h"
#include "pharos/index/section_words.h"
#include "pharos/text/neighbours.h"

namespace pharos::index {

/// Collects the words of one language's articles and writes its Lexicon and SectionWords. Belongs to one thread.
class LexiconWriter {
 public:
  explicit LexiconWriter(const text::Analyzer& analyzer) : analyzer_(analyzer) {}

  /// Its sections get the next numbers, in order.
  void add(const content::Article& article);

  void finish(const std::filesystem::path& lexicon_file, const std::filesystem::path& words_file) const;

 private:
  using Words = std::vector<SectionWord>;
  struct ArticleWords {
    std::uint32_t first = 0;
    std::vector<Words> headline;
    Words tags;
    std::string title;  ///< its words, to see who shares it
  };
  struct SectionRecord {
    std::uint32_t article = 0;
    Words heading, text;
  };

  Words words_of(std::string_view text);
  std::uint32_t number_of(const std::string& word);
  void count_section(const std::vector<const Words*>& parts);
  void count_neighbours(const Words& words, std::vector<std::uint32_t>& hashes) const;
  std::string lexicon_bytes(const std::vector<std::uint32_t>& order) const;
  std::string words_bytes(const std::vector<std::uint32_t>& ranks) const;

  const text::Analyzer& analyzer_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> words_;
  std::vector<text::WordShape> shapes_;
  std::vector<std::uint64_t> occurrences_;
  std::vector<std::uint32_t> in_sections_;
  std::vector<std::uint32_t> in_titles_;
  std::unordered_map<std::uint32_t, std::uint32_t> neighbours_;
  std::vector<ArticleWords> articles_;
  std::unordered_map<std::string, std::uint32_t> same_titles_;
  std::vector<SectionRecord> sections_;
  std::uint64_t section_words_ = 0;
  std::uint64_t title_words_ = 0;
  std::uint32_t titles_ = 0;
};

}  // namespace pharos::index
