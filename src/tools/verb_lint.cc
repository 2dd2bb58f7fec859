// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>

#include "pharos/base/json.h"
#include "pharos/content/linter.h"
#include "pharos/engine/expectations.h"
#include "tools/content_options.h"
#include "tools/progress.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

struct Options {
  ContentOptions content;
  bool strict = false;
  bool json = false;
  bool notes = false;
  bool rules = false;
};

int print_rules() {
  for (const content::LintRule& rule : content::lint_rules()) {
    std::printf("%-24s %-8s %s\n", std::string(rule.name).c_str(), std::string(name(rule.severity)).c_str(),
                std::string(rule.description).c_str());
  }
  return kDone;
}

void print_json(const Diagnostics& diagnostics) {
  JsonWriter out;
  out.begin_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    out.begin_object().member("path", diagnostic.path).member("line", diagnostic.line);
    out.member("severity", name(diagnostic.severity)).member("rule", diagnostic.rule);
    out.member("message", diagnostic.message).end_object();
  }
  out.end_array();
  std::cout << out.take() << "\n";
}

std::size_t count(const Diagnostics& diagnostics, Severity severity) {
  return static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                                [&](const Diagnostic& d) { return d.severity == severity; }));
}

int run(const Options& options) {
  if (options.rules) return print_rules();
  content::ReadOptions read = options.content.read_options();
  Progress progress(options.json);
  read.progress = [&](std::size_t done, std::size_t all) { progress.show("reading", done, all); };
  const content::Library library = content::read_library(options.content.folder(), read);
  progress.finish();
  Diagnostics diagnostics = content::lint(library);
  const Diagnostics missed = engine::check_expectations(library);
  diagnostics.insert(diagnostics.end(), missed.begin(), missed.end());
  std::sort(diagnostics.begin(), diagnostics.end());
  const std::size_t errors = count(diagnostics, Severity::kError);
  const std::size_t warnings = count(diagnostics, Severity::kWarning);
  const std::size_t notes = count(diagnostics, Severity::kInfo);
  if (!options.notes) {
    std::erase_if(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::kInfo; });
  }
  if (options.json) {
    print_json(diagnostics);
  } else {
    for (const Diagnostic& diagnostic : diagnostics) std::cout << to_line(diagnostic) << "\n";
    std::cout << library.counts.articles << " articles: " << errors << " errors, " << warnings << " warnings, " << notes
              << " notes" << (options.notes || notes == 0 ? "" : " (shown with --notes)") << "\n";
  }
  return errors > 0 || (options.strict && warnings > 0) ? kFindings : kDone;
}

}  // namespace

std::function<int()> add_lint(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->content.declare(command, false);
  command.add_flag("--strict", options->strict, "Warnings fail too");
  command.add_flag("--notes", options->notes, "Show notes too");
  command.add_flag("--json", options->json, "Print JSON");
  command.add_flag("--rules", options->rules, "List the rules instead");
  command.parse_complete_callback([options] {
    if (!options->rules && options->content.folder().empty()) throw CLI::RequiredError("CONTENT");
  });
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
