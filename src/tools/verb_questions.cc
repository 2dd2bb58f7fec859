// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <iostream>
#include <memory>
#include <optional>
#include <vector>

#include "pharos/base/error.h"
#include "pharos/base/json.h"
#include "pharos/desk/questions.h"
#include "pharos/engine/question_desk.h"
#include "tools/content_options.h"
#include "tools/desk_commands.h"
#include "tools/desk_state.h"
#include "tools/screen_text.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

// Comparing grows with the square of it.
constexpr std::size_t kMostCompared = 5000;

struct Options {
  DeskState state;
  ContentOptions content;
  std::string id, into, reason, article, title, only = "open", index;
  std::optional<std::string> category;
  std::size_t most = 100;
  bool json = false;
  std::function<int(const Options&)> action;
};

void write(JsonWriter& out, const desk::Question& question) {
  out.begin_object().member("id", question.id).member("language", question.language).member("text", question.text);
  out.member("state", desk::name(question.state)).member("askers", question.askers).member("at", to_iso(question.at));
  out.member("article", question.article).member("category", question.category);
  out.member("merged_into", question.merged_into).member("note", question.note).end_object();
}

int list(const Options& options) {
  desk::Store store(options.state.store(true));
  const std::optional<desk::QuestionState> only = desk::parse_question_state(options.only);
  const auto questions = desk::Questions(store, system_clock()).list(only, options.most);
  if (options.json) {
    JsonWriter out;
    out.begin_object().key("questions").begin_array();
    for (const desk::Question& question : questions) write(out, question);
    out.end_array().end_object();
    std::cout << out.take() << "\n";
    return kDone;
  }
  std::vector<std::vector<std::string>> rows;
  for (const desk::Question& question : questions) {
    rows.push_back({question.id, question.language, std::to_string(question.askers), to_iso_date(question.at),
                    std::string(desk::name(question.state)), question.text});
  }
  std::cout << (rows.empty() ? "no questions\n"
                             : screen_table({"id", "language", "askers", "asked", "state", "question"}, rows));
  return kDone;
}

desk::Question find(const Options& options) {
  desk::Store store(options.state.store(true));
  auto question = desk::Questions(store, system_clock()).find(options.id);
  if (!question) throw Error(ErrorKind::kNotFound, options.id + ": there is no such question");
  return *std::move(question);
}

int show(const Options& options) {
  const desk::Question question = find(options);
  if (options.json) {
    JsonWriter out;
    write(out, question);
    std::cout << out.take() << "\n";
    return kDone;
  }
  std::cout << screen_line(question.text, question.text.size()) << "\n\n";
  const std::vector<std::pair<const char*, std::string>> rows = {
      {"id", question.id},
      {"language", question.language},
      {"state", std::string(desk::name(question.state))},
      {"merged into", question.merged_into},
      {"note", question.note},
      {"asked by", std::to_string(question.askers) + (question.askers == 1 ? " reader" : " readers")},
      {"first asked", to_iso(question.at)},
      {"below article", question.article},
      {"in category", question.category},
  };
  for (const auto& [name, value] : rows) {
    if (!value.empty()) std::cout << name << ": " << screen_line(value, value.size()) << "\n";
  }
  return kDone;
}

int duplicates(const Options& options) {
  std::vector<desk::Question> questions;
  {
    desk::Store store(options.state.store(true));
    questions = desk::Questions(store, system_clock()).list(desk::QuestionState::kOpen, kMostCompared);
  }
  std::optional<engine::HelpCenter> help_center;
  if (!options.index.empty()) help_center.emplace(options.index);
  auto pairs = engine::duplicate_questions(questions, help_center ? &*help_center : nullptr);
  if (pairs.size() > options.most) pairs.resize(options.most);
  if (options.json) {
    JsonWriter out;
    out.begin_object().key("duplicates").begin_array();
    for (const engine::DuplicateQuestion& pair : pairs) {
      out.begin_object().member("id", pair.id).member("like", pair.like).member("similarity", pair.similarity);
      out.member("article", pair.article).end_object();
    }
    out.end_array().end_object();
    std::cout << out.take() << "\n";
    return kDone;
  }
  const auto text_of = [&](const std::string& id) -> std::string {
    for (const desk::Question& question : questions) {
      if (question.id == id) return screen_line(question.text);
    }
    return {};
  };
  if (pairs.empty()) std::cout << "no two open questions seem to ask the same\n";
  for (const engine::DuplicateQuestion& pair : pairs) {
    std::cout << std::lround(100 * pair.similarity) << " %"
              << (pair.article.empty() ? "" : ", both answered by " + screen_line(pair.article)) << "\n  " << pair.id
              << "  " << text_of(pair.id) << "\n  " << pair.like << "  " << text_of(pair.like) << "\n";
  }
  return kDone;
}

