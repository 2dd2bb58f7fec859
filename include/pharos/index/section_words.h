// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace pharos::index {

/// A word of a section: its number in the Lexicon and how it stands beside the one before it (text::SequenceWord).
struct SectionWord {
  std::uint32_t word = 0;
  bool part = false;
  bool gap = false;
};

/// The words of one section and of what it has in common with the other sections of its article. A value type.
struct SectionText {
  std::uint32_t first = 0;                         ///< number of the article's first section
  std::uint32_t sections = 0;                      ///< of the article
  std::uint32_t same_title = 1;                    ///< articles that have the same title, this one included
  std::vector<std::vector<SectionWord>> headline;  ///< title, then each question, each by itself
  std::vector<SectionWord> labels;                 ///< heading of the section, tags of the article
  std::vector<SectionWord> text;                   ///< the first section's with the summary before it
};

/// The words of every section in their order, for the second look at the best answers. Sections are numbered from 1 as
/// the documents of the language's database. Immutable; thread-safe.
class SectionWords {
 public:
  /// Maps the file into memory. Throws Error{corrupt} for a file that LexiconWriter did not make. Word numbers are not
  /// held against the Lexicon here.
  explicit SectionWords(const std::filesystem::path& file);
  ~SectionWords();
  SectionWords(const SectionWords&) = delete;
  SectionWords& operator=(const SectionWords&) = delete;

  std::uint32_t size() const { return count_; }
  /// Replaces what `text` holds (its memory is used again). Throws Error{corrupt}.
  void read(std::uint32_t section, SectionText& text) const;
  /// As read() for another section of the article that `text` holds: its headline stays as it is.
  void read_sibling(std::uint32_t section, SectionText& text) const;

 private:
  std::string_view record(std::uint32_t section) const;
  void read(std::uint32_t section, bool headline, SectionText& text) const;

  std::string_view bytes_;
  std::uint32_t count_ = 0;
};

}  // namespace pharos::index
