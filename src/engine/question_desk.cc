// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/question_desk.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "engine/draft_place.h"
#include "engine/ticket_router.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/utf8.h"
#include "pharos/content/library.h"
#include "pharos/content/question_writer.h"

namespace pharos::engine {
namespace {

namespace fs = std::filesystem;

// Below it a first hit says nothing of what a question asks.
constexpr double kSureEnough = .5;
// Of two questions that one article answers, words say less.
constexpr double kAlikeWithArticle = .15;
constexpr std::size_t kTitleBytes = 150;
constexpr int kMostNames = 50;

// The article that answers, as far as a search can tell; empty when it cannot.
std::string answer_of(const HelpCenter& help_center, const desk::Question& question) {
  const auto language = Language::parse(question.language);
  if (!language) return {};
  search::Query query(as_query(question.text), *language);
  query.limit = 1;
  query.detect_language = false;
  try {
    const search::SearchResult result = help_center.search(query);
    return result.hits.empty() || result.confidence < kSureEnough ? std::string() : result.hits.front().key.str();
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kInvalidArgument) return {};  // what cannot be searched
    throw;
  }
}

content::Library library_of(const fs::path& content_folder, content::ReadOptions read) {
  read.drafts = true;
  read.now = system_clock().now();
  return content::read_library(content_folder, read);
}

std::string line_of(const desk::Question& question) {
  std::string line = content::question_line(question.text);
  if (line.empty()) {
    throw Error(ErrorKind::kInvalidArgument, question.id + " has no words that readers could search for", "text");
  }
  return line;
}

// A title is cut between words where it has some.
std::string title_of(const std::string& given, const std::string& line) {
  std::string title = content::question_line(given);
  if (!title.empty()) return title;
  if (line.size() <= kTitleBytes) return line;
  title = cut_at_point(line, kTitleBytes);
  const std::size_t space = title.find_last_of(' ');
  if (space != std::string::npos && space > kTitleBytes / 2) title.resize(space);
  return title + "…";
}

std::string draft_text(const desk::Question& question, const std::string& title, const std::string& line) {
  return "---\ntitle: " + content::yaml_text(title) + "\nquestions:\n  - " + content::yaml_text(line) +
         "\ndraft: true\n---\n\n<!-- Write the answer here, then remove the line with draft from above. Asked by " +
         std::to_string(question.askers) + (question.askers == 1 ? " reader" : " readers") + ", " + question.id +
         ". -->\n";
}

}  // namespace

std::vector<DuplicateQuestion> duplicate_questions(const std::vector<desk::Question>& questions,
                                                   const HelpCenter* help_center) {
  std::map<std::string, std::string> answers;
  if (help_center != nullptr) {
    for (const desk::Question& question : questions) {
      if (question.state == desk::QuestionState::kOpen) answers[question.id] = answer_of(*help_center, question);
    }
  }
  std::vector<DuplicateQuestion> found;
  const double enough = desk::kSameNeedThreshold;
  for (const desk::SameNeed& pair : desk::same_needs(questions, help_center == nullptr ? enough : kAlikeWithArticle)) {
    const std::string& article = answers[pair.id];
    const bool same_answer = !article.empty() && article == answers[pair.like];
    if (pair.similarity < enough && !same_answer) continue;
    found.push_back({pair.id, pair.like, pair.similarity, same_answer ? article : std::string()});
  }
  std::stable_sort(found.begin(), found.end(), [](const DuplicateQuestion& a, const DuplicateQuestion& b) {
    // The same answer is worth as much as a third of the words.
    return a.similarity + (a.article.empty() ? 0 : .3) > b.similarity + (b.article.empty() ? 0 : .3);
  });
  return found;
}

WrittenQuestion write_draft(const fs::path& content_folder, const desk::Question& question, const std::string& title,
                            const std::string& category, content::ReadOptions read) {
  const std::string line = line_of(question);
  const content::Library library = library_of(content_folder, std::move(read));
  const bool known = std::any_of(library.categories.begin(), library.categories.end(),
                                 [&](const content::Category& row) { return row.key == category; });
  if (!category.empty() && !known) {
    throw Error(ErrorKind::kInvalidArgument,
                category + ": there is no such category; name a folder of articles, such as " +
                    (library.categories.empty() ? "deposits" : library.categories.front().key),
                "category");
  }
  const std::string text = draft_text(question, title_of(title, line), line);
  const std::string slug = slug_of(title.empty() ? line : title, question.id);
  for (int number = 1; number <= kMostNames; ++number) {
    const std::string name = slug + (number == 1 ? "" : "-" + std::to_string(number));
    ArticleKey key = ArticleKey::require(category.empty() ? name : category + "/" + name);
    // Another language's article of that key would become a translation of the draft.
    const bool taken = std::any_of(library.articles.begin(), library.articles.end(),
                                   [&](const content::Article& article) { return article.key == key; });
    if (taken) continue;
    const std::string path = draft_path(library, question.language, key);
    try {
      fs::create_directories((content_folder / path).parent_path());
      create_file(content_folder / path, text);
      return {path, std::move(key), true};
    } catch (const fs::filesystem_error& error) {
      throw Error(ErrorKind::kUnavailable, std::string("cannot make the folder: ") + error.what());
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kConflict) throw;  // a file that is no article yet
    }
  }
  throw Error(ErrorKind::kConflict, slug + ": there are too many articles of that name; give a title of its own");
}

WrittenQuestion write_phrasing(const fs::path& content_folder, const desk::Question& question,
                               const ArticleKey& article, content::ReadOptions read) {
  const std::string line = line_of(question);
  const content::Library library = library_of(content_folder, std::move(read));
  const auto language = Language::parse(question.language);
  const content::Article* found = language ? library.find(article, *language) : nullptr;
  if (found == nullptr) {
    std::string where;
    for (const content::Article& row : library.articles) {
      if (row.key == article) where += (where.empty() ? " It is there in " : ", ") + row.language.tag();
    }
    throw Error(
        ErrorKind::kNotFound,
        article.str() + ": there is no such article in " + question.language + ", the question's language." + where,
        "article");
  }
  const fs::path file = fs::canonical(content_folder / found->path);  // a link stays one
  const std::string before = read_file(file);
  const std::string after = content::add_question(before, line, found->path);
  if (after != before) replace_file(file, after);
  return {found->path, article, after != before};
}

}  // namespace pharos::engine
