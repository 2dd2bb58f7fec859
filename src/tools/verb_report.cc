// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>
#include <vector>

#include "pharos/base/error.h"
#include "pharos/base/json.h"
#include "pharos/desk/store.h"
#include "pharos/insight/reports.h"
#include "tools/desk_state.h"
#include "tools/screen_text.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

constexpr std::int64_t kDay = 86400;

struct Options {
  std::string name;
  DeskState state;
  std::int64_t days = 30;
  std::size_t most = 50;
  bool json = false;
};

void print_json(const std::vector<insight::Table>& tables, insight::Period period) {
  JsonWriter out;
  out.begin_object().member("from", to_iso(period.from)).member("to", to_iso(period.to));
  out.key("reports").begin_array();
  for (const insight::Table& table : tables) {
    out.begin_object().member("name", table.name).member("title", table.title).strings("columns", table.columns);
    out.key("rows").begin_array();
    for (const auto& row : table.rows) {
      out.begin_array();
      for (const std::string& cell : row) out.value(cell);
      out.end_array();
    }
    out.end_array().end_object();
  }
  out.end_array().end_object();
  std::cout << out.take() << "\n";
}

void print_text(const std::vector<insight::Table>& tables, insight::Period period) {
  std::cout << "from " << to_iso(period.from) << " to " << to_iso(period.to) << "\n";
  for (const insight::Table& table : tables) {
    std::cout << "\n" << table.title << " (" << table.name << ")\n\n";
    std::cout << (table.rows.empty() ? "nothing\n" : screen_table(table.columns, table.rows));
  }
}

int run(const Options& options) {
  const desk::StoreOptions where = options.state.store(true);
  const UtcTime now = system_clock().now();
  const insight::Period period{{now.seconds - options.days * kDay}, {now.seconds + 1}};
  desk::Store store(where);
  std::vector<insight::Table> tables;
  for (const std::string_view name : insight::report_names()) {
    if (options.name.empty() || options.name == name) {
      tables.push_back(insight::report(name, store, period, now, options.most));
    }
  }
  options.json ? print_json(tables, period) : print_text(tables, period);
  return kDone;
}

}  // namespace

std::function<int()> add_report(CLI::App& command) {
  auto options = std::make_shared<Options>();
  std::vector<std::string> names;
  for (const std::string_view name : insight::report_names()) names.emplace_back(name);
  command.add_option("NAME", options->name, "Only this report")->check(CLI::IsMember(names));
  options->state.declare(command);
  constexpr std::int64_t kMostDays = 36500;
  command.add_option("--days", options->days, "Of the last so many days")
      ->check(CLI::Range(std::int64_t{1}, kMostDays))
      ->capture_default_str();
  command.add_option("--most", options->most, "At most so many rows of each report")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command.add_flag("--json", options->json, "Print JSON");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
