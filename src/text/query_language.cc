// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/query_language.h"

#include <algorithm>
#include <cmath>

#include "pharos/base/utf8.h"
#include "text/asked_han.h"
#include "text/asked_words.h"
#include "text/sentence_language.h"
#include "text/telling_words.h"
#include "text/typed_runs.h"

namespace pharos::text {
namespace {

constexpr std::size_t kMostBytes = 512;

constexpr double kWordsOfSentence = 4;
constexpr double kWholeSentence = .8;

struct ScriptRow {
  std::string_view script;   ///< of a run
  std::string_view writing;  ///< what it is counted as
  double words_per_letter;   ///< 0: a run is a word
};

constexpr ScriptRow kScripts[] = {
    {"Hani", "Hani", .5},  {"Hira", "Hani", .3},  {"Kana", "Hani", .3},  {"Bopo", "Hani", .3},
    {"Thai", "Thai", .25}, {"Laoo", "Laoo", .25}, {"Mymr", "Mymr", .25}, {"Khmr", "Khmr", .25},
};

std::string_view writing_of(std::string_view script) {
  for (const ScriptRow& row : kScripts) {
    if (row.script == script) return row.writing;
  }
  return script;
}

struct WritingRow {
  std::string_view primary;
  std::string_view writing;
};

constexpr WritingRow kWritings[] = {{"zh", "Hani"}, {"yue", "Hani"}, {"ja", "Hani"}, {"ko", "Hang"}, {"th", "Thai"}};

std::string_view writing_of(const Language& language) {
  const std::string_view primary = language.primary();
  for (const WritingRow& row : kWritings) {
    if (row.primary == primary) return row.writing;
  }
  const bool script_named = language.tag().size() > primary.size() + 4;  // sr-Latn
  if (const auto row = find_telling_row(primary); row && !script_named) return telling_row(*row).script;
  return language.script();
}

double words_in(const TypedRun& run) {
  for (const ScriptRow& row : kScripts) {
    if (row.script == run.script) return row.words_per_letter * run.letters;
  }
  return 1;
}

// Laughter and tears are typed after words of any language.
bool is_emoticon(const TypedRun& run) {
  return run.script == "Hang" &&
         run.text.find_first_not_of(u"\u1100\u1112\u110f\u1172\u116e\u110b\u1161ㅋㅎㅠㅜㅇ") == run.text.npos;
}

struct Writing {
  std::string_view name;
  double words = 0;
};

class Question {
 public:
  Question(std::string_view query, const Language& interface_language, const std::vector<Language>& offered,
           const KnownWord& known)
      : query_(query), interface_(interface_language), offered_(offered), known_(known), runs_(typed_runs(query)) {
    count();
  }

  QueryLanguage language() const {
    const std::string_view at_home = writing_of(interface_);
    const Writing foreign = most_used(at_home);
    const double home_words = words_of(at_home);
    if (at_home != "Latn" && home_words > 0 && home_words * 3 >= foreign.words) return in_writing(at_home);
    if (foreign.words > 0 && !mostly_latin(foreign)) {
      QueryLanguage asked = in_writing(foreign.name);
      if (asked.reason != kAskedUnoffered || words_of("Latn") == 0) return asked;
    }
    if (words_of("Latn") == 0) return {interface_, .5, kAskedInterface};
    return in_writing("Latn");
  }

 private:
  void count() {
    bool beside_emoticons = false;
    for (const TypedRun& run : runs_) beside_emoticons = beside_emoticons || (run.letters > 0 && !is_emoticon(run));
    for (const TypedRun& run : runs_) {
      if (run.silent || run.script.empty() || (beside_emoticons && is_emoticon(run))) continue;
      const std::string_view name = writing_of(run.script);
      // One letter of another alphabet is a slip of the keyboard or a symbol.
      if (name != "Latn" && words_in(run) == 1 && run.letters == 1 && runs_.size() > 1) continue;
      const auto found =
          std::find_if(writings_.begin(), writings_.end(), [&](const Writing& one) { return one.name == name; });
      Writing& writing = found == writings_.end() ? writings_.emplace_back(Writing{name}) : *found;
      writing.words += words_in(run);
    }
  }

