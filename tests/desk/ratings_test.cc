// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <thread>
#include <vector>

#include "desk/naughty_strings.h"
#include "desk/suspicion.h"
#include "desk/test_store.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "pharos/desk/rating.h"

namespace pharos::desk {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const UtcTime kBegin = *parse_time("2026-03-01T12:00:00Z");

RatedArticle article(const std::string& revision, const std::string& text = "first text", const char* language = "en",
                     const char* key = "deposits/missing") {
  RatedArticle rated(ArticleKey::require(key), Language::require(language));
  rated.revision = revision;
  rated.sketch = text_sketch(text);
  return rated;
}

Reader reader(int number, const std::string& session = "") {
  return {"10.0." + std::to_string(number) + ".7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0", session};
}

Rating vote(const RatedArticle& rated, bool helpful, const std::string& reason = "", const std::string& comment = "") {
  Rating rating(rated);
  rating.helpful = helpful;
  rating.reason = reason;
  rating.comment = comment;
  return rating;
}

/// A sentence of a hundred words, and one that is a word longer.
std::string long_text(int from) {
  std::string text;
  for (int i = from; i < from + 100; ++i) text += "word" + std::to_string(i) + " ";
  return text;
}

std::vector<RatingRecord> all(const Ratings& ratings) {
  std::vector<RatingRecord> records;
  ratings.for_each({0}, {1LL << 40}, [&](const RatingRecord& record) { records.push_back(record); });
  return records;
}

TEST_CASE("a vote is counted once, and changing one's mind replaces it") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Ratings ratings(*store, time.wall());
    const RatedArticle rated = article("aaaaaaaaaaaaaaaa");
    RatingReceipt receipt = ratings.rate(vote(rated, true), reader(1));
    CHECK_FALSE(receipt.replaced);
    CHECK_FALSE(receipt.set_aside);
    CHECK(receipt.summary.helpful == 1);
    CHECK(receipt.summary.lower_bound == doctest::Approx(.2065).epsilon(.001));

    receipt = ratings.rate(vote(rated, false, "outdated", "the fee changed"), reader(1));
    CHECK(receipt.replaced);
    CHECK(receipt.summary.helpful == 0);
    CHECK(receipt.summary.unhelpful == 1);
    CHECK(receipt.summary.reasons == std::map<std::string, std::int64_t>{{"outdated", 1}});

    // Another host of the same network with the same browser is taken for the same reader; another browser is not.
    CHECK(ratings.rate(vote(rated, true), {"10.0.1.99", reader(1).agent, ""}).replaced);
    CHECK_FALSE(ratings.rate(vote(rated, true), {"10.0.1.7", "Mozilla/5.0 Safari/17", ""}).replaced);
    CHECK_FALSE(ratings.rate(vote(rated, true), reader(2)).replaced);
    CHECK(ratings.summary(rated).helpful == 3);
    CHECK(all(ratings).size() == 3);
  });
}

TEST_CASE("languages and articles are rated apart") {
  TestStore store;
  SimulatedTime time(kBegin);
  Ratings ratings(*store, time.wall());
  ratings.rate(vote(article("aaaaaaaaaaaaaaaa"), true), reader(1));
  CHECK_FALSE(ratings.rate(vote(article("bbbbbbbbbbbbbbbb", "x", "ru"), false), reader(1)).replaced);
  CHECK_FALSE(ratings.rate(vote(article("cccccccccccccccc", "x", "en", "fees/table"), false), reader(1)).replaced);
  CHECK(ratings.summary(article("aaaaaaaaaaaaaaaa")).helpful == 1);
  CHECK(ratings.summary(article("aaaaaaaaaaaaaaaa")).unhelpful == 0);
  CHECK(ratings.summaries().size() == 3);
}

