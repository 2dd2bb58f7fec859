// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>

#include "desk/revision_chain.h"

namespace pharos::desk {
namespace {

struct KeptRevision {
  std::string revision, sketch, major;
  std::int64_t at = 0;
};

std::optional<KeptRevision> kept(const std::optional<SqlRow>& row) {
  if (!row) return std::nullopt;
  return KeptRevision{row->text(0), row->text(1), row->text(2), row->integer(3)};
}

std::optional<KeptRevision> find(Transaction& transaction, const RatedArticle& article) {
  return kept(
      transaction.first("SELECT revision, sketch, major, at FROM article_revisions "
                        "WHERE article = ? AND language = ? AND revision = ?",
                        {article.key.str(), article.language.tag(), article.revision}));
}

std::optional<KeptRevision> rated_last(Transaction& transaction, const RatedArticle& article) {
  return kept(
      transaction.first("SELECT revision, sketch, major, at FROM article_revisions "
                        "WHERE article = ? AND language = ? ORDER BY at DESC, revision LIMIT 1",
                        {article.key.str(), article.language.tag()}));
}

bool near(const std::optional<KeptRevision>& last, const RatedArticle& article) {
  return last && sketch_similarity(last->sketch, article.sketch) >= kSameMajorRevision;
}

}  // namespace

std::optional<std::string> major_of(Transaction& transaction, const RatedArticle& article) {
  if (const auto known = find(transaction, article)) return known->major;
  const auto last = rated_last(transaction, article);
  if (!near(last, article)) return std::nullopt;
  return last->major;
}

std::string keep_revision(Transaction& transaction, const RatedArticle& article, UtcTime now) {
  const auto last = rated_last(transaction, article);
  if (last && last->revision == article.revision) return last->major;
  // Two revisions within a second keep their order.
  const std::int64_t at = last ? std::max(now.seconds, last->at + 1) : now.seconds;
  const std::vector<SqlValue> which = {article.key.str(), article.language.tag(), article.revision};
  if (const auto known = find(transaction, article)) {  // an edit that was taken back
    transaction.execute("UPDATE article_revisions SET at = ? WHERE article = ? AND language = ? AND revision = ?",
                        {at, which[0], which[1], which[2]});
    return known->major;
  }
  std::string major = near(last, article) ? last->major : article.revision;
  const std::int64_t added = transaction.execute(
      "INSERT INTO article_revisions (article, language, revision, sketch, major, at) VALUES (?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (article, language, revision) DO NOTHING",
      {which[0], which[1], which[2], article.sketch, major, at});
  if (added > 0) return major;
  const auto known = find(transaction, article);  // another server kept it first
  return known ? known->major : major;
}

std::string keep_earlier_revision(Transaction& transaction, const RatedArticle& article, const RatedArticle& current,
                                  UtcTime now) {
  if (const auto known = find(transaction, article)) return known->major;
  const auto last = rated_last(transaction, article);
  std::string major = article.revision;
  if (near(last, article)) {
    major = last->major;
  } else if (sketch_similarity(article.sketch, current.sketch) >= kSameMajorRevision) {
    major = major_of(transaction, current).value_or(article.revision);
  }
  // Before all that are known: which of them it followed cannot be told, and it must not become the newest.
  const std::int64_t at = last ? last->at - 1 : now.seconds;
  const std::int64_t added = transaction.execute(
      "INSERT INTO article_revisions (article, language, revision, sketch, major, at) VALUES (?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (article, language, revision) DO NOTHING",
      {article.key.str(), article.language.tag(), article.revision, article.sketch, major, at});
  if (added > 0) return major;
  const auto known = find(transaction, article);  // another server kept it first
  return known ? known->major : major;
}

}  // namespace pharos::desk