// A text of the command line may be anything.
std::string json_text(const std::vector<std::pair<std::string_view, std::string>>& members) {
  JsonWriter out;
  out.begin_object();
  for (const auto& [name, value] : members) out.member(name, value);
  return out.end_object().take();
}

int done(const Options& options, const std::string& what) {
  if (options.json) {
    std::cout << json_text({{"id", options.id}, {"done", what}}) << "\n";
  } else {
    std::cout << options.id << " " << what << "\n";
  }
  return kDone;
}

int merge(const Options& options) {
  run_desk_command(options.state, "questions.merge", json_text({{"id", options.id}, {"into", options.into}}));
  return done(options, "merged into " + options.into);
}

int reject(const Options& options) {
  run_desk_command(options.state, "questions.reject", json_text({{"id", options.id}, {"reason", options.reason}}));
  return done(options, "rejected");
}

int accept(const Options& options) {
  const desk::Question question = find(options);
  if (question.state != desk::QuestionState::kOpen) {
    throw Error(ErrorKind::kConflict,
                question.id + " is no longer open: it was " + std::string(desk::name(question.state)));
  }
  const std::filesystem::path folder = options.content.folder();
  const bool draft = options.article.empty();
  const engine::WrittenQuestion written =
      draft ? engine::write_draft(folder, question, options.title, options.category.value_or(question.category),
                                  options.content.read_options())
            : engine::write_phrasing(folder, question, ArticleKey::require(options.article, "--article"),
                                     options.content.read_options());
  try {
    run_desk_command(options.state, "questions.accept", json_text({{"id", question.id}, {"written_to", written.path}}));
  } catch (const Error& error) {
    // A draft is ours alone, and would be written again; a phrasing is found the next time.
    std::error_code ignored;
    if (draft) std::filesystem::remove(folder / written.path, ignored);
    throw Error(error.kind(),
                std::string(draft ? "no draft was written" : written.path + " has the question") +
                    ", but it stays open: " + error.what(),
                error.parameter());
  }
  return done(options, "accepted, see " + (folder / written.path).string());
}

CLI::App* add(CLI::App& command, const std::shared_ptr<Options>& options, const char* name, const char* description,
              int (*action)(const Options&)) {
  CLI::App* sub = command.add_subcommand(name, description);
  options->state.declare(*sub);
  sub->add_flag("--json", options->json, "Print JSON");
  sub->callback([options, action] { options->action = action; });
  return sub;
}

}  // namespace

std::function<int()> add_questions(CLI::App& command) {
  auto options = std::make_shared<Options>();
  command.require_subcommand(1);
  CLI::App* sub = add(command, options, "list", "List questions, newest first", list);
  sub->add_option("--only", options->only, "open, merged, rejected, accepted or all")
      ->check(CLI::IsMember({"open", "merged", "rejected", "accepted", "all"}))
      ->capture_default_str();
  sub->add_option("--most", options->most, "At most so many")->check(CLI::PositiveNumber)->capture_default_str();

  sub = add(command, options, "show", "Show a question", show);
  sub->add_option("ID", options->id, "The question")->required();

  sub = add(command, options, "duplicates", "Pairs of open questions that seem to ask the same", duplicates);
  sub->add_option("--index", options->index, "Index to search for what answers both");
  sub->add_option("--most", options->most, "At most so many")->check(CLI::PositiveNumber)->capture_default_str();

  sub = add(command, options, "merge", "Count a question's askers for another one that asks the same", merge);
  sub->add_option("ID", options->id, "The question that goes")->required();
  sub->add_option("INTO", options->into, "The question that stays")->required();

  sub = add(command, options, "reject", "Close a question that is not to be answered", reject);
  sub->add_option("ID", options->id, "The question")->required();
  sub->add_option("--reason", options->reason, "Why, for other editors")->required();

  sub =
      add(command, options, "accept", "Write a draft for a question, or add it to an article that answers it", accept);
  sub->add_option("ID", options->id, "The question")->required();
  options->content.declare(*sub);
  auto* article = sub->add_option("--article", options->article, "Key of the article that gets the question");
  sub->add_option("--title", options->title, "Title of the draft (the question)")->excludes(article);
  sub->add_option("--category", options->category, "Category of the draft (that it was asked in)")->excludes(article);
  return [options] { return options->action(*options); };
}

}  // namespace pharos::tools
