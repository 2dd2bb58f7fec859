// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pharos/text/token.h"

// What an index looks like. A generation has one database a language; in it, one document a section of an article:
//
//   <class><term>          every term of the section: title (counted kTitleCount times), questions (first section),
//                          heading, tags, text
//   X<sameness key>        the whole title, or a whole question (first section): an exact one comes first
//   K<article key>         which article it is
//   C<category key>        its category and every one above it
//   A<audience>            "public" or "agent"
//   value 0                the article's number in the catalog: sections of one article collapse to one hit
//   data                   anchor, heading and text, for snippets; see SectionData
//
// Beside it <language>.lexicon, the words with their frequencies (Lexicon), and <language>.words, which of them stand
// where in each section (SectionWords): what only the ranking of the best needs is no posting.
//
// What several text::TermClasses give alike is one posting, counted as in the class that has it most:
//
//   w   a word, a stem or what is left of either without marks; of unspaced scripts words of three characters and more
//   u b   one or two characters of an unspaced script, be they a word or not; katakana as hiragana
namespace pharos::index {

/// Raised with every change of what stands above or of the files of a generation.
inline constexpr int kSchemaVersion = 3;

/// A title's words count this often among a section's: postings need only bring the right articles among the first
/// hundred, so one count does for the fields; the second look scores titles by themselves.
inline constexpr std::uint32_t kTitleCount = 2;

inline constexpr unsigned kArticleSlot = 0;

/// The posting of a class's term. REQUIRES: the class is one that text::Analyzer::analyze() makes.
std::string term_name(text::TermClass term_class, std::string_view term);
std::string exact_term(std::string_view sameness_key);
std::string key_term(std::string_view article_key);
std::string category_term(std::string_view category_key);
std::string audience_term(bool agent);

/// A section as it is kept beside its terms.
struct SectionData {
  std::string anchor, heading, text;
};
std::string encode(const SectionData& data);
/// Throws Error{corrupt} for bytes that encode() did not make.
SectionData decode_section(std::string_view bytes);

/// An article's number as value 0 holds it: fixed width, so that it sorts.
std::string encode_number(std::uint32_t number);
std::uint32_t decode_number(std::string_view bytes);

}  // namespace pharos::index
