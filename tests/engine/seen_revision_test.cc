// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "engine/help_site.h"
#include "pharos/engine/front_desk.h"

namespace pharos::engine {
namespace {

const UtcTime kNow = *parse_time("2026-11-22T03:00:00Z");
constexpr const char* kKey = "account/reset";

/// A desk over a site whose editors go on writing.
struct EditedDesk {
  EditedDesk() : store({(folder.path() / "desk.sqlite").string(), false, 2}), files(folder.path() / "attachments") {
    write("Choose a new password on the sign-in page. It has at least twelve letters, and is used nowhere else.\n");
    center = std::make_unique<HelpCenter>(site.index(), time.wall());
    DeskOptions options;
    options.targets = {{"all", {}}};
    options.form_key = "a key of this test";
    desk = std::make_unique<FrontDesk>(*center, store, files, options, time.wall(), time.monotonic());
  }

  void write(const std::string& text) {
    site.file("pharos.yml", "default_language: en\nlanguages: [en]\n");
    site.page("en/account/reset.md", "Reset your password", text).build();
    if (center) CHECK(center->refresh());
  }
  ArticleView shown() const { return *center->article(ArticleKey::require(kKey), lang("en")); }
  /// As the page does when a reader opens it.
  std::string seen() {
    desk->record_view(shown(), "", 0, {});
    return shown().revision;
  }
  desk::RatingReceipt vote(const std::string& revision, bool helpful) {
    RatingRequest request;
    request.article = kKey;
    request.language = "en";
    request.helpful = helpful;
    request.revision = revision;
    return desk->rate(request, {"203.0.113.7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", ""});
  }
  desk::RatingSummary summary() const { return desk->ratings_of(shown()); }

  TemporaryFolder folder;
  HelpSite site;
  SimulatedTime time{kNow};
  desk::Store store;
  desk::AttachmentStore files;
  std::unique_ptr<HelpCenter> center;
  std::unique_ptr<FrontDesk> desk;
};

}  // namespace

TEST_CASE("a vote is about the text that the reader saw, not the one that came in between") {
  EditedDesk open;
  const std::string before = open.seen();
  open.write(
      "Everything is different today: write to us, and a person will help you with all of it at once, gladly.\n");
  CHECK(open.vote(before, false).summary.unhelpful == 1);
  CHECK(open.summary().unhelpful == 0);
  CHECK_FALSE(open.vote(open.seen(), true).replaced);
  CHECK(open.summary().helpful == 1);
  CHECK(open.summary().unhelpful == 0);
  // Left out, as by programs that know of none, it is the present one.
  CHECK(open.vote("", false).replaced);
  CHECK(open.summary().unhelpful == 1);
}

TEST_CASE("a small edit between reading and voting changes nothing") {
  EditedDesk open;
  const std::string before = open.seen();
  open.write("Choose a new password on the sign-in page. It has at least twelve letters, and is used nowhere else!\n");
  REQUIRE(open.shown().revision != before);
  open.vote(before, true);
  CHECK(open.summary().helpful == 1);
  CHECK(open.vote(open.shown().revision, false).replaced);
  CHECK(open.summary().helpful == 0);
}

TEST_CASE("a revision that is none is refused, and nothing is kept") {
  EditedDesk open;
  for (const char* const wrong : {"1", "0123456789ABCDEF", "0123456789abcdef0", "'; DROP TABLE x"}) {
    CAPTURE(std::string(wrong));
    CHECK_THROWS_AS(open.vote(wrong, true), InvalidFields);
  }
  CHECK(open.summary().helpful == 0);
}

TEST_CASE("a search made while typing is kept when an answer of it is opened, once, and not when none is") {
  EditedDesk open;
  desk::Events events(open.store);
  const desk::Reader reader{"203.0.113.7", "Firefox", "0123456789abcdef0123456789abcdef"};
  const auto type = [&](const std::string& text, const std::string& id) {
    const search::Query query(text, lang("en"));
    open.desk->offer_search(query, open.center->search(query), id);
  };
  type("res", "a1");
  type("reset", "a2");
  type("reset passw", "a3");
  open.desk->record_view(open.shown(), "a2", 1, {"203.0.113.7", "Firefox", ""});  // of nobody
  open.desk->record_view(open.shown(), "a3", 1, reader);
  open.desk->record_view(open.shown(), "a3", 2, reader);
  open.time.advance(std::chrono::minutes(31));
  open.desk->record_view(open.shown(), "a1", 1, reader);
  open.store.flush();
  const auto searches = events.searches_of(reader.session, 10);
  REQUIRE(searches.size() == 1);
  CHECK(searches[0].text == "reset passw");
  CHECK(searches[0].id == "a3");
  CHECK(searches[0].total == 1);
  CHECK(searches[0].at.seconds == kNow.seconds);
  CHECK(events.views_of(reader.session, 10).size() == 3);
}

TEST_CASE("of very many searches while typing the oldest are forgotten first") {
  EditedDesk open;
  const desk::Reader reader{"203.0.113.7", "Firefox", "0123456789abcdef0123456789abcdef"};
  const search::Query query("reset", lang("en"));
  const search::SearchResult result = open.center->search(query);
  for (int i = 0; i < 5000; ++i) open.desk->offer_search(query, result, "id-" + std::to_string(i));
  open.desk->record_view(open.shown(), "id-0", 1, reader);
  open.desk->record_view(open.shown(), "id-4999", 1, reader);
  open.store.flush();
  const auto searches = desk::Events(open.store).searches_of(reader.session, 10);
  REQUIRE(searches.size() == 1);
  CHECK(searches[0].id == "id-4999");
}

}  // namespace pharos::engine