TEST_CASE("a summary goes on over small edits and starts afresh with a new major revision") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Ratings ratings(*store, time.wall());
    const RatedArticle first = article("1111111111111111", long_text(0));
    const RatedArticle mended = article("2222222222222222", long_text(0) + "comma");
    const RatedArticle rewritten = article("3333333333333333", long_text(500));
    ratings.rate(vote(first, true), reader(1));
    ratings.rate(vote(first, false, "unclear"), reader(2));

    // Not rated yet: what counts for the text before the edit counts for it.
    CHECK(ratings.summary(mended).helpful == 1);
    CHECK(ratings.summary(rewritten).helpful == 0);
    CHECK(ratings.summary(rewritten).unhelpful == 0);

    time.advance(hours(1));
    // The same reader on the mended text is still one reader.
    const RatingReceipt again = ratings.rate(vote(mended, true), reader(2));
    CHECK(again.replaced);
    CHECK(again.summary.helpful == 2);
    CHECK(again.summary.unhelpful == 0);

    time.advance(hours(1));
    const RatingReceipt fresh = ratings.rate(vote(rewritten, false, "did-not-work"), reader(2));
    CHECK_FALSE(fresh.replaced);
    CHECK(fresh.summary.helpful == 0);
    CHECK(fresh.summary.unhelpful == 1);
    const std::pair<std::string, std::string> key("deposits/missing", "en");
    CHECK(ratings.summaries().at(key).unhelpful == 1);
    CHECK(ratings.summaries().at(key).helpful == 0);

    // The edit is taken back: the votes for that text are there again.
    CHECK(ratings.summary(first).helpful == 2);
    time.advance(hours(1));
    CHECK(ratings.rate(vote(first, true), reader(3)).summary.helpful == 3);
    CHECK(ratings.summaries().at(key).helpful == 3);
    REQUIRE(all(ratings).size() == 4);
    for (const RatingRecord& record : all(ratings)) CHECK(record.current == (record.revision != rewritten.revision));
  });
}

TEST_CASE("many small edits in a row stay one major revision, though the last text has little of the first") {
  TestStore store;
  FixedClock clock(kBegin);
  Ratings ratings(*store, clock);
  for (int i = 0; i <= 10; ++i) {
    ratings.rate(vote(article("rev" + std::to_string(100 + i), long_text(4 * i)), true), reader(i));
  }
  CHECK(ratings.summary(article("rev110", long_text(40))).helpful == 11);
  CHECK(sketch_similarity(text_sketch(long_text(0)), text_sketch(long_text(40))) < .8);
}

TEST_CASE("the salt changes every 30 days, and then nobody can tell who voted before") {
  TestStore store;
  SimulatedTime time(kBegin);
  Ratings ratings(*store, time.wall());
  const RatedArticle rated = article("aaaaaaaaaaaaaaaa");
  ratings.rate(vote(rated, true), reader(1));
  std::string salt;
  store->read([&](Transaction& sql) {
    const auto rows = sql.query("SELECT salt FROM reader_salts");
    REQUIRE(rows.size() == 1);
    salt = rows[0].text(0);
    // No address, no agent, and no hash of them without the salt.
    for (const SqlRow& row : sql.query("SELECT reader FROM ratings")) CHECK(row.text(0).size() == 32);
  });
  time.advance(hours(30 * 24));
  CHECK_FALSE(ratings.rate(vote(rated, true), reader(1)).replaced);
  CHECK(ratings.rate(vote(rated, false), reader(1)).replaced);
  store->read([&](Transaction& sql) {
    const auto rows = sql.query("SELECT salt FROM reader_salts");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].text(0) != salt);
  });
  CHECK(ratings.summary(rated).helpful == 1);
  CHECK(ratings.summary(rated).unhelpful == 1);
}

