// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pharos::content {

/// What becomes of an element that an author wrote.
enum class Treatment {
  kKeep,    ///< shown
  kUnwrap,  ///< its inner content is shown, without the element and without a word about it
  kRefuse,  ///< as kUnwrap, but the author is told
  kDrop,    ///< gone with all it contains, and the author is told
};

/// Traits of elements, combined by "|".
enum ElementTrait : unsigned {
  kPlain = 0,
  kVoid = 1,    ///< has no content and no end tag
  kBlock = 2,   ///< stands on lines of its own in plain text
  kCell = 4,    ///< stands beside its neighbours in plain text
  kTarget = 8,  ///< may carry an id, so that links can lead to it
  kScope = 16,  ///< an end tag inside it does not close what was opened outside
};

/// One row of the allowlist.
struct ElementRule {
  std::string_view name;
  Treatment treatment;
  unsigned traits;
  std::string_view attributes;  ///< allowed besides id, class, lang and dir; separated by spaces

  bool is(ElementTrait trait) const { return (traits & trait) != 0; }
};

/// The row for a name in lower case; null for a name that HTML does not have. The pointer lives as long as the program.
/// All functions here are pure and thread-safe.
const ElementRule* element_rule(std::string_view name);

/// True when some kept element may carry the attribute (name in lower case), or it may be everywhere.
bool known_attribute(std::string_view name);

/// True when the attribute says to run something or to load a style: authors are told when it is dropped.
bool dangerous_attribute(std::string_view name);

/// The value as it may be written on that element, or nothing when the attribute must go. Addresses (href, src, poster,
/// srcset) come out as they are: link_target.h judges them.
std::optional<std::string> allowed_attribute(const ElementRule& element, std::string_view name, std::string_view value);

/// True for the attributes that hold an address.
bool is_address(std::string_view attribute);

}  // namespace pharos::content
