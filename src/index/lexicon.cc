// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/lexicon.h"

#include "index/body_file.h"
#include "index/varint.h"

namespace pharos::index {
namespace {

// Half empty, so that a search for what is absent ends soon.
std::size_t table_size(std::size_t entries) {
  std::size_t size = 16;
  while (size < entries * 2) size *= 2;
  return size;
}

}  // namespace

Lexicon::Lexicon(std::string_view bytes) : text_(std::make_unique<const std::string>(decompress(bytes))) {
  VarintReader reader(*text_);
  const std::uint32_t count = reader.next();
  all_sections_ = reader.next();
  all_titles_ = reader.next();
  all_articles_ = reader.next();
  const double section_words = reader.next();
  const double title_words = reader.next();
  // A mean is never 0, also where all titles are emoji: lengths are divided by it.
  if (section_words > 0 && all_sections_ > 0) mean_section_ = section_words / all_sections_;
  if (title_words > 0 && all_titles_ > 0) mean_title_ = title_words / all_titles_;
  if (section_words > 0 && all_articles_ > 0) mean_article_ = section_words / all_articles_;
  if (count > text_->size()) throw Error(ErrorKind::kCorrupt, "a lexicon of the index is not readable");
  words_.reserve(count);
  numbers_.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    words_.push_back(reader.bytes(reader.next()));
    numbers_.emplace(words_.back(), i);
  }
  sections_.reserve(count);
  titles_.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) sections_.push_back(reader.next());
  for (std::uint32_t i = 0; i < count; ++i) titles_.push_back(reader.next());
  const std::uint32_t repeated = reader.next();
  if (repeated > text_->size()) throw Error(ErrorKind::kCorrupt, "a lexicon of the index is not readable");
  neighbours_.resize(table_size(repeated));
  std::vector<std::uint32_t> hashes(repeated);
  std::uint32_t last = 0;
  for (std::uint32_t& hash : hashes) hash = last += reader.next();
  const std::size_t mask = neighbours_.size() - 1;
  for (const std::uint32_t hash : hashes) {
    std::size_t at = (hash >> 1) & mask;
    while (neighbours_[at] != 0) at = (at + 1) & mask;
    neighbours_[at] = static_cast<std::uint64_t>(hash) << 32 | reader.next();
  }
  if (!reader.done()) throw Error(ErrorKind::kCorrupt, "a lexicon of the index is not readable");
}

std::optional<std::uint32_t> Lexicon::find(std::string_view word) const {
  const auto found = numbers_.find(word);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

std::uint32_t Lexicon::neighbours(std::uint32_t hash) const {
  if (neighbours_.empty()) return 1;
  const std::size_t mask = neighbours_.size() - 1;
  for (std::size_t at = (hash >> 1) & mask; neighbours_[at] != 0; at = (at + 1) & mask) {
    if (neighbours_[at] >> 32 == hash) return static_cast<std::uint32_t>(neighbours_[at]);
  }
  return 1;
}

}  // namespace pharos::index
