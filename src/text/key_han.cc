// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_han.h"

#include <algorithm>
#include <array>
#include <string>

#include "pharos/text/pinyin.h"
#include "text/han_sounds.h"

namespace pharos::text {
namespace {

// Every syllable of Mandarin that an input method takes, ü as v.
constexpr std::u16string_view kSyllables =
    u"a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng "
    u"cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu "
    u"cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo "
    u"e "
    u"ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan "
    u"guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian "
    u"jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan "
    u"kuang "
    u"kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lue lun "
    u"luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne "
    u"nei "
    u"nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nue nuo nv nve o ou pa pai pan pang pao pei pen "
    u"peng "
    u"pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao "
    u"re "
    u"ren reng ri rong rou ru ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen "
    u"sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te "
    u"teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang "
    u"xiao "
    u"xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan "
    u"zang "
    u"zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui "
    u"zhun zhuo zi zong zou zu zuan zui zun zuo";
constexpr std::size_t kLongestSyllable = 6;
constexpr std::size_t kMostLetters = 64;  // longer input is no word
constexpr std::size_t kFewestInitials = 2;
constexpr std::size_t kMostInitials = 8;

// Letters with a tone mark, each row one letter.
struct ToneRow {
  std::u16string_view marked;
  char16_t plain;
};
constexpr ToneRow kTones[] = {{u"āáǎăà", u'a'}, {u"ēéěĕèê", u'e'}, {u"īíǐĭì", u'i'},
                              {u"ōóǒŏò", u'o'}, {u"ūúǔŭù", u'u'},  {u"ǖǘǚǜü", u'v'}};

bool is_letter(char16_t unit) { return unit >= u'a' && unit <= u'z'; }

char16_t without_tone(char16_t unit) {
  for (const ToneRow& row : kTones) {
    if (row.marked.find(unit) != std::u16string_view::npos) return row.plain;
  }
  return unit;
}

bool is_syllable(std::u16string_view letters, bool or_begins_one) {
  static const std::vector<std::u16string_view> sorted = [] {
    std::vector<std::u16string_view> out;
    for (std::u16string_view rest = kSyllables; !rest.empty();) {
      out.push_back(rest.substr(0, rest.find(u' ')));
      rest.remove_prefix(std::min(rest.size(), out.back().size() + 1));
    }
    std::sort(out.begin(), out.end());
    return out;
  }();
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), letters);
  if (found == sorted.end()) return false;
  return or_begins_one ? found->starts_with(letters) : *found == letters;
}

// The letters of what was typed without tone marks, tone digits, spaces and apostrophes; empty where there is more.
std::u16string plain_letters_of(std::u16string_view typed) {
  std::u16string out;
  for (const char16_t unit : typed) {
    const char16_t plain = without_tone(unit);
    if (is_letter(plain)) {
      out += plain;
    } else if (plain == 0x0308 && out.ends_with(u'u')) {
      out.back() = u'v';
    } else if ((plain >= u'0' && plain <= u'5') || (plain >= 0x0300 && plain <= 0x030C)) {
      if (out.empty()) return {};
    } else if (plain != u' ' && plain != u'\'') {
      return {};
    }
  }
  // qv and jv are what the ü key gives; no other syllable has their letters.
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i] == u'v' && std::u16string_view(u"jqxy").find(out[i - 1]) != std::u16string_view::npos) out[i] = u'u';
  }
  return out;
}

// The likeliest keys made of one alternative for each place, the likeliest alternatives first.
class Likeliest {
 public:
  void add(const std::vector<std::u16string_view>& alternatives) {
    if (alternatives.size() == 1) return add(alternatives.front());
    std::vector<Candidate> next;
    next.reserve(found_.size() * alternatives.size());
    for (const Candidate& candidate : found_) {
      for (std::size_t i = 0; i < alternatives.size(); ++i) {
        next.push_back({candidate.doubt + i, candidate.key + std::u16string(alternatives[i])});
      }
    }
    std::stable_sort(next.begin(), next.end(), [](const auto& a, const auto& b) { return a.doubt < b.doubt; });
    if (next.size() > kMostKeys) next.resize(kMostKeys);
    found_ = std::move(next);
  }
  void add(std::u16string_view only) {
    for (Candidate& candidate : found_) candidate.key += only;
  }

  Keys keys() const {
    Keys out;
    for (const Candidate& candidate : found_) {
      if (std::find(out.begin(), out.end(), candidate.key) == out.end()) out.push_back(candidate.key);
    }
    return out;
  }

 private:
  struct Candidate {
    std::size_t doubt = 0;
    std::u16string key;
  };
  std::vector<Candidate> found_{1};
};

bool has_han(std::u16string_view word) {
  return std::any_of(word.begin(), word.end(), [](char16_t unit) { return unit >= 0x4E00 && unit < 0xA000; });
}

