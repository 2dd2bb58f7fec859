// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <set>

#include "pharos/desk/tickets.h"

namespace pharos::desk {
namespace {

TEST_CASE("a code is sixteen symbols that cannot be mistaken for each other, in groups of four") {
  std::set<std::string> codes;
  std::set<char> used;
  for (int i = 0; i < 1000; ++i) {
    const std::string code = Tickets::new_code();
    CHECK(code.size() == 19);
    for (std::size_t at = 0; at < code.size(); ++at) {
      if (at % 5 == 4) {
        CHECK(code[at] == '-');
      } else {
        used.insert(code[at]);
      }
    }
    CHECK(Tickets::parse_code(code) == code);
    codes.insert(code);
  }
  CHECK(codes.size() == 1000);
  // 16,000 random symbols leave none of the 32 out.
  CHECK(std::string(used.begin(), used.end()) == "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
}

TEST_CASE("a code is read the way people copy, type and dictate it") {
  const std::string code = "7K3M-9QWX-2HTR-01BN";
  for (const char* typed : {
           "7K3M-9QWX-2HTR-01BN",
           "7k3m9qwx2htr01bn",
           " 7K3M 9QWX 2HTR 01BN\n",
           "7K3M-9QWX-2HTR-OIBN",  // letters for digits
           "7k3m-9qwx-2htr-olbn",
           "7K3M–9QWX—2HTR−01BN",                     // dashes of word processors
           "７Ｋ３Ｍ－９ＱＷＸ－２ＨＴＲ－０１ＢＮ",  // a full-width input method
           "7K3M　9QWX　2HTR　01BN",                  // ideographic spaces
           "7K3M\u00a09QWX\u00a02HTR\u00a001BN",
       }) {
    CAPTURE(typed);
    CHECK(Tickets::parse_code(typed) == code);
  }
}

TEST_CASE("what is no code is refused") {
  for (const std::string& text : {
           std::string(),
           std::string("7K3M-9QWX-2HTR-01B"),
           std::string("7K3M-9QWX-2HTR-01BNN"),
           std::string("7K3M-9QWX-2HTR-01BU"),  // no U in the alphabet
           std::string("7K3M-9QWX-2HTR-01B%"),
           std::string("' OR 1=1 --"),
           std::string("７Ｋ３Ｍ"),
           std::string("7K3M-9QWX-2HTR-01B\xff"),
           std::string(4096, '-') + "7K3M9QWX2HTR01BN",
           std::string(64, '\0'),
       }) {
    CAPTURE(text);
    CHECK_FALSE(Tickets::parse_code(text));
  }
}

}  // namespace
}  // namespace pharos::desk
