// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/asked_han.h"

#include <algorithm>
#include <string>

#include "pharos/text/fold.h"
#include "pharos/text/language_table.h"
#include "text/han_repertoire.h"

namespace pharos::text {
namespace {

// Words of Chinese questions that Japanese, written without kana, does not have.
constexpr std::u16string_view kChineseWords[] = {
    u"你",   u"您",   u"我",   u"这",   u"這",   u"怎",   u"吗", u"嗎",   u"呢",   u"哪",   u"什么", u"什麼",
    u"甚麼", u"没",   u"沒",   u"们",   u"們",   u"还",   u"還", u"为何", u"為何", u"为什", u"為什", u"如何",
    u"是否", u"可以", u"不到", u"了",   u"的",   u"在",   u"是", u"很",   u"給",   u"给",   u"把",   u"被",
    u"誰",   u"多久", u"多少", u"需要", u"不能", u"无法", u"和", u"於",   u"幾",
};
// They stand in Japanese compounds, too: 目的, 存在, 是非, 我慢, 完了, 平和.
constexpr std::u16string_view kWeakWords = u"我了的在是被和誰把於幾";

struct Seen {
  HanWriters writers;
  int kana = 0;
  int other_kana = 0;  ///< beside の, which Chinese brands like
  int bopomofo = 0;
  int chinese = 0;
};

void count_words(std::u16string_view text, Seen& seen) {
  int weak = 0;
  for (const std::u16string_view word : kChineseWords) {
    if (text.find(word) == text.npos) continue;
    if (word.size() == 1 && kWeakWords.find(word[0]) != kWeakWords.npos) {
      ++weak;
    } else {
      ++seen.chinese;
    }
  }
  weak += std::min(seen.writers.outdated_japanese, seen.writers.han / 3 + 1);
  seen.chinese += weak / 2;
  // No Japanese sentence is so long without kana; names and titles with one of these characters are short.
  if (weak == 1 && text.size() > 7) ++seen.chinese;
}

Seen look_at(const std::vector<TypedRun>& runs) {
  Seen seen;
  std::u16string han;
  for (const TypedRun& run : runs) {
    if (run.script == "Hira" || run.script == "Kana") {
      seen.kana += static_cast<int>(run.letters);
      if (run.text != u"の") ++seen.other_kana;
    } else if (run.script == "Bopo") {
      ++seen.bopomofo;
    } else if (run.script == "Hani") {
      count_han_writers(run.text, seen.writers);
      han += run.text;
    }
  }
  count_words(han, seen);
  return seen;
}

constexpr std::size_t kMostLookedUp = 12;

// How many of the words and pairs of characters the index of a language knows.
double known_han(const std::vector<TypedRun>& runs, const Language& language, const KnownWord& known) {
  double sum = 0;
  std::size_t looked_up = 0;
  const std::uint32_t folds = language_row(language).folds;
  for (const TypedRun& run : runs) {
    if (run.script != "Hani") continue;
    const std::u16string text = fold(to_utf8(run.text), folds).text;
    for (std::size_t at = 0; at + 1 < text.size() && looked_up < kMostLookedUp; ++at, ++looked_up) {
      if (known(language, to_utf8(std::u16string_view(text).substr(at, 2))) > 0) sum += 1;
    }
    if (text.size() > 2 && known(language, to_utf8(text)) > 0) sum += 2;
  }
  return sum;
}

const Language* find(const std::vector<Language>& offered, std::string_view script) {
  const auto found = std::find_if(offered.begin(), offered.end(), [&](const Language& language) {
    const std::string_view primary = language.primary();
    return (primary == "zh" || primary == "ja" || primary == "yue") && language.script() == script;
  });
  return found == offered.end() ? nullptr : &*found;
}

class Decision {
 public:
  Decision(const std::vector<TypedRun>& runs, const Language& interface_language, const std::vector<Language>& offered,
           const KnownWord& known)
      : runs_(runs),
        interface_(interface_language),
        known_(known),
        seen_(look_at(runs)),
        japanese_(find(offered, "Jpan")),
        simplified_(find(offered, "Hans")),
        traditional_(find(offered, "Hant")) {}

  QueryLanguage take() const {
    const std::string_view at_home = interface_.script();
    const bool chinese_home = at_home == "Hans" || at_home == "Hant";
    if (seen_.kana > 0 && (!chinese_home || seen_.other_kana > 0 || seen_.writers.han == 0)) {
      if (seen_.other_kana > 0 || chinese() <= 0) return in_japanese(kAskedScript);
    }
    if (chinese_home) {
      if (seen_.writers.japanese_only > 0 && chinese() <= 0) return in_japanese(kAskedLetters);
      return {interface_, seen_.writers.not_simplified + seen_.writers.not_traditional == 0 ? .8 : .9, kAskedInterface};
    }
    if (at_home == "Jpan") {
      if (chinese() <= 0) return {interface_, seen_.kana > 0 ? .98 : .7, kAskedInterface};
      return in_chinese(seen_.chinese > 0 ? kAskedWords : kAskedLetters);
    }
    return likelier_japanese() ? in_japanese(kAskedScript) : in_chinese(kAskedScript);
  }

 private:
  // How surely it is Chinese, not Japanese.
  int chinese() const {
    return seen_.chinese + seen_.bopomofo + 2 * seen_.writers.simplified_only + 2 * seen_.writers.traditional_only -
           2 * seen_.writers.japanese_only;
  }

  bool likelier_japanese() const {
    if (japanese_ == nullptr || chinese() > 0) return false;
    if (simplified_ == nullptr && traditional_ == nullptr) return true;
    if (seen_.writers.japanese_only > 0) return true;
    if (!known_) return false;
    double in_chinese = 0;
    if (simplified_ != nullptr) in_chinese = known_han(runs_, *simplified_, known_);
    if (traditional_ != nullptr) in_chinese = std::max(in_chinese, known_han(runs_, *traditional_, known_));
    return known_han(runs_, *japanese_, known_) > in_chinese + .5;
  }

  QueryLanguage in_japanese(std::string_view reason) const {
    if (interface_.script() == "Jpan") return {interface_, .98, kAskedInterface};
    return japanese_ == nullptr ? unoffered() : QueryLanguage{*japanese_, .95, reason};
  }

  QueryLanguage in_chinese(std::string_view reason) const {
    const Language* only = simplified_ == nullptr ? traditional_ : traditional_ == nullptr ? simplified_ : nullptr;
    if (only != nullptr) return {*only, .9, reason};
    if (simplified_ == nullptr) return unoffered();
    const int lead = seen_.writers.not_traditional - seen_.writers.not_simplified - seen_.bopomofo;
    if (lead == 0) {
      const Language* named_first = std::min(simplified_, traditional_);
      const Language* named_second = std::max(simplified_, traditional_);
      const bool second = known_ && known_han(runs_, *named_second, known_) > known_han(runs_, *named_first, known_);
      return {second ? *named_second : *named_first, .7, reason};
    }
    return {lead > 0 ? *simplified_ : *traditional_, .95, reason};
  }

  QueryLanguage unoffered() const { return {interface_, .5, kAskedUnoffered}; }

  const std::vector<TypedRun>& runs_;
  const Language& interface_;
  const KnownWord& known_;
  Seen seen_;
  const Language* japanese_;
  const Language* simplified_;
  const Language* traditional_;
};

}  // namespace

QueryLanguage asked_in_han(const std::vector<TypedRun>& runs, const Language& interface_language,
                           const std::vector<Language>& offered, const KnownWord& known) {
  return Decision(runs, interface_language, offered, known).take();
}

}  // namespace pharos::text
