// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "pharos/text/stem.h"

namespace pharos::text {
namespace {

// Particles (josa) and the commonest endings of verbs made from nouns, longest first: 출금했는데 is 출금.
constexpr std::u16string_view kEndings[] = {
    u"으로부터", u"했습니다만", u"되었습니다", u"하였습니다", u"되었으며", u"하였으며", u"했습니다", u"됐습니다",
    u"합니다만", u"되었는데",   u"하였는데",   u"습니다",     u"합니다",   u"됩니다",   u"입니다",   u"입니까",
    u"하나요",   u"되나요",     u"인가요",     u"할까요",     u"될까요",   u"하려면",   u"했는데",   u"됐는데",
    u"하는데",   u"되는데",     u"인데요",     u"해주세요",   u"하세요",   u"해요",     u"돼요",     u"에서는",
    u"에서의",   u"에서도",     u"에게서",     u"으로서",     u"으로써",   u"으로는",   u"으로도",   u"이라고",
    u"이라는",   u"이지만",     u"이었다",     u"이었던",     u"하였다",   u"되었다",   u"했으며",   u"적으로",
    u"된다는",   u"한다는",     u"했던",       u"됐던",       u"하는",     u"되는",     u"한다",     u"된다",
    u"하여",     u"되어",       u"했다",       u"됐다",       u"하고",     u"되고",     u"하며",     u"되며",
    u"하기",     u"되기",       u"했을",       u"하던",       u"하면",     u"되면",     u"하지",     u"되지",
    u"했는가",   u"하는가",     u"하나",       u"됐나",       u"했나",     u"안돼",     u"로부터",   u"에서",
    u"에게",     u"께서",       u"으로",       u"라고",       u"라는",     u"까지",     u"부터",     u"처럼",
    u"보다",     u"마다",       u"조차",       u"마저",       u"밖에",     u"이나",     u"이란",     u"이다",
    u"이며",     u"이고",       u"였다",       u"였던",       u"이라",     u"와의",     u"과의",     u"와는",
    u"과는",     u"에는",       u"에도",       u"만을",       u"만이",     u"인데",     u"인가",     u"일까",
    u"는가",     u"인지",       u"한지",       u"는지",       u"들은",     u"들이",     u"들을",     u"들의",
    u"들에게",   u"적인",       u"하자",       u"시킨",       u"받은",     u"당한",     u"은",       u"는",
    u"이",       u"가",         u"을",         u"를",         u"의",       u"에",       u"와",       u"과",
    u"도",       u"로",         u"만",         u"나",         u"란",       u"며",       u"고",       u"인",
    u"한",       u"된",         u"할",         u"될",         u"들",       u"때",       u"요",
};

constexpr std::size_t kSyllablesThatStay = 2;

bool is_syllable(char16_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

}  // namespace

std::u16string without_particle(std::u16string_view eojeol) {
  std::u16string_view best;
  for (const std::u16string_view ending : kEndings) {
    // A particle also follows Latin letters and digits ("USDT를", "2FA가"): there even one character may stay.
    if (ending.size() <= best.size() || eojeol.size() <= ending.size() || !eojeol.ends_with(ending)) continue;
    const std::u16string_view rest = eojeol.substr(0, eojeol.size() - ending.size());
    if (is_syllable(rest.back()) && rest.size() < kSyllablesThatStay) continue;
    best = ending;
  }
  return std::u16string(eojeol.substr(0, eojeol.size() - best.size()));
}

}  // namespace pharos::text