TEST_CASE("agents that name themselves machines") {
  struct Row {
    const char* agent;
    bool machine;
  };
  for (const Row& row : {
           Row{"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true},
           Row{"Mozilla/5.0 (compatible; YandexBot/3.0)", true},
           Row{"Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0 Safari/537.36", true},
           Row{"curl/7.88.1", true},
           Row{"Wget/1.21.3", true},
           Row{"python-requests/2.31", true},
           Row{"Python/3.11 aiohttp/3.9", true},
           Row{"Go-http-client/2.0", true},
           Row{"Java/17.0.2", true},
           Row{"node-fetch", true},
           Row{"Scrapy/2.11 (+https://scrapy.org)", true},
           Row{"Baiduspider/2.0", true},
           Row{"facebookexternalhit/1.1 Facebot Twitterbot/1.0", true},
           Row{"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", false},
           Row{"Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", false},
           Row{"Mozilla/5.0 (Linux; Android 12; CUBOT KINGKONG 7) AppleWebKit/537.36 Chrome/120 Mobile", false},
           Row{"Mozilla/5.0 (Linux; Android 9; Curlew X1) Chrome/99", false},
           Row{"Mozilla/5.0 (Linux; U; Javanese)", false},
           Row{"PharosApp/3.2 (Android 14) okhttp/4.12", false},
           Row{"", false},
       }) {
    CAPTURE(row.agent);
    CHECK(names_a_machine(row.agent) == row.machine);
  }
  for (const NaughtyString& row : naughty_strings()) CHECK_FALSE(names_a_machine(row.text));
}

TEST_CASE("a machine's vote is kept and shown, but not counted") {
  on_each_store([](TestStore& store) {
    FixedClock clock(kBegin);
    Ratings ratings(*store, clock);
    const RatedArticle rated = article("aaaaaaaaaaaaaaaa");
    const RatingReceipt receipt = ratings.rate(vote(rated, true), {"10.0.0.1", "curl/7.88.1", ""});
    CHECK(receipt.set_aside);
    CHECK(receipt.summary.helpful == 0);
    CHECK(receipt.summary.lower_bound == 0);
    CHECK(receipt.summary.set_aside == 1);
    REQUIRE(all(ratings).size() == 1);
    CHECK(all(ratings)[0].set_aside_reason == "automation");
  });
}

TEST_CASE("who rates more articles a minute than people read is set aside, from the first of that minute on") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Ratings ratings(*store, time.wall());
    const auto rate = [&](int number, int who) {
      const std::string key = "deposits/a" + std::to_string(number);
      return ratings.rate(vote(article("r" + std::to_string(number), "t", "en", key.c_str()), false), reader(who));
    };
    rate(0, 1);
    time.advance(minutes(2));
    for (int i = 1; i <= 10; ++i) CHECK_FALSE(rate(i, 1).set_aside);
    // Changing one's mind about one article is not reading many.
    for (int i = 0; i < 20; ++i) CHECK_FALSE(rate(10, 1).set_aside);
    CHECK_FALSE(rate(3, 2).set_aside);
    CHECK(rate(11, 1).set_aside);
    int aside = 0;
    for (const RatingRecord& record : all(ratings)) aside += record.set_aside ? 1 : 0;
    CHECK(aside == 11);
    CHECK(all(ratings).size() == 13);
    time.advance(minutes(2));
    CHECK_FALSE(rate(12, 1).set_aside);
  });
}

TEST_CASE("a burst of one sign is set aside whole; the few who say the opposite count") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Ratings ratings(*store, time.wall());
    const RatedArticle rated = article("aaaaaaaaaaaaaaaa");
    ratings.rate(vote(rated, false), reader(250));
    time.advance(hours(1));
    for (int i = 0; i < 20; ++i) CHECK_FALSE(ratings.rate(vote(rated, false), reader(i)).set_aside);
    RatingReceipt receipt = ratings.rate(vote(rated, true), reader(100));
    CHECK_FALSE(receipt.set_aside);
    CHECK(receipt.summary.helpful == 1);
    receipt = ratings.rate(vote(rated, false), reader(21));
    CHECK(receipt.set_aside);
    CHECK(receipt.summary.set_aside == 21);
    CHECK(receipt.summary.unhelpful == 1);  // that of an hour ago
    CHECK(receipt.summary.helpful == 1);
    CHECK(ratings.rate(vote(rated, false), reader(22)).set_aside);
    int bursts = 0;
    for (const RatingRecord& record : all(ratings)) bursts += record.set_aside_reason == "burst" ? 1 : 0;
    CHECK(bursts == 22);
    // When it is over, votes count again.
    time.advance(minutes(11));
    CHECK_FALSE(ratings.rate(vote(rated, false), reader(23)).set_aside);
    CHECK(ratings.summary(rated).unhelpful == 2);
  });
}

TEST_CASE("votes of both signs need a larger burst, and an article that is always rated much a larger one still") {
  TestStore store;
  SimulatedTime time(kBegin);
  Ratings ratings(*store, time.wall());
  const RatedArticle quiet = article("aaaaaaaaaaaaaaaa");
  for (int i = 0; i < 30; ++i) CHECK_FALSE(ratings.rate(vote(quiet, i % 2 == 0), reader(i)).set_aside);
  CHECK(ratings.rate(vote(quiet, true), reader(31)).set_aside);
  CHECK(ratings.summary(quiet).set_aside == 31);

  // Five votes in ten minutes are usual: fifty are ten times as many, and no burst yet.
  const RatedArticle busy = article("bbbbbbbbbbbbbbbb", "x", "en", "deposits/busy");
  const UtcTime began = time.wall().now();
  store->write([&](Transaction& sql) {
    sql.execute("INSERT INTO article_revisions (article, language, revision, sketch, major, at) VALUES (?,?,?,?,?,?)",
                {"deposits/busy", "en", busy.revision, busy.sketch, busy.revision, began.seconds});
    for (std::int64_t i = 0; i < 5 * 6 * 24 * 7; ++i) {
      sql.execute(
          "INSERT INTO ratings (article, language, revision, reader, major, helpful, reason, comment, search_id, "
          "session, set_aside, set_aside_reason, at) VALUES (?,?,?,?,?,1,'','','','',0,'',?)",
          {"deposits/busy", "en", busy.revision, "r" + std::to_string(i), busy.revision, began.seconds + 120 * i});
    }
  });
  time.advance(hours(7 * 24) + minutes(10));
  for (int i = 0; i < 49; ++i) CHECK_FALSE(ratings.rate(vote(busy, false), reader(i)).set_aside);
  ratings.rate(vote(busy, false), reader(50));
  CHECK(ratings.rate(vote(busy, false), reader(51)).set_aside);
}