// lü is typed lv, and lu by those who do not look for the key.
std::vector<std::u16string_view> spellings(const std::vector<SyllableId>& syllables) {
  std::vector<std::u16string_view> out;
  for (const SyllableId id : syllables) {
    const std::u16string_view letters = letters_of(id);
    out.push_back(letters);
    if (letters.size() < 2 || letters[1] != u'v') continue;
    const bool lv = letters[0] == u'l';
    out.push_back(letters.size() == 2 ? (lv ? u"lu" : u"nu") : (lv ? u"lue" : u"nue"));
  }
  return out;
}

using Part = std::u16string_view (*)(SyllableId);

std::u16string_view first_letter(SyllableId id) { return letters_of(id).substr(0, 1); }

std::u16string_view whole_initial(SyllableId id) {
  const std::u16string_view letters = letters_of(id);
  return letters.substr(0, letters.size() > 1 && letters[1] == u'h' ? 2 : 1);
}

// Keys of one part of each syllable, each followed by `divider`.
Keys keys_of_parts(const std::vector<std::vector<SyllableId>>& syllables, Part part, std::u16string_view divider) {
  if (syllables.empty()) return {};
  Likeliest likeliest;
  std::vector<std::u16string_view> parts;
  for (const std::vector<SyllableId>& ids : syllables) {
    parts.clear();
    for (const SyllableId id : ids) {
      if (std::find(parts.begin(), parts.end(), part(id)) == parts.end()) parts.push_back(part(id));
    }
    likeliest.add(parts);
    likeliest.add(divider);
  }
  return likeliest.keys();
}

// Syllables divided by ', for 西安 is not 先. A single character has too many that sound the same.
Keys sound_keys(std::u16string_view word, Part sound) {
  if (word.size() < 2 || !has_han(word) || word.size() > kMostLetters) return {};
  return keys_of_parts(syllables_of(word), sound, u"'");
}

}  // namespace

bool is_pinyin(std::u16string_view letters, bool last_may_be_open) {
  if (letters.empty() || letters.size() > kMostLetters) return false;
  std::array<bool, kMostLetters + 1> reached{true};
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (!reached[at]) continue;
    if (!is_letter(letters[at])) return false;
    for (std::size_t size = 1; size <= std::min(kLongestSyllable, letters.size() - at); ++size) {
      const bool last = at + size == letters.size();
      reached[at + size] = reached[at + size] || is_syllable(letters.substr(at, size), last && last_may_be_open);
    }
  }
  return reached[letters.size()];
}

std::u16string_view sound_of(char32_t han) {
  return han < 0x10000 ? merged_letters_of(likeliest_syllable(static_cast<char16_t>(han))) : std::u16string_view();
}

Keys pinyin_of_word(std::u16string_view word) {
  if (!has_han(word) || word.size() > kMostLetters) return {};
  const std::vector<std::vector<SyllableId>> syllables = syllables_of(word);
  if (syllables.empty()) return {};
  Likeliest likeliest;
  for (const std::vector<SyllableId>& ids : syllables) {
    if (ids.size() == 1 && !letters_of(ids[0]).substr(1).starts_with(u'v')) {
      likeliest.add(letters_of(ids[0]));
    } else {
      likeliest.add(spellings(ids));
    }
  }
  return likeliest.keys();
}

Keys pinyin_of_typed(std::u16string_view typed) {
  std::u16string letters = plain_letters_of(typed);
  if (letters.size() < 2 || !is_pinyin(letters, false)) return {};
  return {std::move(letters)};
}

Keys pinyin_initials_of_word(std::u16string_view word) {
  if (!has_han(word) || word.size() < kFewestInitials || word.size() > kMostInitials) return {};
  const std::vector<std::vector<SyllableId>> syllables = syllables_of(word);
  Keys keys = keys_of_parts(syllables, &first_letter, u"");
  for (std::u16string& key : keys_of_parts(syllables, &whole_initial, u"")) {
    if (keys.size() == kMostKeys) break;
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  }
  return keys;
}

Keys pinyin_initials_of_typed(std::u16string_view typed) {
  if (typed.size() < kFewestInitials || typed.size() > kMostInitials) return {};
  for (const char16_t unit : typed) {
    if (!is_letter(unit) || unit == u'i' || unit == u'u' || unit == u'v') return {};  // no syllable begins with these
  }
  return {std::u16string(typed)};
}

Keys homophone_of_word(std::u16string_view word) { return sound_keys(word, &letters_of); }

Keys homophone_of_typed(std::u16string_view typed) { return homophone_of_word(typed); }

Keys loose_homophone_of_word(std::u16string_view word) {
  Keys keys = sound_keys(word, &merged_letters_of);
  if (keys.empty()) return keys;
  // n and l, which the south does not tell apart, in a key of their own: only what has one of them may meet there.
  std::u16string loose = keys.front();
  bool has_either = false;
  for (std::size_t i = 0; i < loose.size(); ++i) {
    if ((i > 0 && loose[i - 1] != u'\'') || (loose[i] != u'n' && loose[i] != u'l')) continue;
    loose[i] = u'L';
    has_either = true;
  }
  if (!has_either) return keys;
  if (keys.size() == kMostKeys) keys.pop_back();
  keys.push_back(std::move(loose));
  return keys;
}

Keys loose_homophone_of_typed(std::u16string_view typed) { return loose_homophone_of_word(typed); }

}  // namespace pharos::text
