// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>

#include "desk/kept_text.h"
#include "desk/reader_hash.h"
#include "desk/revision_chain.h"
#include "desk/suspicion.h"
#include "desk/transaction.h"
#include "pharos/desk/rating.h"

namespace pharos::desk {
namespace {

constexpr std::size_t kMostIdBytes = 128;
constexpr std::int64_t kPage = 1000;

constexpr std::string_view kRecord =
    "SELECT article, language, revision, helpful, reason, comment, search_id, session, set_aside, set_aside_reason, "
    "at, reader, CASE WHEN major = (SELECT newest.major FROM article_revisions newest WHERE newest.article = "
    "ratings.article AND "
    "newest.language = ratings.language ORDER BY newest.at DESC, newest.revision LIMIT 1) THEN 1 ELSE 0 END FROM "
    "ratings ";
constexpr std::size_t kReader = 11;  // in kRecord
constexpr std::size_t kCurrent = 12;

RatingRecord record_of(const SqlRow& row) {
  RatingRecord record;
  record.article = row.text(0);
  record.language = row.text(1);
  record.revision = row.text(2);
  record.helpful = row.flag(3);
  record.reason = row.text(4);
  record.comment = row.text(5);
  record.search_id = row.text(6);
  record.session = row.text(7);
  record.set_aside = row.flag(8);
  record.set_aside_reason = row.text(9);
  record.at = {row.integer(10)};
  record.current = row.flag(kCurrent);
  return record;
}

void add_votes(RatingSummary& summary, bool helpful, const std::string& reason, bool set_aside, std::int64_t votes) {
  if (set_aside) {
    summary.set_aside += votes;
    return;
  }
  (helpful ? summary.helpful : summary.unhelpful) += votes;
  if (!helpful && !reason.empty()) summary.reasons[reason] += votes;
  summary.lower_bound = wilson_lower_bound(summary.helpful, summary.helpful + summary.unhelpful);
}

RatingSummary summary_of(Transaction& transaction, const RatedArticle& article, const std::string& major) {
  RatingSummary summary;
  for (const SqlRow& row : transaction.query(
           "SELECT helpful, reason, set_aside, COUNT(*) FROM ratings WHERE article = ? AND language = ? AND major = ? "
           "GROUP BY helpful, reason, set_aside",
           {article.key.str(), article.language.tag(), major})) {
    add_votes(summary, row.flag(0), row.text(1), row.flag(2), row.integer(3));
  }
  return summary;
}

}  // namespace

RatingReceipt Ratings::rate(const Rating& rating, const Reader& reader) {
  const UtcTime now = clock_.now();
  const std::string comment = masked_text(rating.comment);
  const std::string reason = kept_text(rating.reason, kMostIdBytes);
  const std::string search_id = kept_text(rating.search_id, kMostIdBytes);
  const std::string session = kept_text(reader.session, kMostIdBytes);
  const RatedArticle& article = rating.article;

  RatingReceipt receipt;
  store_.write([&](Transaction& transaction) {
    const std::string major = rating.now ? keep_earlier_revision(transaction, article, *rating.now, now)
                                         : keep_revision(transaction, article, now);
    const NewVote vote{
        article.key.str(), article.language.tag(), major, reader_hash(transaction, reader, now), rating.helpful, now};
    // By the key's columns, which lead straight to it.
    receipt.replaced = transaction.execute(
                           "DELETE FROM ratings WHERE article = ? AND language = ? AND reader = ? AND revision IN "
                           "(SELECT revision FROM article_revisions WHERE article = ? AND language = ? AND major = ?)",
                           {vote.article, vote.language, vote.reader, vote.article, vote.language, major}) > 0;
    const std::string why(names_a_machine(reader.agent) ? kAutomation : suspect(transaction, vote));
    receipt.set_aside = !why.empty();
    // The same reader may have voted through another server at this moment: the later one counts.
    transaction.execute(
        "INSERT INTO ratings (article, language, revision, reader, major, helpful, reason, comment, search_id, "
        "session, set_aside, set_aside_reason, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (article, language, revision, reader) DO UPDATE SET helpful = excluded.helpful, "
        "reason = excluded.reason, comment = excluded.comment, search_id = excluded.search_id, "
        "session = excluded.session, set_aside = excluded.set_aside, set_aside_reason = excluded.set_aside_reason, "
        "at = excluded.at",
        {vote.article, vote.language, article.revision, vote.reader, vote.major, std::int64_t{vote.helpful}, reason,
         comment, search_id, session, std::int64_t{receipt.set_aside}, why, now.seconds});
  });
  // Not by the writer, which others wait for.
  receipt.summary = summary(article);
  return receipt;
}

RatingSummary Ratings::summary(const RatedArticle& article) const {
  RatingSummary summary;
  store_.read([&](Transaction& transaction) {
    const auto major = major_of(transaction, article);
    summary = major ? summary_of(transaction, article, *major) : RatingSummary();
  });
  return summary;
}

std::map<std::pair<std::string, std::string>, RatingSummary> Ratings::summaries() const {
  using ArticleInLanguage = std::pair<std::string, std::string>;
  std::map<ArticleInLanguage, RatingSummary> summaries;
  store_.read([&](Transaction& transaction) {
    summaries.clear();
    std::map<ArticleInLanguage, std::string> newest;
    for (const SqlRow& row :
         transaction.query("SELECT article, language, major FROM article_revisions ORDER BY at, revision DESC")) {
      newest[{row.text(0), row.text(1)}] = row.text(2);
    }
    for (const SqlRow& row :
         transaction.query("SELECT article, language, major, helpful, reason, set_aside, COUNT(*) FROM ratings "
                           "GROUP BY article, language, major, helpful, reason, set_aside")) {
      const ArticleInLanguage article(row.text(0), row.text(1));
      const auto major = newest.find(article);
      if (major == newest.end() || major->second != row.text(2)) continue;
      add_votes(summaries[article], row.flag(3), row.text(4), row.flag(5), row.integer(6));
    }
  });
  return summaries;
}

std::vector<RatingRecord> Ratings::of_session(const std::string& session, std::size_t most) const {
  std::vector<RatingRecord> records;
  if (session.empty()) return records;
  store_.read([&](Transaction& transaction) {
    records.clear();
    for (const SqlRow& row :
         transaction.query(std::string(kRecord) + "WHERE session = ? ORDER BY at, article, language, revision LIMIT ?",
                           {kept_text(session), static_cast<std::int64_t>(most)})) {
      records.push_back(record_of(row));
    }
  });
  return records;
}

void Ratings::for_each(UtcTime from, UtcTime to, const std::function<void(const RatingRecord&)>& take) const {
  store_.read([&](Transaction& transaction) {
    std::vector<SqlValue> last = {from.seconds, std::string(), std::string(), std::string(), std::string()};
    for (bool more = true; more;) {
      const auto rows =
          transaction.query(std::string(kRecord) +
                                "WHERE at < ? AND (at, article, language, revision, reader) > (?, ?, ?, ?, ?) "
                                "ORDER BY at, article, language, revision, reader LIMIT ?",
                            {to.seconds, last[0], last[1], last[2], last[3], last[4], kPage});
      for (const SqlRow& row : rows) take(record_of(row));
      more = static_cast<std::int64_t>(rows.size()) == kPage;
      if (!more) break;
      const SqlRow& row = rows.back();
      last = {row.integer(10), row.text(0), row.text(1), row.text(2), row.text(kReader)};
    }
  });
}

}  // namespace pharos::desk
