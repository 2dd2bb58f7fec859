// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/stem.h"

#include <xapian.h>

#include <map>
#include <unordered_map>

#include "pharos/base/error.h"

namespace pharos::text {
namespace {

// A stem costs half a microsecond, a look-up a tenth: vocabularies repeat. Emptied when full: simple, and rare.
constexpr std::size_t kRememberedStems = 100'000;

struct Stemmer {
  explicit Stemmer(std::string_view snowball) : algorithm(std::string(snowball)) {}
  Xapian::Stem algorithm;
  std::unordered_map<std::string, std::string> remembered;
};

Stemmer& stemmer_for(std::string_view snowball) {
  thread_local std::map<std::string, Stemmer, std::less<>> stemmers;
  auto found = stemmers.find(snowball);
  if (found == stemmers.end()) {
    try {
      found = stemmers.emplace(std::string(snowball), Stemmer(snowball)).first;
    } catch (const Xapian::Error& error) {
      throw Error(ErrorKind::kInternal, "no stemmer '" + std::string(snowball) + "': " + error.get_msg());
    }
  }
  return found->second;
}

}  // namespace

std::string stem(const std::string& word, std::string_view snowball) {
  if (snowball.empty()) return word;
  Stemmer& stemmer = stemmer_for(snowball);
  if (const auto found = stemmer.remembered.find(word); found != stemmer.remembered.end()) return found->second;
  if (stemmer.remembered.size() >= kRememberedStems) stemmer.remembered.clear();
  return stemmer.remembered.emplace(word, stemmer.algorithm(word)).first->second;
}

}  // namespace pharos::text
