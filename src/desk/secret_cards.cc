// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "desk/checked_codes.h"
#include "desk/number_run.h"
#include "desk/plain_glyphs.h"
#include "desk/said_nearby.h"

namespace pharos::desk {
namespace {

/// Prefixes (compared by their first four digits) and lengths that issuers use; a set of lengths is a bit for each.
struct IssuerRow {
  int first, last;
  std::uint32_t lengths;
};

constexpr std::uint32_t length(unsigned digits) { return 1U << digits; }
constexpr std::uint32_t k16To19 = length(16) | length(17) | length(18) | length(19);

constexpr IssuerRow kIssuers[] = {
    {2200, 2204, k16To19},     // Mir
    {2221, 2720, length(16)},  // Mastercard
    {3000, 3059, length(14)},  // Diners Club
    {3095, 3095, length(14)},
    {3400, 3499, length(15)},                            // American Express
    {3528, 3589, k16To19},                               // JCB
    {3600, 3699, length(14) | k16To19},                  // Diners Club
    {3700, 3799, length(15)},                            // American Express
    {3800, 3999, length(14) | k16To19},                  // Diners Club
    {4000, 4999, length(13) | length(16) | length(19)},  // Visa
    {5000, 5099, k16To19},                               // Maestro, Verve, Elo
    {5100, 5599, length(16)},                            // Mastercard
    {5600, 5899, k16To19},                               // Maestro
    {6000, 6999, k16To19},                               // Discover, UnionPay, RuPay, Maestro, Elo, Hipercard
    {8100, 8199, k16To19},                               // UnionPay
    {8600, 8600, length(16)},                            // Uzcard
    {9792, 9792, length(16)},                            // Troy
    {9860, 9860, length(16)},                            // Humo
};

bool is_card(const std::string& digits) {
  if (digits.size() < 13 || digits.size() > 19) return false;
  const int prefix = std::stoi(digits.substr(0, 4));
  return std::any_of(std::begin(kIssuers), std::end(kIssuers),
                     [&](const IssuerRow& row) {
                       return prefix >= row.first && prefix <= row.last && (row.lengths >> digits.size() & 1U) != 0;
                     }) &&
         passes_luhn(digits);
}

/// How cards are written: at once, in groups of one size of which the last may be shorter or longer, or as American
/// Express (4-6-5), Diners Club (4-6-4) and UnionPay (6-13) print them.
bool is_card_layout(const NumberRun& run, std::size_t first, std::size_t last) {
  const std::size_t size = run.groups[first].size();
  const std::size_t count = last - first;
  const auto is = [&](std::size_t i, std::size_t digits) { return run.groups[first + i].size() == digits; };
  if (count == 3 && size == 4 && is(1, 6) && (is(2, 5) || is(2, 4))) return true;
  if (count == 2 && size == 6 && is(1, 13)) return true;
  for (std::size_t i = first; i + 1 < last; ++i) {
    if (run.groups[i].size() != size) return false;
  }
  return true;
}

/// The group after the card that begins with group `first`, or `first`.
std::size_t card_end(const GuardedSource& source, const NumberRun& run, std::size_t first) {
  std::size_t total = 0;
  std::size_t best = first;
  for (std::size_t last = first; last < run.groups.size();) {
    total += run.groups[last].size();
    ++last;
    if (total > 19) break;
    if (total >= 13 && is_card_layout(run, first, last) && is_card(run.digits(source, first, last))) best = last;
  }
  return best;
}

/// A long number that is called an order or a transaction, and by nobody a card, is one.
bool is_called_order(const GuardedSource& source, std::size_t begin, std::size_t end) {
  return said_nearby(source, begin, end, kSaidOrder | kSaidTransaction) != kSaidNothing &&
         said_nearby(source, begin, end, kSaidCard) == kSaidNothing;
}

}  // namespace

void find_card_numbers(const GuardedSource& source, std::vector<SecretSpan>& found) {
  for (const NumberRun& run : number_runs(source, U" -\t", 2)) {
    if (run.plus) continue;
    for (std::size_t first = run.attached ? 1 : 0; first < run.groups.size();) {
      const std::size_t last = card_end(source, run, first);
      if (last == first) {
        ++first;
        continue;
      }
      const std::size_t begin = run.groups[first].begin;
      const std::size_t end = run.groups[last - 1].end;
      const bool longer = is_ascii_letter(source.at(end));
      const bool called_order = last == first + 1 && is_called_order(source, begin, end);
      if (!longer && !called_order) found.push_back({begin, end, SecretKind::kCardNumber});
      first = last;
    }
  }
}

}  // namespace pharos::desk
