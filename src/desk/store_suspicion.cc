// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include "desk/suspicion.h"

namespace pharos::desk {
namespace {

constexpr std::int64_t kEnoughRecent = 4000;

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

struct Recent {
  std::int64_t helpful = 0, unhelpful = 0;
  std::int64_t all() const { return helpful + unhelpful; }
};

// The newest `most` of each kind: in a flood it does not matter how many there are.
Recent recent_votes(Transaction& transaction, const NewVote& vote, std::int64_t since, std::int64_t most) {
  // Votes of machines do not make the others a burst, but those of the burst that were set aside do.
  Recent recent;
  for (const std::string_view kind : {std::string_view(), kBurst}) {
    for (const SqlRow& row : transaction.query(
             "SELECT helpful, COUNT(*) FROM (SELECT helpful FROM ratings WHERE article = ? AND language = ? AND "
             "major = ? AND set_aside_reason = ? AND at > ? ORDER BY at DESC LIMIT ?) AS newest GROUP BY helpful",
             {vote.article, vote.language, vote.major, std::string(kind), since, most})) {
      (row.flag(0) ? recent.helpful : recent.unhelpful) += row.integer(1);
    }
  }
  ++(vote.helpful ? recent.helpful : recent.unhelpful);
  return recent;
}

// Whether so many votes that count, of all revisions, came in the time: an article that was rewritten is not less read.
bool are_there(Transaction& transaction, const NewVote& vote, std::int64_t from, std::int64_t to, std::int64_t votes) {
  const auto row = transaction.first(
      "SELECT COUNT(*) FROM (SELECT 1 FROM ratings WHERE article = ? AND language = ? AND major IN "
      "(SELECT major FROM article_revisions WHERE article = ? AND language = ?) "
      "AND set_aside_reason = '' AND at > ? AND at <= ? LIMIT ?) AS usual",
      {vote.article, vote.language, vote.article, vote.language, from, to, votes});
  return row && row->integer(0) >= votes;
}

// More than so many times as many as in the same time of the week before, which would have had `usual` votes.
bool is_unusual(Transaction& transaction, const NewVote& vote, std::int64_t all, const SuspicionLimits& limits) {
  const std::int64_t since = vote.at.seconds - limits.window.count();
  const std::int64_t week = std::chrono::seconds(limits.usual).count();
  const std::int64_t parts = limits.times * limits.window.count();
  const std::int64_t usual = (all * week + parts - 1) / parts;
  return !are_there(transaction, vote, since - week, since, usual);
}

bool is_burst(Transaction& transaction, const NewVote& vote, const SuspicionLimits& limits) {
  const std::int64_t since = vote.at.seconds - limits.window.count();
  Recent recent;
  // Some thousands tell for nearly all articles; only where that many are usual all are counted.
  for (const std::int64_t most : {kEnoughRecent, std::numeric_limits<std::int64_t>::max()}) {
    recent = recent_votes(transaction, vote, since, most);
    const bool one_sign = is_one_sign(std::max(recent.helpful, recent.unhelpful), recent.all());
    if (recent.all() <= (one_sign ? limits.least_of_one_sign : limits.least)) return false;
    if (is_unusual(transaction, vote, recent.all(), limits)) break;
    if (recent.all() <= most) return false;
  }
  const bool one_sign = is_one_sign(std::max(recent.helpful, recent.unhelpful), recent.all());

  // The few who said the opposite meanwhile are not what makes it a burst.
  const bool helpful_is_most = recent.helpful >= recent.unhelpful;
  if (one_sign && vote.helpful != helpful_is_most) return false;
  transaction.execute(
      "UPDATE ratings SET set_aside = 1, set_aside_reason = ? WHERE article = ? AND language = ? AND major = ? "
      "AND set_aside_reason = '' AND at > ? AND (helpful = ? OR helpful = ?)",
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
