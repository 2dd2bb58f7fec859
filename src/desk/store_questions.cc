// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>

#include "desk/kept_text.h"
#include "desk/reader_hash.h"
#include "desk/store_session.h"
#include "desk/transaction.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/desk/questions.h"
#include "pharos/text/analyzer.h"
#include "pharos/text/fold.h"

namespace pharos::desk {
namespace {

constexpr std::size_t kMostIdBytes = 128;
constexpr std::size_t kMostKeyBytes = 512;

constexpr std::string_view kSelect =
    "SELECT q.id, q.language, q.text, q.article, q.category, q.search_id, q.session, q.state, q.merged_into, q.note, "
    "q.askers, q.at FROM questions q ";

Question question_of(const SqlRow& row) {
  Question question;
  question.id = row.text(0);
  question.language = row.text(1);
  question.text = row.text(2);
  question.article = row.text(3);
  question.category = row.text(4);
  question.search_id = row.text(5);
  question.session = row.text(6);
  question.state = parse_question_state(row.text(7)).value_or(QuestionState::kRejected);
  question.merged_into = row.text(8);
  question.note = row.text(9);
  question.askers = row.integer(10);
  question.at = {row.integer(11)};
  return question;
}

std::optional<Question> one(const std::optional<SqlRow>& row) {
  if (!row) return std::nullopt;
  return question_of(*row);
}

std::optional<Question> find_in(Transaction& transaction, const std::string& id) {
  return one(transaction.first(std::string(kSelect) + "WHERE q.id = ?", {id}));
}

// "q-" and 7 digits of time, 6 of chance: in Crockford's base 32 without letter case, ordered like time.
std::string new_id(UtcTime now) {
  constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string id = "q-";
  const auto seconds = static_cast<std::uint64_t>(now.seconds < 0 ? 0 : now.seconds);
  for (int shift = 30; shift >= 0; shift -= 5) id += kDigits[seconds >> shift & 31];
  const std::string random = random_hex(6);
  for (std::size_t i = 0; i < random.size(); i += 2) {
    const auto value = std::stoul(random.substr(i, 2), nullptr, 16);
    id += kDigits[value & 31];
  }
  return id;
}

// What makes two questions the same words: a digest, because an index of PostgreSQL takes 2.7 kB a row.
std::string words_of(const std::string& language, const std::string& asked) {
  const auto known = Language::parse(language);
  const std::string key = known ? text::Analyzer(*known).sameness_key(asked) : std::string();
  // Emoji and signs alone have no words.
  return sha256(key.empty() ? "=" + text::normalize_query(asked) : key);
}

// The open question of these words, or the one that editors merged it into.
std::optional<Question> asked_before(Transaction& transaction, const std::string& language, const std::string& words) {
  if (auto open = one(transaction.first(
          std::string(kSelect) + "WHERE q.language = ? AND q.words = ? AND q.state = 'open'", {language, words}))) {
    return open;
  }
  return one(transaction.first(std::string(kSelect) +
                                   "JOIN questions merged ON merged.merged_into = q.id WHERE merged.language = ? AND "
                                   "merged.words = ? AND merged.state = 'merged' AND q.state = 'open' ORDER BY q.id",
                               {language, words}));
}

// False when that reader is known to have asked it.
bool add_asker(Transaction& transaction, const std::string& question, const std::string& asker) {
  return transaction.execute("INSERT INTO question_askers (question, reader) VALUES (?, ?) ON CONFLICT DO NOTHING",
                             {question, asker}) > 0;
}

bool insert(Transaction& transaction, const Question& question, const std::string& words) {
  return transaction.execute(
             "INSERT INTO questions (id, language, text, words, article, category, search_id, session, state, "
             "merged_into, note, askers, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', '', '', 1, ?) "
             "ON CONFLICT DO NOTHING",
             {question.id, question.language, question.text, words, question.article, question.category,
              question.search_id, question.session, question.at.seconds}) > 0;
}

[[noreturn]] void throw_not_open(const Question& question) {
  throw Error(ErrorKind::kConflict, question.id + " is no longer open: it was " + std::string(name(question.state)) +
                                        (question.merged_into.empty() ? "" : " into " + question.merged_into));
}

Question require(Transaction& transaction, const std::string& id) {
  auto question = find_in(transaction, id);
  if (!question) throw Error(ErrorKind::kNotFound, kept_text(id, kMostIdBytes) + ": there is no such question");
  return *std::move(question);
}

// The state is looked at by the statement that changes it: another editor may be quicker.
void close(Transaction& transaction, const std::string& id, QuestionState state, const std::string& merged_into,
           const std::string& note) {
  if (transaction.execute("UPDATE questions SET state = ?, merged_into = ?, note = ? WHERE id = ? AND state = 'open'",
                          {std::string(name(state)), merged_into, note, id}) == 0) {
    throw_not_open(require(transaction, id));
  }
}

}  // namespace

Question Questions::ask(Question question, const Reader& reader) {
  question.at = clock_.now();
  question.id = new_id(question.at);
  question.language = kept_text(question.language, kMostIdBytes);
  question.text = masked_text(question.text);
  question.article = kept_text(question.article, kMostKeyBytes);
  question.category = kept_text(question.category, kMostKeyBytes);
  question.search_id = kept_text(question.search_id, kMostIdBytes);
  question.session = kept_text(question.session.empty() ? reader.session : question.session, kMostIdBytes);
  question.state = QuestionState::kOpen;
  question.askers = 1;
  const std::string words = words_of(question.language, question.text);

  Question kept;
  store_.write([&](Transaction& transaction) {
    const std::string asker =
        question.session.empty() ? reader_hash(transaction, reader, question.at) : asker_of_session(question.session);
    auto before = asked_before(transaction, question.language, words);
    if (!before) {
      if (insert(transaction, question, words)) {
        add_asker(transaction, question.id, asker);
        kept = question;
        return;
      }
      // Asked through another server at this moment.
      before = asked_before(transaction, question.language, words);
      if (!before) throw Error(ErrorKind::kUnavailable, "the question could not be kept; try again");
    }
    if (add_asker(transaction, before->id, asker)) {
      transaction.execute("UPDATE questions SET askers = askers + 1 WHERE id = ?", {before->id});
      ++before->askers;
    }
    kept = *std::move(before);
  });
  return kept;
}

std::vector<Question> Questions::list(std::optional<QuestionState> state, std::size_t most) const {
  std::vector<Question> questions;
  store_.read([&](Transaction& transaction) {
    questions.clear();
    std::vector<SqlValue> parameters;
    std::string where;
    if (state) {
      where = "WHERE q.state = ? ";
      parameters.emplace_back(std::string(name(*state)));
    }
    parameters.emplace_back(static_cast<std::int64_t>(most));
    for (const SqlRow& row :
         transaction.query(std::string(kSelect) + where + "ORDER BY q.at DESC, q.id DESC LIMIT ?", parameters)) {
      questions.push_back(question_of(row));
    }
  });
  return questions;
}

std::optional<Question> Questions::find(const std::string& id) const {
  std::optional<Question> question;
  store_.read([&](Transaction& transaction) { question = find_in(transaction, kept_text(id, kMostIdBytes)); });
  return question;
}

void Questions::merge(const std::string& id, const std::string& into) {
  if (id == into) throw Error(ErrorKind::kInvalidArgument, "a question cannot be merged into itself", "into");
  store_.write([&](Transaction& transaction) {
    const Question merged = require(transaction, kept_text(id, kMostIdBytes));
    const Question target = require(transaction, kept_text(into, kMostIdBytes));
    if (target.state != QuestionState::kOpen) throw_not_open(target);
    if (merged.language != target.language) {
      throw Error(ErrorKind::kInvalidArgument,
                  "only questions of one language can be merged: " + merged.id + " is in " + merged.language + ", " +
                      target.id + " in " + target.language,
                  "into");
    }
    close(transaction, merged.id, QuestionState::kMerged, target.id, "");
    // Who asked both is one reader; those who are no longer known count as they did.
    const auto known = transaction.first("SELECT COUNT(*) FROM question_askers WHERE question = ?", {merged.id});
    const std::int64_t moved = transaction.execute(
        "INSERT INTO question_askers (question, reader) SELECT ?, reader FROM question_askers WHERE question = ? "
        "ON CONFLICT DO NOTHING",
        {target.id, merged.id});
    transaction.execute("DELETE FROM question_askers WHERE question = ?", {merged.id});
    transaction.execute("UPDATE questions SET askers = askers + ? WHERE id = ?",
                        {moved + merged.askers - known->integer(0), target.id});
    transaction.execute("UPDATE questions SET merged_into = ? WHERE merged_into = ?", {target.id, merged.id});
  });
}

void Questions::reject(const std::string& id, const std::string& reason) {
  store_.write([&](Transaction& transaction) {
    close(transaction, kept_text(id, kMostIdBytes), QuestionState::kRejected, "", kept_text(reason));
  });
}

void Questions::accept(const std::string& id, const std::string& written_to) {
  store_.write([&](Transaction& transaction) {
    close(transaction, kept_text(id, kMostIdBytes), QuestionState::kAccepted, "", kept_text(written_to));
  });
}

}  // namespace pharos::desk
