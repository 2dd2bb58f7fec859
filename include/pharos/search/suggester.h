// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "pharos/index/catalog.h"
#include "pharos/search/query.h"

namespace pharos::search {

/// Completes what a reader is typing, from titles, questions and glossary terms of one snapshot, kept in memory as
/// sorted arrays. Thread-safe.
class Suggester {
 public:
  /// The catalog must outlive it.
  explicit Suggester(const index::Catalog& catalog);
  ~Suggester();
  Suggester(const Suggester&) = delete;
  Suggester& operator=(const Suggester&) = delete;

  /// At most `limit` lines for the prefix, best first: in the language, then along its fallback chain; an article is
  /// linked once. Each word of the prefix must begin a word of the line, the last one may be half typed; in scripts
  /// without spaces it may begin anywhere. Marks and case do not matter. Where that gives fewer lines than wanted,
  /// lines follow whose words begin so in another way of typing (text::key_rows()): pinyin, kana or jamo typed halfway,
  /// initials, Latin letters for another script, another keyboard layout; and where nothing is found, lines of a word
  /// with one typing error. A term of the glossary comes last where no title or question has it. Empty for an empty
  /// prefix. Throws Error{invalid_argument} with parameter "q" as checked_text() does.
  std::vector<Suggestion> suggest(std::string_view prefix, const Language& language, std::size_t limit) const;

  /// Prepares every way of typing now, which is otherwise done when one is first needed.
  void prepare() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::search
