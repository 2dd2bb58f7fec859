// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/questions.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <thread>
#include <vector>

#include "desk/naughty_strings.h"
#include "desk/test_store.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"

namespace pharos::desk {
namespace {

using std::chrono::seconds;

constexpr UtcTime kBegin{1772366400};

Reader reader(const std::string& session) { return {"10.0.0.7", "Firefox", session}; }

Question asked(const std::string& text, const std::string& language = "en") {
  Question question;
  question.text = text;
  question.language = language;
  return question;
}

ErrorKind kind_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.kind();
  }
  FAIL("nothing was thrown");
  return ErrorKind::kInternal;
}

TEST_CASE("a question is kept with what is known of it") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Questions questions(*store, time.wall());
    Question question = asked("Why is my deposit missing?");
    question.article = "deposits/missing";
    question.category = "deposits";
    question.search_id = "s-1";
    const Question kept = questions.ask(question, reader("a"));
    CHECK(kept.id.substr(0, 2) == "q-");
    CHECK(kept.askers == 1);
    CHECK(kept.at == kBegin);
    store.reopen();
    const auto found = Questions(*store, time.wall()).find(kept.id);
    REQUIRE(found);
    CHECK(found->text == question.text);
    CHECK(found->language == "en");
    CHECK(found->article == "deposits/missing");
    CHECK(found->category == "deposits");
    CHECK(found->search_id == "s-1");
    CHECK(found->session == "a");
    CHECK(found->state == QuestionState::kOpen);
    CHECK_FALSE(questions.find("q-unknown"));
    CHECK_FALSE(questions.find(std::string("\0'", 2)));
  });
}

TEST_CASE("the same words again are one more asker, the same reader again is not") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Questions questions(*store, time.wall());
    const Question first = questions.ask(asked("Why is my deposit missing?"), reader("a"));
    time.advance(seconds(10));
    CHECK(questions.ask(asked("why is my DEPOSIT missing"), reader("b")).id == first.id);
    CHECK(questions.ask(asked("  Why is my  deposit missing?!"), reader("b")).askers == 2);
    CHECK(questions.ask(asked("Why is my deposit missing?"), reader("a")).askers == 2);
    // Without a session the reader is known by address and agent.
    CHECK(questions.ask(asked("Why is my deposit missing?"), reader("")).askers == 3);
    CHECK(questions.ask(asked("Why is my deposit missing?"), reader("")).askers == 3);
    CHECK(questions.ask(asked("Why is my deposit missing?", "de"), reader("a")).id != first.id);
    CHECK(questions.ask(asked("Why is my withdrawal missing?"), reader("a")).id != first.id);
    CHECK(questions.find(first.id)->askers == 3);
    CHECK(questions.find(first.id)->text == "Why is my deposit missing?");
    // Signs are told apart too.
    CHECK(questions.ask(asked("😀"), reader("a")).id != questions.ask(asked("😢"), reader("a")).id);
    CHECK(questions.ask(asked("😀"), reader("b")).askers == 2);
  });
}

TEST_CASE("questions are listed newest first, with a state only those") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Questions questions(*store, time.wall());
    std::vector<std::string> ids;
    for (const char* text : {"one", "two", "three", "four"}) {
      ids.push_back(questions.ask(asked(text), reader("a")).id);
      time.advance(seconds(1));
    }
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    questions.reject(ids[1], "not a question");
    const auto all = questions.list(std::nullopt, 3);
    REQUIRE(all.size() == 3);
    CHECK(all[0].text == "four");
    CHECK(all[2].text == "two");
    const auto open = questions.list(QuestionState::kOpen, 10);
    REQUIRE(open.size() == 3);
    CHECK(open[2].text == "one");
    const auto rejected = questions.list(QuestionState::kRejected, 10);
    REQUIRE(rejected.size() == 1);
    CHECK(rejected[0].note == "not a question");
    CHECK(questions.list(QuestionState::kMerged, 10).empty());
  });
}

TEST_CASE("merging counts each asker once, and the merged words lead to the other question") {
  on_each_store([](TestStore& store) {
    FixedClock clock(kBegin);
    Questions questions(*store, clock);
    const Question target = questions.ask(asked("deposit missing"), reader("a"));
    questions.ask(asked("deposit missing"), reader("b"));
    const Question other = questions.ask(asked("my deposit did not arrive"), reader("b"));
    questions.ask(asked("my deposit did not arrive"), reader("c"));
    questions.merge(other.id, target.id);
    CHECK(questions.find(target.id)->askers == 3);
    CHECK(questions.find(other.id)->state == QuestionState::kMerged);
    CHECK(questions.find(other.id)->merged_into == target.id);
    CHECK(questions.ask(asked("my deposit did not arrive"), reader("d")).id == target.id);
    CHECK(questions.ask(asked("my deposit did not arrive"), reader("c")).askers == 4);

    // A chain of merges ends at the last one.
    const Question last = questions.ask(asked("where is my money"), reader("e"));
    questions.merge(target.id, last.id);
    CHECK(questions.find(other.id)->merged_into == last.id);
    CHECK(questions.find(last.id)->askers == 5);
    CHECK(questions.ask(asked("my deposit did not arrive"), reader("f")).id == last.id);
    // When that is answered, the words are a new question.
    questions.accept(last.id, "en/deposits/where-is-my-money.md");
    CHECK(questions.find(last.id)->note == "en/deposits/where-is-my-money.md");
    CHECK(questions.ask(asked("my deposit did not arrive"), reader("f")).askers == 1);
  });
}