TEST_CASE("whatever is written is kept as it is, without personal data") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kBegin);
    Ratings ratings(*store, time.wall());
    const RatedArticle rated = article("aaaaaaaaaaaaaaaa");
    ratings.rate(vote(rated, false, "other", "write to jane.doe@example.org please"), reader(0));
    REQUIRE(all(ratings).size() == 1);
    CHECK(all(ratings)[0].comment.find("jane") == std::string::npos);
    CHECK(all(ratings)[0].comment.find("[email removed]") != std::string::npos);
    for (const auto* strings : {&naughty_strings(), &broken_strings()}) {
      for (const NaughtyString& row : *strings) {
        CAPTURE(row.kind);
        time.advance(hours(1));
        ratings.rate(vote(rated, false, "other", row.text), {"10.0.0.7", reader(0).agent + row.text, ""});
        ratings.rate(vote(rated, false, "other", row.text), {row.text, "x", row.text});
        const std::string kept = all(ratings).back().comment;
        CHECK_FALSE(first_invalid_utf8(kept).has_value());
        if (strings == &naughty_strings() && row.text.find('\0') == std::string::npos) CHECK(kept == row.text);
      }
    }
  });
}

TEST_CASE("a session's votes are found again, oldest first, and nobody's are not") {
  TestStore store;
  SimulatedTime time(kBegin);
  Ratings ratings(*store, time.wall());
  for (int i = 0; i < 5; ++i) {
    const std::string key = "deposits/a" + std::to_string(9 - i);
    ratings.rate(vote(article("r" + std::to_string(i), "t", "en", key.c_str()), true), reader(i, i == 3 ? "" : "s1"));
    time.advance(seconds(1));
  }
  const auto of_session = ratings.of_session("s1", 3);
  REQUIRE(of_session.size() == 3);
  CHECK(of_session[0].article == "deposits/a9");
  CHECK(of_session[2].article == "deposits/a7");
  CHECK(ratings.of_session("", 10).empty());
  CHECK(ratings.of_session("s2", 10).empty());
}

TEST_CASE("all votes of a time are given once, however many there are in one second") {
  on_each_store([](TestStore& store) {
    FixedClock clock(kBegin);
    Ratings ratings(*store, clock);
    store->write([&](Transaction& sql) {
      for (std::int64_t i = 0; i < 2500; ++i) {
        sql.execute(
            "INSERT INTO ratings (article, language, revision, reader, major, helpful, reason, comment, search_id, "
            "session, set_aside, set_aside_reason, at) VALUES (?,'en','r',?,'r',1,'','','','',0,'',?)",
            {"a" + std::to_string(i % 7), "reader " + std::to_string(i), kBegin.seconds + i / 2000});
      }
    });
    std::int64_t count = 0;
    UtcTime last{0};
    ratings.for_each(kBegin, {kBegin.seconds + 1}, [&](const RatingRecord& record) {
      CHECK(last <= record.at);
      last = record.at;
      ++count;
    });
    CHECK(count == 2000);
    count = 0;
    ratings.for_each({kBegin.seconds + 1}, {kBegin.seconds + 2}, [&](const RatingRecord&) { ++count; });
    CHECK(count == 500);
  });
}

TEST_CASE("a vote is there after a restart, and of votes at the same moment each is counted") {
  on_each_store([](TestStore& store) {
    FixedClock clock(kBegin);
    const RatedArticle rated = article("aaaaaaaaaaaaaaaa");
    {
      Ratings ratings(*store, clock);
      std::vector<std::thread> threads;
      for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
          for (int i = 0; i < 4; ++i) ratings.rate(vote(rated, i % 2 == 0), reader(4 * t + i));
        });
      }
      for (std::thread& thread : threads) thread.join();
    }
    store.reopen();
    const RatingSummary summary = Ratings(*store, clock).summary(rated);
    CHECK(summary.helpful == 8);
    CHECK(summary.unhelpful == 8);
    CHECK(summary.set_aside == 0);
  });
}

}  // namespace
}  // namespace pharos::desk
