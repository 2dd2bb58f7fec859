// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "desk/test_store.h"
#include "pharos/desk/rating.h"

namespace pharos::desk {
namespace {

const UtcTime kBegin = *parse_time("2026-03-01T12:00:00Z");

std::string long_text(int from) {
  std::string text;
  for (int i = from; i < from + 100; ++i) text += "word" + std::to_string(i) + " ";
  return text;
}

RatedArticle article(const std::string& revision, const std::string& text) {
  RatedArticle rated(ArticleKey::require("deposits/missing"), Language::require("en"));
  rated.revision = revision;
  if (!text.empty()) rated.sketch = text_sketch(text);
  return rated;
}

const RatedArticle kFirst = article("1111111111111111", long_text(0));
const RatedArticle kMended = article("2222222222222222", long_text(0) + "comma");
const RatedArticle kRewritten = article("3333333333333333", long_text(500));

Reader reader(int number) {
  return {"10.0." + std::to_string(number) + ".7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0", ""};
}

Rating vote(const RatedArticle& seen, const RatedArticle& now, bool helpful) {
  Rating rating(seen);
  rating.helpful = helpful;
  if (seen.revision != now.revision) rating.now = now;
  return rating;
}

}  // namespace

TEST_CASE("a vote on a text that was rewritten since does not count for the new one") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Ratings ratings(*store, time.wall());
    ratings.rate(vote(kFirst, kFirst, true), reader(1));
    ratings.rate(vote(kRewritten, kRewritten, true), reader(1));
    const RatingReceipt late = ratings.rate(vote(kFirst, kRewritten, false), reader(2));
    CHECK(late.summary.helpful == 1);
    CHECK(late.summary.unhelpful == 1);
    CHECK(ratings.summary(kRewritten).unhelpful == 0);
    // What is current stays current, for reports and for the next build.
    CHECK(ratings.summaries().at({"deposits/missing", "en"}).helpful == 1);
    CHECK(ratings.summaries().at({"deposits/missing", "en"}).unhelpful == 0);
    ratings.for_each({0}, {1LL << 40}, [](const RatingRecord& record) {
      CHECK(record.current == (record.revision == kRewritten.revision));
    });
  });
}

TEST_CASE("a vote on a text of which only a comma was mended since counts for it, and once a reader") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Ratings ratings(*store, time.wall());
    CHECK(ratings.rate(vote(kFirst, kMended, true), reader(1)).summary.helpful == 1);
    CHECK(ratings.summary(kMended).helpful == 1);
    CHECK(ratings.rate(vote(kMended, kMended, false), reader(1)).replaced);
    CHECK(ratings.summary(kMended).helpful == 0);
    CHECK(ratings.summary(kMended).unhelpful == 1);
    CHECK(ratings.rate(vote(kFirst, kMended, true), reader(2)).summary.helpful == 1);
    CHECK(ratings.summary(kMended).helpful == 1);
  });
}

TEST_CASE("a revision that nobody knows is kept apart and never becomes the newest") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Ratings ratings(*store, time.wall());
    const RatedArticle unknown = article("ffffffffffffffff", "");
    ratings.rate(vote(kFirst, kFirst, true), reader(1));
    time.advance(std::chrono::hours(1));
    CHECK(ratings.rate(vote(unknown, kFirst, false), reader(2)).summary.unhelpful == 1);
    CHECK(ratings.rate(vote(unknown, kFirst, true), reader(2)).replaced);
    CHECK(ratings.summary(kFirst).helpful == 1);
    CHECK(ratings.summary(kFirst).unhelpful == 0);
    CHECK(ratings.summaries().at({"deposits/missing", "en"}).helpful == 1);
    CHECK(ratings.rate(vote(kMended, kMended, true), reader(3)).summary.helpful == 2);
  });
}

}  // namespace pharos::desk