TEST_CASE("what cannot be done is told and changes nothing") {
  on_each_store([](TestStore& store) {
    FixedClock clock(kBegin);
    Questions questions(*store, clock);
    const std::string open = questions.ask(asked("one"), reader("a")).id;
    const std::string second = questions.ask(asked("two"), reader("a")).id;
    const std::string german = questions.ask(asked("eins", "de"), reader("a")).id;
    const std::string rejected = questions.ask(asked("three"), reader("a")).id;
    questions.reject(rejected, "spam");
    for (const auto& call : std::vector<std::function<void()>>{
             [&] { questions.merge("q-none", open); },
             [&] { questions.merge(open, "q-none"); },
             [&] { questions.reject("q-none", "why"); },
             [&] { questions.accept("", "where"); },
         }) {
      CHECK(kind_of(call) == ErrorKind::kNotFound);
    }
    for (const auto& call : std::vector<std::function<void()>>{
             [&] { questions.merge(rejected, open); },
             [&] { questions.merge(open, rejected); },
             [&] { questions.reject(rejected, "again"); },
             [&] { questions.accept(rejected, "where"); },
         }) {
      CHECK(kind_of(call) == ErrorKind::kConflict);
    }
    CHECK(kind_of([&] { questions.merge(open, open); }) == ErrorKind::kInvalidArgument);
    CHECK(kind_of([&] { questions.merge(open, german); }) == ErrorKind::kInvalidArgument);
    CHECK(questions.list(QuestionState::kOpen, 10).size() == 3);
    CHECK(questions.find(rejected)->note == "spam");
    CHECK(questions.find(second)->askers == 1);
  });
}

TEST_CASE("two editors at once: one is told that the other was quicker") {
  on_each_store([](TestStore& store) {
    FixedClock clock(kBegin);
    Questions questions(*store, clock);
    const std::string id = questions.ask(asked("one"), reader("a")).id;
    std::atomic<int> done{0};
    std::atomic<int> refused{0};
    std::vector<std::thread> editors;
    for (int i = 0; i < 4; ++i) {
      editors.emplace_back([&, i] {
        try {
          questions.reject(id, "editor " + std::to_string(i));
          ++done;
        } catch (const Error& error) {
          refused += error.kind() == ErrorKind::kConflict ? 1 : 0;
        }
      });
    }
    for (std::thread& editor : editors) editor.join();
    CHECK(done == 1);
    CHECK(refused == 3);
  });
}

TEST_CASE("many readers asking the same at once make one question") {
  on_each_store([](TestStore& store) {
    FixedClock clock(kBegin);
    Questions questions(*store, clock);
    std::vector<std::thread> readers;
    for (int i = 0; i < 8; ++i) {
      readers.emplace_back([&, i] { questions.ask(asked("the same"), reader("session " + std::to_string(i))); });
    }
    for (std::thread& thread : readers) thread.join();
    const auto all = questions.list(std::nullopt, 10);
    REQUIRE(all.size() == 1);
    CHECK(all[0].askers == 8);
  });
}

TEST_CASE("whatever is asked is kept as it is, without personal data") {
  on_each_store([](TestStore& store) {
    FixedClock clock(kBegin);
    Questions questions(*store, clock);
    CHECK(questions.ask(asked("is jane.doe@example.org yours?"), reader("a")).text == "is [email removed] yours?");
    std::set<std::string> ids;
    for (const auto* strings : {&naughty_strings(), &broken_strings()}) {
      for (const NaughtyString& row : *strings) {
        CAPTURE(row.kind);
        Question question = asked(row.text);
        question.article = question.category = question.search_id = row.text;
        const Question kept = questions.ask(question, reader(row.text));
        const auto found = questions.find(kept.id);
        REQUIRE(found);
        CHECK_FALSE(first_invalid_utf8(found->text).has_value());
        ids.insert(kept.id);
      }
    }
    // Those that differ in signs only are the same words.
    CHECK(ids.size() > naughty_strings().size() / 2);
    // Without a language that is one, a question is kept all the same.
    CHECK_FALSE(questions.ask(asked("hello", "no language"), reader("a")).id.empty());
    CHECK_FALSE(questions.ask(asked(std::string(1 << 20, 'q')), reader("a")).id.empty());
  });
}

TEST_CASE("the names of states") {
  for (const QuestionState state :
       {QuestionState::kOpen, QuestionState::kMerged, QuestionState::kRejected, QuestionState::kAccepted}) {
    CHECK(parse_question_state(name(state)) == state);
  }
  CHECK(name(QuestionState::kAccepted) == "accepted");
  CHECK_FALSE(parse_question_state("Open").has_value());
}

}  // namespace
}  // namespace pharos::desk