  double words_of(std::string_view name) const {
    for (const Writing& writing : writings_) {
      if (writing.name == name) return writing.words;
    }
    return 0;
  }

  // Of the writings that are neither Latin nor the interface's own.
  Writing most_used(std::string_view at_home) const {
    Writing most;
    for (const Writing& writing : writings_) {
      if (writing.name != "Latn" && writing.name != at_home && writing.words > most.words) most = writing;
    }
    return most;
  }

  // `what does 提现 mean` asks in English about a word.
  bool mostly_latin(const Writing& foreign) const {
    if (words_of("Latn") < 2 * foreign.words) return false;
    int telling = 0;
    for (const TypedRun& run : runs_) {
      if (run.script == "Latn" && !run.silent && told_by(run.text).as_written != 0) ++telling;
    }
    return telling >= (writing_of(interface_) == "Latn" ? 1 : 2);
  }

  QueryLanguage in_writing(std::string_view writing) const {
    if (writing == "Hani") return asked_in_han(runs_, interface_, offered_, known_);
    const bool at_home = writing_of(interface_) == writing;
    std::vector<const Language*> candidates;
    if (at_home) candidates.push_back(&interface_);
    for (const Language& language : offered_) {
      if (writing_of(language) != writing) continue;
      const bool there = std::any_of(candidates.begin(), candidates.end(),
                                     [&](const Language* other) { return other->primary() == language.primary(); });
      if (!there) candidates.push_back(&language);
    }
    if (candidates.empty()) return {interface_, .5, kAskedUnoffered};
    if (candidates.size() == 1 && writing != "Latn") {
      return {*candidates[0], .95, at_home ? kAskedInterface : kAskedScript};
    }
    AskedWords asked = weigh_words(runs_, query_, writing, interface_, candidates, known_);
    if (!at_home && writing != "Latn") return {*asked.best, std::max(.8, certainty_of(asked.margin)), kAskedScript};
    if (asked.others_win) return {interface_, .5, kAskedUnoffered};
    if (*asked.best == interface_) return {interface_, certainty_of(asked.margin), kAskedInterface};
    // English is read everywhere; of the others one word by chance is too little where the letters are foreign, too.
    const bool far = !at_home && asked.best->primary() != "en" && !asked.by_letters;
    const double enough = far ? kFarLead : kEnoughLead;
    ask_the_whole(asked, enough);
    if (asked.lead < enough || asked.margin < (asked.lead < kAmpleLead ? kEnoughMargin : kSlightMargin)) {
      return {interface_, 1 - certainty_of(asked.lead), kAskedInterface};
    }
    return {*asked.best, certainty_of(asked.lead), asked.by_letters ? kAskedLetters : kAskedWords};
  }

  // Where the words leave it open, the letter sequences of the whole are heard, but never alone.
  void ask_the_whole(AskedWords& asked, double enough) const {
    if (words_of("Latn") < kWordsOfSentence || std::abs(asked.lead - enough) > kWholeSentence) return;
    const std::string_view primary = sentence_language(query_);
    if (primary == asked.best->primary()) {
      asked.lead += kWholeSentence;
      asked.margin += kWholeSentence;
    } else if (primary == interface_.primary()) {
      asked.lead -= kWholeSentence;
    }
  }

  std::string_view query_;
  const Language& interface_;
  const std::vector<Language>& offered_;
  const KnownWord& known_;
  std::vector<TypedRun> runs_;
  std::vector<Writing> writings_;
};

}  // namespace

QueryLanguage query_language(std::string_view utf8, const Language& interface_language,
                             const std::vector<Language>& offered, const KnownWord& known) {
  return Question(cut_at_point(utf8, kMostBytes), interface_language, offered, known).language();
}

}  // namespace pharos::text
