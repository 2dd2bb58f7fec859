// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "desk/asked_phrases.h"
#include "desk/asking_words.h"
#include "desk/naughty_strings.h"
#include "pharos/desk/questions.h"

namespace pharos::desk {
namespace {

Question question(const std::string& id, std::string_view language, std::string_view text) {
  Question asked;
  asked.id = id;
  asked.language = language;
  asked.text = text;
  return asked;
}

struct Found {
  int right = 0, wrong = 0, all = 0;
};

TEST_CASE("questions of one need are found, those that only share words are not") {
  std::vector<Question> questions;
  std::map<std::string, const AskedPhrase*> phrases;
  for (const AskedPhrase& phrase : asked_phrases()) {
    const std::string id = "q-" + std::to_string(1000 + questions.size());
    questions.push_back(question(id, phrase.language, phrase.text));
    phrases[id] = &phrase;
  }
  std::map<std::string_view, Found> found;
  for (std::size_t a = 0; a < asked_phrases().size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const AskedPhrase& left = asked_phrases()[a];
      const AskedPhrase& right = asked_phrases()[b];
      found[left.language].all += left.language == right.language && left.need == right.need ? 1 : 0;
    }
  }
  for (const SameNeed& pair : same_needs(questions)) {
    const AskedPhrase& newer = *phrases.at(pair.id);
    const AskedPhrase& older = *phrases.at(pair.like);
    CHECK(newer.language == older.language);
    CHECK(pair.id > pair.like);
    ++(newer.need == older.need ? found[newer.language].right : found[newer.language].wrong);
  }
  Found together;
  for (const auto& [language, row] : found) {
    CAPTURE(std::string(language));
    CAPTURE(row.right);
    CAPTURE(row.wrong);
    CAPTURE(row.all);
    CHECK(10 * row.right >= 7 * row.all);
    CHECK(row.wrong <= 2);
    together.right += row.right;
    together.wrong += row.wrong;
    together.all += row.all;
  }
  MESSAGE("same needs: " << together.right << " of " << together.all << " pairs found, and " << together.wrong
                         << " wrong ones");
  CHECK(10 * together.right >= 9 * together.all);
  CHECK(10 * together.wrong <= 2 * together.right);
}

TEST_CASE("the same words in another order, case or with typing errors are the likeliest") {
  const auto pairs = same_needs({
      question("q-1", "en", "Where can I download a tax report?"),
      question("q-2", "en", "TAX REPORT download"),
      question("q-3", "en", "where can i download a tax raport"),
      question("q-4", "en", "my card was declined"),
  });
  REQUIRE(pairs.size() == 3);
  CHECK(std::is_sorted(pairs.begin(), pairs.end(),
                       [](const SameNeed& a, const SameNeed& b) { return a.similarity > b.similarity; }));
  for (const SameNeed& pair : pairs) {
    CHECK(pair.id != "q-4");
    CHECK(pair.like != "q-4");
  }
}

TEST_CASE("only open questions of one language are compared") {
  std::vector<Question> questions = {
      question("q-1", "en", "close my account"),
      question("q-2", "de", "close my account"),
      question("q-3", "zh-Hans", "如何注销账户"),
      question("q-4", "zh-Hant", "如何註銷帳戶"),
      question("q-5", "en", "close my account"),
      question("q-6", "", "close my account"),
      question("q-7", "not a language", "close my account"),
  };
  questions[4].state = QuestionState::kRejected;
  CHECK(same_needs(questions, .1).empty());
  questions[4].state = QuestionState::kOpen;
  const auto pairs = same_needs(questions, .1);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].id == "q-5");
  CHECK(pairs[0].like == "q-1");
  CHECK(pairs[0].similarity == doctest::Approx(1.0));
}

TEST_CASE("what is left of a question without the way it is put") {
  struct Row {
    const char* language;
    const char* asked;
    const char* left;
  };
  for (const Row& row : {
           Row{"zh-Hans", "怎么提现", " 提现"},
           Row{"zh-Hans", "提现怎么办", "提现 "},
           Row{"zh-Hans", "怎么办", "怎么办"},
           Row{"ja", "出金方法を教えてください", "出金  "},
           Row{"ko", "출금은 어떻게 하나요", "출금은    "},
           Row{"en", "how do I withdraw", "how do I withdraw"},
       }) {
    CAPTURE(row.asked);
    CHECK(without_asking(Language::require(row.language), row.asked) == row.left);
  }
}

TEST_CASE("anything may have been asked") {
  for (const char* language : {"en", "zh-Hans", "ja", "th", "ar"}) {
    std::vector<Question> questions;
    for (const auto* strings : {&naughty_strings(), &broken_strings()}) {
      for (const NaughtyString& row : *strings) {
        questions.push_back(question("q-" + std::to_string(1000 + questions.size()), language, row.text));
      }
    }
    for (const SameNeed& pair : same_needs(questions, .3)) {
      CHECK(pair.similarity <= 1);
      CHECK(pair.id != pair.like);
    }
  }
}

}  // namespace
}  // namespace pharos::desk
