// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "pharos/text/token.h"

// What an index looks like. A generation has one database a language; in it, one document a section of an article:
//
//   <class><term>          every term of the section: title, questions (first section), heading, tags, text
//   T<class><term>         once more the terms of the article's title
//   Q<class><term>         ... of its other questions (first section)
//   H<class><term>         ... of the section's heading and the article's tags
//   X<sameness key>        the whole title, or a whole question (first section): an exact one comes first
//   K<article key>         which article it is
//   C<category key>        its category and every one above it
//   A<audience>            "public" or "agent"
//   value 0                the article's number in the catalog: sections of one article collapse to one hit
//   data                   anchor, heading and text, for snippets; see SectionData
//
// <class> is the letter of text::kTermClassTable.
namespace pharos::index {

/// Raised with every change of what stands above or of the files of a generation.
inline constexpr int kSchemaVersion = 1;

enum class Field : std::uint8_t { kAll, kTitle, kQuestion, kHeading };
inline constexpr std::size_t kFields = 4;

struct FieldRow {
  std::string_view prefix;
  std::string_view name;
  float weight;  ///< multiplies the weight of the term's class
};
/// In the order of the enum. The title's weight is from the reference measurements; see tests/bench/README.md.
inline constexpr std::array<FieldRow, kFields> kFieldTable = {{
    {"", "text", 1.0F},
    {"T", "title", 0.7F},
    {"Q", "question", 0.5F},
    {"H", "heading", 0.3F},
}};

/// The classes that are kept once more for titles, questions and headings.
bool is_field_class(text::TermClass term_class);

inline constexpr unsigned kArticleSlot = 0;

std::string term_name(Field field, text::TermClass term_class, std::string_view term);
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
