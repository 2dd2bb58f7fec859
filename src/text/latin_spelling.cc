// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/latin_spelling.h"

#include <algorithm>
#include <bitset>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_set>
#include <vector>

namespace pharos::text {
namespace {

// Syllables are an onset, a nucleus and a coda of these lists, where "-" is none, or one of those listed whole.
struct Spelling {
  std::string_view primary;
  std::u16string_view onsets;
  std::u16string_view nuclei;
  std::u16string_view codas;
  std::u16string_view whole;
  bool several;  ///< syllables are written together
};

constexpr Spelling kSpellings[] = {
    {"zh", u"b p m f d t n l g k h j q x zh ch sh z c s r y w",
     u"a e i o u v ai ei ao ou ia ie iu ua uo ui ue ve iao uai an en in un on ian uan van vn", u"- g",
     u"a o e ai ei ao ou an en ang eng er", true},
    {"ja",
     u"- k s t n h m y r w g z d b p f j ch sh ts ky sy ty ny hy my ry gy zy by py dy jy kk ss tt pp cch ssh tch tts "
     u"kky ssy ppy",
     u"a i u e o aa ii uu ee oo ou ei", u"- n m", u"", true},
    {"ko", u"- g kk n d tt r m b pp s ss j jj ch k t p h l y w",
     u"a ae ya yae eo e yeo ye o wa wae oe yo u wo weo we wi yu eu ui i oo ee", u"- k n t l m p ng g d b r", u"", true},
    {"vi", u"- b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x",
     u"a e i o u y ai ao au ay eo eu ia ie iu oa oe oi ua ue ui uo uu uy ye ieu yeu oai oay uay uoi uou uya",
     u"- c ch m n ng nh p t", u"", false},
};

struct LittleWords {
  std::string_view primary;
  std::u16string_view words;
};

constexpr LittleWords kLittleWords[] = {
    {"ru",
     u"a by bil chto da do dlya est eto gde i iz k kak kod kto mi mne moi moy my na ne net no o on ona oni ot po "
     u"pod pochemu poka pri s so tam to tot tut u uzhe v vse za ya"},
    {"uk", u"a chomu de do ta ti to i ja ya je jak yak ne ni na my mi moi on po pid so sho shcho tut u v vid vin z za"},
    {"ar",
     u"ala ana an as ba el en fe fen fi hal hon in kam kef kif la law le leh lesh ma man men mesh min mish mn "
     u"mosh mush sho shu u w wa we wen ya"},
    {"fa", u"az be chera chi e in ke kon man mishe na o on ra to va ye"},
    {"th", u"a dai dee di duay hai ja ka kap kor ma mai mee mi na nai ni no pai pen ter tam thi ti tong yang"},
    {"el", u"an apo den gia i kai me mou na o pos pou se sto ta the to tin ton"},
    {"he", u"al ani at et ha im kol lo ma me mi shel ze"},
    {"hi", u"ab aur hai he ho ka kaise karo ke ki ko kya main me mera nahi par se to ye"},
};

// Looks texts up without making strings of them.
struct TextHash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard library asks for it
  std::size_t operator()(std::u16string_view text) const { return std::hash<std::u16string_view>()(text); }
};
using Words = std::unordered_set<std::u16string, TextHash, std::equal_to<>>;

std::vector<std::u16string> split(std::u16string_view list) {
  std::vector<std::u16string> items;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(u' ', at), list.size());
    const std::u16string_view item = list.substr(at, end - at);
    items.emplace_back(item == u"-" ? std::u16string_view() : item);
    at = end + 1;
  }
  return items;
}

Words syllables_of(const Spelling& spelling) {
  Words made;
  for (const std::u16string& syllable : split(spelling.whole)) made.insert(syllable);
  const std::vector<std::u16string> codas = split(spelling.codas);
  for (const std::u16string& onset : split(spelling.onsets)) {
    for (const std::u16string& nucleus : split(spelling.nuclei)) {
      for (const std::u16string& coda : codas) made.insert(onset + nucleus + coda);
    }
  }
  return made;
}

constexpr std::size_t kLongestWord = 24;
constexpr std::size_t kLongestSyllable = 7;

bool made_of(const Words& syllables, std::u16string_view word) {
  if (word.size() > kLongestWord) return false;
  std::bitset<kLongestWord + 1> reached;
  reached[0] = true;
  for (std::size_t end = 1; end <= word.size(); ++end) {
    for (std::size_t begin = end > kLongestSyllable ? end - kLongestSyllable : 0; begin < end && !reached[end];
         ++begin) {
      if (reached[begin]) reached[end] = syllables.contains(word.substr(begin, end - begin));
    }
  }
  return reached[word.size()];
}

struct Spellings {
  std::vector<Words> syllables;     ///< for each of kSpellings
  std::vector<Words> little_words;  ///< for each of kLittleWords

  Spellings() {
    for (const Spelling& spelling : kSpellings) syllables.push_back(syllables_of(spelling));
    for (const LittleWords& row : kLittleWords) {
      const std::vector<std::u16string> words = split(row.words);
      little_words.emplace_back(words.begin(), words.end());
    }
  }
};

}  // namespace

bool spelled_in_latin(std::string_view primary, std::u16string_view word) {
  static const Spellings all;
  for (std::size_t i = 0; i < std::size(kLittleWords); ++i) {
    if (kLittleWords[i].primary == primary) return all.little_words[i].contains(word);
  }
  for (std::size_t i = 0; i < std::size(kSpellings); ++i) {
    if (kSpellings[i].primary != primary) continue;
    const Words& syllables = all.syllables[i];
    return kSpellings[i].several ? made_of(syllables, word) : syllables.contains(word);
  }
  return false;
}

bool spells_whole_words(std::string_view primary) {
  return std::any_of(std::begin(kSpellings), std::end(kSpellings),
                     [&](const Spelling& spelling) { return spelling.primary == primary; });
}

}  // namespace pharos::text
