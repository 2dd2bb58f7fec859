// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/routing_evaluation.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "help_site.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos::engine {
namespace {

std::vector<LabelledText> labelled() {
  std::vector<LabelledText> texts;
  const auto add = [&texts](const char* label, std::initializer_list<const char*> lines) {
    for (const char* line : lines) texts.push_back({line, lang("en"), label});
  };
  add("withdrawals",
      {"my withdrawal is pending", "withdrawal still pending after an hour", "how long does a withdrawal take",
       "withdrawal did not arrive at my bank", "cancel a pending withdrawal", "withdrawal rejected by the bank"});
  add("verification",
      {"my passport was rejected", "verification of my passport takes long", "upload a passport photo again",
       "passport photo is blurred", "verification rejected", "which documents for verification"});
  return texts;
}

std::string written(const TemporaryFolder& folder, const std::string& text) {
  const auto path = folder.path() / "texts.jsonl";
  write_file_synced(path, text);
  return path.string();
}

TEST_CASE("texts learn from one another across folds") {
  const std::vector<LabelledText> texts = labelled();
  const std::vector<RoutedText> routed = route_across_folds(texts, 4);
  REQUIRE(routed.size() == texts.size());
  for (const RoutedText& result : routed) CHECK_FALSE(result.neighbours.empty());
  const RoutingEvaluation evaluation = evaluate_routing(texts, routed);
  CHECK(evaluation.labelled == 12);
  CHECK(evaluation.nowhere == 0);
  CHECK(evaluation.commonest_right == 6);
  CHECK(evaluation.right >= 10);
  CHECK(evaluation.sure_right <= evaluation.sure);
}

TEST_CASE("texts are routed by labelled examples, and what is foreign to them stays unsure") {
  const std::vector<LabelledText> asked = {{"is my withdrawal pending", lang("en"), "withdrawals"},
                                           {"xyzzy plugh", lang("en"), ""}};
  const std::vector<RoutedText> routed = route_by_texts(labelled(), asked);
  CHECK(routed[0].routing.category == "withdrawals");
  CHECK(routed[1].routing.unsure);
  const RoutingEvaluation evaluation = evaluate_routing(asked, routed);
  CHECK(evaluation.sure_right == 1);
  CHECK(evaluation.nowhere == 1);
  CHECK(evaluation.nowhere_sure == 0);
}

TEST_CASE("right, wrong and unsure are counted, and pairs listed by number") {
  const auto result = [](const char* category, const char* likely, const char* nearest) {
    RoutedText routed;
    routed.routing.category = category;
    routed.routing.likely = likely;
    routed.routing.unsure = *category == 0;
    routed.neighbours.push_back({nearest, 1, "n"});
    return routed;
  };
  const std::vector<LabelledText> texts = {{"1", lang("en"), "a"}, {"2", lang("en"), "a"}, {"3", lang("en"), "a"},
                                           {"4", lang("en"), "b"}, {"5", lang("en"), ""},  {"6", lang("en"), ""}};
  const RoutingEvaluation e =
      evaluate_routing(texts, {result("a/x", "a/x", "b"), result("", "a", "a"), result("b", "b", "b"),
                               result("b", "b", "b"), result("", "a", "a"), result("a", "a", "a")});
  CHECK(e.labelled == 4);
  CHECK(e.right == 3);
  CHECK(e.sure == 3);
  CHECK(e.sure_right == 2);
  CHECK(e.nowhere == 2);
  CHECK(e.nowhere_sure == 1);
  CHECK(e.nearest_right == 2);
  CHECK(e.commonest_right == 3);
  CHECK(e.confusions.size() == 6);
}

TEST_CASE("labelled files are read with label or relevant, and faults name the line") {
  const TemporaryFolder folder;
  const auto texts = read_labelled_texts(written(folder,
                                                 "{\"text\":\"a\",\"lang\":\"en\",\"label\":\"x\"}\n\n"
                                                 "{\"text\":\"b\",\"lang\":\"ru\",\"relevant\":[\"y\",\"z\"]}\n"
                                                 "{\"text\":\"c\",\"lang\":\"en\",\"relevant\":[]}\n"));
  REQUIRE(texts.size() == 3);
  CHECK(texts[0].label == "x");
  CHECK(texts[1].label == "y");
  CHECK(texts[1].language == lang("ru"));
  CHECK(texts[2].label == "");
  const auto corpus = read_labelled_corpus(
      written(folder, "{\"id\":\"x\",\"lang\":\"en\",\"title\":\"X\",\"body\":\"one\\n\\ntwo\"}\n"));
  REQUIRE(corpus.size() == 2);
  CHECK(corpus[1].text == "two");
  CHECK(corpus[1].label == "x");
  for (const char* const wrong : {"", "{\"text\":\"a\",\"lang\":\"en\"}", "{\"text\":\"a\",\"label\":\"x\"}", "{"}) {
    CHECK_THROWS_AS(read_labelled_texts(written(folder, wrong)), Error);
  }
  try {
    read_labelled_texts(written(folder, "{\"text\":\"a\",\"lang\":\"en\",\"label\":\"x\"}\n{\"text\":1}\n"));
    FAIL("was read");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("texts.jsonl:2:") != std::string::npos);
  }
  CHECK_THROWS_AS(route_by_texts({{"a", lang("en"), ""}}, {}), Error);
}

}  // namespace
}  // namespace pharos::engine
