// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_plurals.h"

#include <array>

namespace pharos::http {
namespace {

std::string_view always_other(std::size_t) { return "other"; }
std::string_view one_other(std::size_t n) { return n == 1 ? "one" : "other"; }
std::string_view up_to_one(std::size_t n) { return n <= 1 ? "one" : "other"; }

std::string_view east_slavic(std::size_t n) {
  const std::size_t last = n % 10, last_two = n % 100;
  if (last == 1 && last_two != 11) return "one";
  if (last >= 2 && last <= 4 && (last_two < 12 || last_two > 14)) return "few";
  return "many";
}

std::string_view polish(std::size_t n) {
  if (n == 1) return "one";
  const std::size_t last = n % 10, last_two = n % 100;
  return last >= 2 && last <= 4 && (last_two < 12 || last_two > 14) ? "few" : "many";
}

std::string_view czech(std::size_t n) { return n == 1 ? "one" : n >= 2 && n <= 4 ? "few" : "other"; }

std::string_view arabic(std::size_t n) {
  constexpr std::array<std::string_view, 3> kSmall = {"zero", "one", "two"};
  if (n < kSmall.size()) return kSmall[n];
  const std::size_t last_two = n % 100;
  if (last_two >= 3 && last_two <= 10) return "few";
  return last_two >= 11 ? "many" : "other";
}

struct Rule {
  std::string_view primary;
  std::string_view (*form)(std::size_t);
  std::vector<std::string_view> forms;
};

// Languages without a row are counted like English, which is right for most of those written in Latin letters.
const std::array kRules = {
    Rule{"zh", always_other, {"other"}},
    Rule{"ja", always_other, {"other"}},
    Rule{"ko", always_other, {"other"}},
    Rule{"vi", always_other, {"other"}},
    Rule{"th", always_other, {"other"}},
    Rule{"id", always_other, {"other"}},
    Rule{"ms", always_other, {"other"}},
    Rule{"fr", up_to_one, {"one", "other"}},
    Rule{"pt", up_to_one, {"one", "other"}},
    Rule{"hi", up_to_one, {"one", "other"}},
    Rule{"fa", up_to_one, {"one", "other"}},
    Rule{"ru", east_slavic, {"one", "few", "many", "other"}},
    Rule{"uk", east_slavic, {"one", "few", "many", "other"}},
    Rule{"pl", polish, {"one", "few", "many", "other"}},
    Rule{"cs", czech, {"one", "few", "many", "other"}},
    Rule{"sk", czech, {"one", "few", "many", "other"}},
    Rule{"ar", arabic, {"zero", "one", "two", "few", "many", "other"}},
};

const Rule& rule_of(const Language& language) {
  static const Rule kDefault{"", one_other, {"one", "other"}};
  for (const Rule& rule : kRules) {
    if (rule.primary == language.primary()) return rule;
  }
  return kDefault;
}

}  // namespace

std::vector<std::string_view> plural_forms(const Language& language) { return rule_of(language).forms; }

std::string_view plural_form(const Language& language, std::size_t number) { return rule_of(language).form(number); }

}  // namespace pharos::http
