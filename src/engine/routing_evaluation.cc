// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/routing_evaluation.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "engine/json_lines.h"
#include "engine/ticket_router.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/utf8.h"
#include "pharos/engine/desk_settings.h"
#include "pharos/index/indexer.h"

namespace pharos::engine {
namespace {

constexpr std::string_view kKeyPrefix = "text/";

std::string label_of(const Json& row) {
  if (row["label"].is_string()) return row["label"].string();
  if (!row["relevant"].is_array()) {
    throw Error(ErrorKind::kInvalidArgument, "has neither a text \"label\" nor a list \"relevant\"");
  }
  const std::vector<std::string> relevant = row["relevant"].strings();
  return relevant.empty() ? "" : relevant.front();
}

/// Each text with a label as an article that is found by all it says; its key is its place.
content::Library library_of(const std::vector<LabelledText>& texts) {
  constexpr std::size_t kTitleBytes = 120;
  content::Library library;
  std::set<Language> languages;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].label.empty()) continue;
    content::Article article(ArticleKey::require(std::string(kKeyPrefix) + std::to_string(i)), texts[i].language);
    article.title = cut_at_point(texts[i].text, kTitleBytes);
    article.html = "<p>" + escape_html(texts[i].text) + "</p>";
    article.sections.push_back({"", "", 0, texts[i].text});
    languages.insert(texts[i].language);
    library.articles.push_back(std::move(article));
  }
  if (library.articles.empty()) throw Error(ErrorKind::kInvalidArgument, "no text has a label to learn from");
  std::stable_sort(library.articles.begin(), library.articles.end(),
                   [](const content::Article& a, const content::Article& b) { return a.language < b.language; });
  for (const Language& language : languages) library.settings.languages.emplace_back(language);
  library.settings.default_language = *languages.begin();
  library.counts.articles = library.articles.size();
  library.counts.languages = languages.size();
  return library;
}

std::size_t place_of(std::string_view key) {
  const std::string_view digits = key.substr(kKeyPrefix.size());
  std::size_t place = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), place);
  return place;
}

Language served(const HelpCenter& help_center, const Language& language) {
  return help_center.language(language.tag()).value_or(help_center.default_language());
}

/// The category itself or one below the wanted one.
bool is_right(const std::string& wanted, const std::string& got) {
  return got == wanted || got.starts_with(wanted + "/");
}

}  // namespace

std::vector<LabelledText> read_labelled_texts(const std::filesystem::path& file) {
  std::vector<LabelledText> texts;
  for_each_json_line(file, [&](const Json& row) {
    texts.push_back({required_text(row, "text"), Language::require(required_text(row, "lang")), label_of(row)});
  });
  if (texts.empty()) throw Error(ErrorKind::kInvalidArgument, file.string() + ": holds no texts");
  return texts;
}

std::vector<LabelledText> read_labelled_corpus(const std::filesystem::path& file) {
  std::vector<LabelledText> texts;
  for_each_json_line(file, [&](const Json& row) {
    const Language language = Language::require(required_text(row, "lang"));
    const std::string& body = required_text(row, "body");
    for (std::size_t at = 0; at < body.size();) {
      const std::size_t end = std::min(body.find('\n', at), body.size());
      if (end > at) texts.push_back({body.substr(at, end - at), language, required_text(row, "id")});
      at = end + 1;
    }
  });
  if (texts.empty()) throw Error(ErrorKind::kInvalidArgument, file.string() + ": holds no texts");
  return texts;
}

std::vector<RoutedText> route_by_articles(const HelpCenter& help_center, const std::vector<LabelledText>& texts) {
  const desk::Router router(routing_rules(help_center.settings()));
  std::vector<RoutedText> results;
  for (const LabelledText& text : texts) {
    const Language language = served(help_center, text.language);
    RoutedText result;
    result.neighbours = nearest_articles(help_center, language, text.text);
    result.routing = router.route(language, "", text.text, "", result.neighbours);
    results.push_back(std::move(result));
  }
  return results;
}

std::vector<RoutedText> route_by_texts(const std::vector<LabelledText>& known, const std::vector<LabelledText>& texts) {
  const TemporaryFolder folder;
  index::index_library(library_of(known), folder.path(), {});
  const HelpCenter help_center(folder.path());
  const desk::Router router({});
  std::vector<RoutedText> results;
  for (const LabelledText& text : texts) {
    const Language language = served(help_center, text.language);
    RoutedText result;
    result.neighbours = nearest_articles(help_center, language, text.text);
    for (desk::Neighbour& near : result.neighbours) near.category = known[place_of(near.name)].label;
    result.routing = router.route(language, "", text.text, "", result.neighbours);
    results.push_back(std::move(result));
  }
  return results;
}

std::vector<RoutedText> route_across_folds(const std::vector<LabelledText>& texts, std::size_t folds) {
  std::vector<RoutedText> results(texts.size());
  for (std::size_t fold = 0; fold < std::min(folds, texts.size()); ++fold) {
    std::vector<LabelledText> known;
    std::vector<LabelledText> asked;
    for (std::size_t i = 0; i < texts.size(); ++i) (i % folds == fold ? asked : known).push_back(texts[i]);
    std::vector<RoutedText> routed = route_by_texts(known, asked);
    for (std::size_t i = 0; i < routed.size(); ++i) results[fold + i * folds] = std::move(routed[i]);
  }
  return results;
}

RoutingEvaluation evaluate_routing(const std::vector<LabelledText>& texts, const std::vector<RoutedText>& results) {
  RoutingEvaluation evaluation;
  std::map<std::string, std::size_t> labels;
  std::map<std::pair<std::string, std::string>, std::size_t> pairs;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string& wanted = texts[i].label;
    const desk::Routing& routing = results[i].routing;
    if (routing.urgent) ++evaluation.urgent;
    ++pairs[{wanted, is_right(wanted, routing.category) && !wanted.empty() ? wanted : routing.category}];
    if (wanted.empty()) {
      ++evaluation.nowhere;
      if (!routing.unsure) ++evaluation.nowhere_sure;
      continue;
    }
    ++labels[wanted];
    ++evaluation.labelled;
    if (is_right(wanted, routing.likely)) ++evaluation.right;
    if (!routing.unsure) ++evaluation.sure;
    if (!routing.unsure && is_right(wanted, routing.category)) ++evaluation.sure_right;
    const std::vector<desk::Neighbour>& near = results[i].neighbours;
    if (!near.empty() && is_right(wanted, near.front().category)) ++evaluation.nearest_right;
  }
  for (const auto& [label, count] : labels) evaluation.commonest_right = std::max(evaluation.commonest_right, count);
  for (const auto& [pair, count] : pairs) evaluation.confusions.push_back({pair.first, pair.second, count});
  std::stable_sort(evaluation.confusions.begin(), evaluation.confusions.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return evaluation;
}

}  // namespace pharos::engine
