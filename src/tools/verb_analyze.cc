// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pharos/base/error.h"
#include "pharos/base/json.h"
#include "pharos/base/utf8.h"
#include "pharos/text/analyzer.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

struct Options {
  std::string lang;
  std::vector<std::string> words;
  bool json = false;
};

int run(const Options& options) {
  std::string text;
  for (const std::string& word : options.words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  if (first_invalid_utf8(text)) throw Error(ErrorKind::kInvalidArgument, "the text is not UTF-8", "TEXT");
  const text::Analyzer analyzer(Language::require(options.lang, "--lang"));
  const std::vector<text::Token> tokens = analyzer.analyze(text);
  if (!options.json) {
    for (const text::Token& token : tokens) {
      std::cout << text::kTermClassTable[static_cast<std::size_t>(token.term_class)].name << "\t" << token.term << "\t"
                << token.begin << "-" << token.end << "\t" << text.substr(token.begin, token.end - token.begin) << "\n";
    }
    return kDone;
  }
  JsonWriter out;
  out.begin_array();
  for (const text::Token& token : tokens) {
    out.begin_object();
    out.member("class", text::kTermClassTable[static_cast<std::size_t>(token.term_class)].name);
    out.member("term", token.term).member("begin", token.begin).member("end", token.end).end_object();
  }
  out.end_array();
  std::cout << out.take() << "\n";
  return kDone;
}

}  // namespace

std::function<int()> add_analyze(CLI::App& command) {
  auto options = std::make_shared<Options>();
  command.add_option("--lang", options->lang, "Language of the text")->required();
  command.add_option("TEXT", options->words, "What to cut into terms")->required();
  command.add_flag("--json", options->json, "Print JSON");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
