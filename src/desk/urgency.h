// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "desk/phrase_finder.h"
#include "pharos/base/language.h"

namespace pharos::desk {

/// How people of one language say that something is wrong which cannot wait. Lists are divided by "|".
struct UrgencyRow {
  std::string_view language;
  std::size_t denial_reach;  ///< how far a denial may stand from what it denies: words, or characters without spaces
  /// Stolen, hacked, frozen, taken by somebody else; as people type it.
  std::string_view phrases;
  /// Deny what follows closely: "not hacked". Also what makes it a name: "anti-hacked".
  std::string_view denied_before;
  /// Deny what stands closely before: Japanese "されていません".
  std::string_view denied_after;
  /// Make it one about what could be, before the phrase in its clause: "what happens if", "avoid".
  std::string_view general_before;
  /// The same closely after it: "盗まれたら", "해킹당하면".
  std::string_view general_after;
  /// Said out of politeness, whatever of the above stands in it: "if you can".
  std::string_view polite;
  /// Begin something new as a comma does: "I protect my account but it was hacked".
  std::string_view turns;
};

extern const UrgencyRow kUrgencyRows[];
extern const std::size_t kUrgencyRowCount;

/// Finds what cannot wait. Immutable and thread-safe; made once, it serves every router.
class UrgencyFinder {
 public:
  UrgencyFinder();
  ~UrgencyFinder();

  /// The phrase that makes the text urgent, as the table has it, or nothing: looked for in these languages.
  std::string find(const std::vector<Language>& languages, std::string_view utf8) const;

  /// Whether what stands at the place is said of what has happened: neither denied nor asked about in general. True for
  /// languages without a row.
  bool is_meant(const Language& language, const ReadSentence& sentence, const PhrasePlace& place) const;

 private:
  struct Row;
  const Row* row_of(const Language& language) const;

  std::vector<Row> rows_;
};

/// Whose phrases may stand in a text: the ticket's language, the one it seems to be written in, English, and those
/// whose script nobody else has.
std::vector<Language> languages_of_ticket(const Language& language, std::string_view utf8);

}  // namespace pharos::desk
