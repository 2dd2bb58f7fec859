// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <string_view>

#include "desk/number_run.h"
#include "desk/plain_glyphs.h"
#include "desk/said_nearby.h"

namespace pharos::desk {
namespace {

/// How people write the numbers of their countries: sizes of the groups and the first digits they may have.
struct LayoutRow {
  std::string_view sizes;
  std::string_view first_digits;
};

constexpr LayoutRow kLayouts[] = {
    {"334", "0123456789"},                                 // United States, Thailand, Viet Nam, Korea...
    {"1334", "178"},                                       // with the trunk digit
    {"13322", "078"},                                      // Russia, Turkey
    {"3322", "59"},                                        // the same without it
    {"344", "01"},                                         // China, Korea, Japan
    {"244", "0123456789"},                                 // Japan, Brazil, Thailand
    {"254", "123456789"},                                  // Brazil
    {"354", "0"},          {"234", "0"},                   // Thailand
    {"38", "0"},                                           // China, land lines
    {"48", "0"},           {"47", "0"},    {"4322", "0"},  // Turkey
    {"433", "0"},                                          // Viet Nam, Japan
    {"434", "0"},                                          // Egypt, Japan
    {"424", "0"},          {"444", "0"},   {"46", "0"},   {"56", "0"}, {"3222", "6789"},  // Spain
    {"333", "6789"},       {"22222", "0"},                                                // France
};

/// Mobile numbers that are written in one piece.
struct PlainRow {
  std::size_t digits;
  std::string_view prefix;
};

constexpr PlainRow kPlain[] = {
    {11, "13"},  {11, "14"},  {11, "15"},  {11, "16"},  {11, "17"}, {11, "18"}, {11, "19"},  // China
    {11, "89"},  {11, "79"},                                                                 // Russia
    {11, "010"}, {11, "070"}, {11, "080"}, {11, "090"},                                      // Korea, Japan
    {10, "03"},  {10, "05"},  {10, "07"},  {10, "08"},  {10, "09"},                          // Viet Nam, Thailand...
    {11, "05"},                                                                              // Turkey
};

std::string sizes_of(const NumberRun& run) {
  std::string sizes;
  for (const DigitGroup& group : run.groups) {
    sizes += group.size() > 9 || run.groups.size() > 6 ? '?' : static_cast<char>('0' + group.size());
  }
  return sizes;
}

bool is_national(const NumberRun& run, const std::string& digits) {
  const std::string sizes = sizes_of(run);
  return std::any_of(std::begin(kLayouts), std::end(kLayouts), [&](const LayoutRow& row) {
    return row.sizes == sizes && row.first_digits.find(digits.front()) != std::string_view::npos;
  });
}

bool is_plain_mobile(const NumberRun& run, const std::string& digits) {
  if (run.groups.size() != 1 || digits.compare(digits.size() - 5, 5, "00000") == 0) return false;
  return std::any_of(std::begin(kPlain), std::end(kPlain), [&](const PlainRow& row) {
    return row.digits == digits.size() && digits.compare(0, row.prefix.size(), row.prefix) == 0;
  });
}

enum class Verdict { kNo, kPerhaps, kYes };

Verdict judge(const NumberRun& run, const std::string& digits) {
  if (digits.size() < 7 || digits.size() > 17) return Verdict::kNo;
  // E.164: at most 15 digits with the country's code, which never begins with 0.
  if (run.plus && digits.front() != '0' && digits.size() >= 9 && digits.size() <= 15) return Verdict::kYes;
  if (digits.compare(0, 2, "00") == 0 && digits[2] != '0' && digits.size() >= 11) return Verdict::kYes;
  if (run.attached) return Verdict::kNo;
  // Groups of three are amounts too, in many languages.
  if (run.groups.size() == 3 && sizes_of(run) == "333")
    return is_national(run, digits) ? Verdict::kPerhaps : Verdict::kNo;
  if (is_national(run, digits) || is_plain_mobile(run, digits)) return Verdict::kYes;
  return digits.size() <= 13 && run.groups.size() == 1 ? Verdict::kPerhaps : Verdict::kNo;
}

}  // namespace

void find_phones(const GuardedSource& source, std::vector<SecretSpan>& found) {
  constexpr std::size_t kMostGroups = 17;
  for (const NumberRun& run : number_runs(source, U" -.()/", 3)) {
    if (run.groups.size() > kMostGroups) continue;
    const Verdict verdict = judge(run, run.digits(source, 0, run.groups.size()));
    if (verdict == Verdict::kNo || is_ascii_letter(source.at(run.end()))) continue;
    const std::size_t begin = run.begin;
    bool phone = run.plus;
    if (!phone) {
      phone = said_nearby(source, begin, run.end(), kSaidPhone) == kSaidPhone;
      if (!phone && verdict == Verdict::kYes) {
        phone = said_nearby(source, begin, run.end(), kSaidOrder | kSaidTransaction) == kSaidNothing;
      } else if (phone && verdict == Verdict::kPerhaps) {
        phone = said_nearby(source, begin, run.end(), kSaidPhone | kSaidOrder | kSaidTransaction) == kSaidPhone;
      }
    }
    if (phone) found.push_back({begin, run.end(), SecretKind::kPhone});
  }
}

}  // namespace pharos::desk
