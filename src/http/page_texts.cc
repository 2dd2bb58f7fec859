// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_texts.h"

#include <algorithm>

#include "http/page_plurals.h"
#include "pharos/base/error.h"
#include "pharos/base/json.h"

namespace pharos::http {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "2026-11-22T10:05:00Z" in its parts.
struct Parts {
  explicit Parts(UtcTime time) : iso(to_iso(time)) {}
  // Negative years cannot come from parse_time(), so the columns are fixed.
  int number(std::size_t at, std::size_t length) const { return std::stoi(iso.substr(at, length)); }
  std::string iso;
};

}  // namespace

std::string fill_placeholders(std::string_view text, PageTexts::Values values) {
  std::string out;
  out.reserve(text.size() + 32);
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    const std::string_view name = close == std::string_view::npos ? "" : text.substr(1, close - 1);
    const auto* value =
        std::find_if(values.begin(), values.end(), [&](const auto& known) { return known.first == name; });
    if (value == values.end()) {
      out += '{';
      text.remove_prefix(1);
    } else {
      out += value->second;
      text.remove_prefix(close + 1);
    }
  }
  return out;
}

PageTexts::PageTexts(Language language, std::string_view json, const std::string& file, const PageTexts* base)
    : language_(std::move(language)) {
  const Json document = Json::parse(json, file);
  if (!document.is_object()) {
    throw Error(ErrorKind::kInvalidArgument, file + ": must be one JSON object of names and texts", file);
  }
  for (const auto& [name, text] : document.members()) {
    if (!text.is_string()) {
      throw Error(ErrorKind::kInvalidArgument, file + ": \"" + name + "\" must be a text in quotes", file);
    }
    // Texts become part of the templates, so a tag in one would be obeyed.
    if (text.string().find("{{") != std::string::npos) {
      throw Error(ErrorKind::kInvalidArgument, file + ": \"" + name + "\" must not hold {{", file);
    }
    texts_.insert_or_assign(name, text.string());
  }
  if (base != nullptr) texts_.insert(base->texts_.begin(), base->texts_.end());
}

const std::string* PageTexts::find(std::string_view name) const {
  const auto found = texts_.find(name);
  return found == texts_.end() ? nullptr : &found->second;
}

const std::string& PageTexts::raw(std::string_view name) const {
  if (const std::string* found = find(name)) return *found;
  throw Error(ErrorKind::kInternal, "site/texts has no text named \"" + std::string(name) + "\"");
}

std::string PageTexts::text(std::string_view name, Values values) const { return fill_placeholders(raw(name), values); }

std::string PageTexts::count(std::string_view name, std::size_t number, Values values) const {
  const std::string base = std::string(name) + "_";
  const std::string* form = find(base + std::string(plural_form(language_, number)));
  const std::string digits = std::to_string(number);
  const std::string counted = fill_placeholders(form != nullptr ? *form : raw(base + "other"), {{"count", digits}});
  return fill_placeholders(counted, values);
}

std::string PageTexts::date(UtcTime time) const {
  const Parts parts(time);
  const std::string year = std::to_string(parts.number(0, 4));
  const int month = parts.number(5, 2), day = parts.number(8, 2);
  return text("date_format", {{"year", year},
                              {"month", raw("month_" + std::to_string(month))},
                              {"month_number", std::to_string(month)},
                              {"day", std::to_string(day)}});
}

std::string PageTexts::date_time(UtcTime time) const {
  const Parts parts(time);
  const std::string clock = two_digits(parts.number(11, 2)) + ":" + two_digits(parts.number(14, 2));
  return text("date_time_format", {{"date", date(time)}, {"time", clock}});
}

}  // namespace pharos::http
