// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "desk/suspicion.h"

namespace pharos::desk {
namespace {

// Nine in ten.
bool is_one_sign(std::int64_t most, std::int64_t all) { return 10 * most >= 9 * all; }

bool rates_faster_than_people_read(Transaction& transaction, const NewVote& vote, const SuspicionLimits& limits) {
  const std::int64_t since = vote.at.seconds - limits.minute.count();
  const auto others =
      transaction.first("SELECT COUNT(DISTINCT article) FROM ratings WHERE reader = ? AND at > ? AND article <> ?",
                        {vote.reader, since, vote.article});
  if (!others || others->integer(0) < limits.articles_a_minute) return false;
  transaction.execute(
      "UPDATE ratings SET set_aside = 1, set_aside_reason = ? WHERE reader = ? AND at > ? AND set_aside = 0",
      {std::string(kAutomation), vote.reader, since});
  return true;
}

// Votes of machines do not make the others a burst.
struct Recent {
  std::int64_t helpful = 0, unhelpful = 0;
};

Recent recent_votes(Transaction& transaction, const NewVote& vote, std::int64_t since) {
  Recent recent;
  for (const SqlRow& row : transaction.query(
           "SELECT helpful, COUNT(*) FROM ratings WHERE article = ? AND language = ? AND major = ? AND at > ? "
           "AND set_aside_reason <> ? GROUP BY helpful",
           {vote.article, vote.language, vote.major, since, std::string(kAutomation)})) {
    (row.flag(0) ? recent.helpful : recent.unhelpful) = row.integer(1);
  }
  ++(vote.helpful ? recent.helpful : recent.unhelpful);
  return recent;
}

// Those that count, of all revisions: an article that was rewritten is not less read.
std::int64_t usual_votes(Transaction& transaction, const NewVote& vote, std::int64_t from, std::int64_t to) {
  const auto row = transaction.first(
      "SELECT COUNT(*) FROM ratings WHERE article = ? AND language = ? AND major IN "
      "(SELECT major FROM article_revisions WHERE article = ? AND language = ?) "
      "AND at > ? AND at <= ? AND set_aside = 0",
      {vote.article, vote.language, vote.article, vote.language, from, to});
  return row ? row->integer(0) : 0;
}

bool is_burst(Transaction& transaction, const NewVote& vote, const SuspicionLimits& limits) {
  const std::int64_t since = vote.at.seconds - limits.window.count();
  const Recent recent = recent_votes(transaction, vote, since);
  const std::int64_t all = recent.helpful + recent.unhelpful;
  const std::int64_t most = std::max(recent.helpful, recent.unhelpful);
  const bool one_sign = is_one_sign(most, all);
  if (all <= (one_sign ? limits.least_of_one_sign : limits.least)) return false;
  const std::int64_t usual_seconds = std::chrono::seconds(limits.usual).count();
  const std::int64_t usual = usual_votes(transaction, vote, since - usual_seconds, since);
  // all / window > times * usual / usual_seconds, without fractions.
  if (all * usual_seconds <= limits.times * usual * limits.window.count()) return false;

  // The few who said the opposite meanwhile are not what makes it a burst.
  const bool helpful_is_most = recent.helpful >= recent.unhelpful;
  if (one_sign && vote.helpful != helpful_is_most) return false;
  transaction.execute(
      "UPDATE ratings SET set_aside = 1, set_aside_reason = ? WHERE article = ? AND language = ? AND major = ? "
      "AND at > ? AND set_aside = 0 AND (helpful = ? OR helpful = ?)",
      {std::string(kBurst), vote.article, vote.language, vote.major, since, std::int64_t{vote.helpful},
       std::int64_t{one_sign ? vote.helpful : !vote.helpful}});
  return true;
}

}  // namespace

std::string_view suspect(Transaction& transaction, const NewVote& vote, const SuspicionLimits& limits) {
  if (rates_faster_than_people_read(transaction, vote, limits)) return kAutomation;
  if (is_burst(transaction, vote, limits)) return kBurst;
  return {};
}

}  // namespace pharos::desk
