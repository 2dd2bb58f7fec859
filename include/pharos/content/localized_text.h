// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pharos/base/language.h"

namespace pharos::content {

/// A short text in several languages, as settings give it: either one string for all, or a map by tag. A value type.
class LocalizedText {
 public:
  LocalizedText() = default;
  explicit LocalizedText(std::string text_for_all) : for_all_(std::move(text_for_all)) {}

  void set(const Language& language, std::string text) { texts_[language] = std::move(text); }
  void set_for_all(std::string text) { for_all_ = std::move(text); }
  /// The text in the first language of the chain that has one, else the one for all, else any, else "".
  const std::string& in(const std::vector<Language>& chain) const;
  bool empty() const { return for_all_.empty() && texts_.empty(); }

  const std::string& for_all() const { return for_all_; }
  const std::map<Language, std::string>& texts() const { return texts_; }

 private:
  std::string for_all_;
  std::map<Language, std::string> texts_;
};

}  // namespace pharos::content
