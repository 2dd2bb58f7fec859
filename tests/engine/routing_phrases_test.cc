// SPDX-License-Identifier: GPL-3.0-or-later
// What people write, a table a language (tickets/<tag>.tsv): where the sample content's own rules and articles send it,
// and whether it can wait.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "help_site.h"
#include "pharos/engine/routing_evaluation.h"

namespace pharos::engine {
namespace {

const std::filesystem::path& source_folder() {
  static const std::filesystem::path folder(PHAROS_SOURCE_DIR);
  return folder;
}

const HelpCenter& sample_center() {
  static const TemporaryFolder folder;
  static const HelpCenter center = [] {
    build(source_folder() / "content", folder.path() / "index", {});
    return HelpCenter(folder.path() / "index");
  }();
  return center;
}

struct WrittenTicket {
  std::size_t line = 0;
  std::string category;  ///< empty: better unsure
  bool urgent = false;
  std::string text;
};

std::vector<WrittenTicket> tickets_of(const std::string& tag) {
  std::vector<WrittenTicket> tickets;
  std::istringstream lines(read_file(source_folder() / "tests" / "engine" / "tickets" / (tag + ".tsv")));
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    INFO(tag, ".tsv:", number);
    REQUIRE(second == first + 2);
    const std::string category = line.substr(0, first);
    tickets.push_back({number, category == "-" ? "" : category, line[first + 1] == '!', line.substr(second + 1)});
  }
  return tickets;
}

std::string all_reasons(const desk::Routing& routing) {
  std::string all;
  for (const std::string& reason : routing.reasons) all += reason + "; ";
  return all;
}

}  // namespace

TEST_CASE("tickets of every language of the interface go where the sample's rules and articles send them") {
  constexpr std::size_t kFewest = 18;
  for (const LanguageView& view : sample_center().languages()) {
    const std::string tag = view.language.tag();
    const std::vector<WrittenTicket> tickets = tickets_of(tag);
    std::vector<LabelledText> texts;
    for (const WrittenTicket& ticket : tickets) texts.push_back({ticket.text, view.language, ticket.category});
    CHECK(texts.size() >= kFewest);
    const std::vector<RoutedText> routed = route_by_articles(sample_center(), texts);
    REQUIRE(routed.size() == tickets.size());
    for (std::size_t i = 0; i < tickets.size(); ++i) {
      const desk::Routing& routing = routed[i].routing;
      INFO(tag, ".tsv:", tickets[i].line, ": ", tickets[i].text, " (", all_reasons(routing), routing.confidence, ")");
      CHECK(routing.urgent == tickets[i].urgent);
      CHECK(routing.category == tickets[i].category);
      CHECK(routing.unsure == tickets[i].category.empty());
      CHECK((routing.priority == desk::Priority::kUrgent) == tickets[i].urgent);
    }
  }
}

TEST_CASE("the sample's rules have phrases in every language of the interface") {
  const content::SiteSettings& settings = sample_center().settings();
  CHECK(settings.routing.rules.size() >= 4);
  for (const content::RoutingRule& rule : settings.routing.rules) {
    for (const LanguageView& view : sample_center().languages()) {
      CAPTURE(rule.name);
      CAPTURE(view.language.tag());
      const auto phrases = rule.phrases.find(view.language);
      REQUIRE(phrases != rule.phrases.end());
      CHECK(phrases->second.size() >= 3);
    }
  }
}

}  // namespace pharos::engine
