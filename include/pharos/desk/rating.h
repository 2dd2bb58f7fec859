// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pharos/base/article_key.h"
#include "pharos/base/language.h"
#include "pharos/base/time.h"
#include "pharos/desk/reader.h"
#include "pharos/desk/store.h"

namespace pharos::desk {

/// What is rated: an article as it was shown. A value type.
struct RatedArticle {
  RatedArticle(ArticleKey article_key, Language article_language)
      : key(std::move(article_key)), language(std::move(article_language)) {}

  ArticleKey key;
  Language language;     ///< that it was shown in
  std::string revision;  ///< 16 hex digits, changes with every edit
  std::string sketch;    ///< text_sketch() of its text: tells a new major revision from a mended comma; empty: unknown
};

/// A small fingerprint (MinHash of word shingles; Broder 1997) whose similarity() says how much of a text is the same.
std::string text_sketch(std::string_view plain_text);
/// 0..1: the estimated share of shingles that both texts have. 0 for a sketch that cannot be read.
double sketch_similarity(std::string_view a, std::string_view b);

/// Reasons offered beside "not helpful", in the order of the form: "not-my-question", "unclear", "outdated",
/// "did-not-work", "language", "other". Empty is allowed too.
const std::vector<std::string_view>& rating_reasons();

/// A reader's vote. A value type. REQUIRES: comment and reason are checked UTF-8 within the limits.
struct Rating {
  explicit Rating(RatedArticle rated) : article(std::move(rated)) {}

  RatedArticle article;             ///< as the reader saw it
  std::optional<RatedArticle> now;  ///< as it is now, where it was edited since
  bool helpful = false;
  std::string reason;     ///< one of rating_reasons(), or empty
  std::string comment;    ///< secrets are masked before it is kept
  std::string search_id;  ///< of the search that led there, or empty
};

/// What readers say of an article in its current major revision, without votes that were set aside. A value type.
struct RatingSummary {
  std::int64_t helpful = 0;
  std::int64_t unhelpful = 0;
  double lower_bound = 0;  ///< wilson_lower_bound()
  std::map<std::string, std::int64_t> reasons;
  std::int64_t set_aside = 0;  ///< bursts and automation, kept apart
};

/// Lower end of the 95 % Wilson score interval for the share of `helpful` among `all` (Wilson 1927); 0 without votes.
double wilson_lower_bound(std::int64_t helpful, std::int64_t all);

/// What became of a vote.
struct RatingReceipt {
  bool replaced = false;   ///< the reader had voted on this major revision before; that vote is gone
  bool set_aside = false;  ///< kept, but not counted: it looks like a burst or a machine
  RatingSummary summary;
};

/// A kept rating, for reports.
struct RatingRecord {
  std::string article, language, revision;
  bool helpful = false;
  std::string reason, comment, search_id, session;
  bool current = false;  ///< of the article's major revision that was rated last
  bool set_aside = false;
  std::string set_aside_reason;  ///< "burst", "automation"
  UtcTime at;
};

/// The votes in a store. Thread-safe.
class Ratings {
 public:
  Ratings(Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  /// One vote a reader, article, language and major revision: a later one replaces it, also after a small edit. The
  /// reader is known by a keyed hash of the coarse address (/24, /48) and the agent, with a salt that changes every 30
  /// days and is then forgotten. Set aside are votes of agents that name themselves machines, of a reader who rates
  /// more than 10 articles a minute, and what makes an article's votes come many times faster than they did: more than
  /// 30 in ten minutes (20 when nine in ten say the same) and more than ten times as many as in ten minutes of the week
  /// before. The votes of the same minute or burst that were kept already are set aside with it.
  RatingReceipt rate(const Rating& rating, const Reader& reader);

  RatingSummary summary(const RatedArticle& article) const;
  /// Of all articles in their newest rated revision, by (key, language), for the build's signals.
  std::map<std::pair<std::string, std::string>, RatingSummary> summaries() const;
  /// Of one session, oldest first: for a ticket's trail.
  std::vector<RatingRecord> of_session(const std::string& session, std::size_t most) const;
  void for_each(UtcTime from, UtcTime to, const std::function<void(const RatingRecord&)>& take) const;

 private:
  Store& store_;
  const Clock& clock_;
};

}  // namespace pharos::desk
