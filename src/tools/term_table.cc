// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/term_table.h"

#include "pharos/base/json.h"
#include "pharos/base/utf8.h"

namespace pharos::tools {
namespace {

constexpr std::size_t kExampleBytes = 160;

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

std::string where_from(const engine::TermSuggestion& one) {
  std::string line;
  if (one.queries > 0) line = counted(one.queries, "query", "queries");
  if (one.questions > 0) line += (line.empty() ? "" : ", ") + counted(one.questions, "question", "questions");
  line += one.reason == engine::kOnlyInQuestions ? "; no text has it, only questions do" : "; no article has it";
  return line;
}

}  // namespace

std::string term_table(const std::vector<engine::TermSuggestion>& suggestions) {
  if (suggestions.empty()) return "nothing to suggest: glossary and articles have what was asked often\n";
  std::string out;
  std::string language;
  for (const engine::TermSuggestion& one : suggestions) {
    if (one.language.tag() != language) {
      language = one.language.tag();
      out += "glossary/" + language + ".yml\n";
    }
    out += "  " + one.text + "  (" + where_from(one) + ")\n";
    if (!one.article.empty()) {
      out += "      " + std::to_string(one.leading) + " lead to " + one.article;
      out += one.title.empty() ? "\n" : " \"" + one.title + "\"\n";
    }
    if (!one.term.empty()) {
      out += "      may belong to \"" + one.term + "\"";
      out += one.concept_id.empty() ? "\n" : " (concept " + one.concept_id + ")\n";
    }
    for (const std::string& example : one.examples) {
      const std::string_view shown = cut_at_point(example, kExampleBytes);
      out += "      e.g. " + std::string(shown) + (shown.size() < example.size() ? "...\n" : "\n");
    }
  }
  return out;
}

std::string term_json(const std::vector<engine::TermSuggestion>& suggestions) {
  JsonWriter out;
  out.begin_object().key("suggestions").begin_array();
  for (const engine::TermSuggestion& one : suggestions) {
    out.begin_object().member("lang", one.language.tag()).member("text", one.text).member("reason", one.reason);
    out.member("queries", one.queries).member("questions", one.questions).strings("examples", one.examples);
    out.member("article", one.article).member("title", one.title).member("leading", one.leading);
    out.member("concept", one.concept_id).member("term", one.term).end_object();
  }
  out.end_array().end_object();
  return out.take();
}

}  // namespace pharos::tools
