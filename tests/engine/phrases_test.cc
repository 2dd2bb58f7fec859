// SPDX-License-Identifier: GPL-3.0-or-later
// How people type, a table a language (phrases/<tag>.tsv): what the sample help center must answer, and what it must
// never read into a query. PHAROS_PHRASES=summary prints the failed rows of each language counted by kind;
// PHAROS_PHRASES=list prints them one a line, tab separated, too.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "help_site.h"
#include "pharos/base/article_key.h"
#include "pharos/text/fold.h"
#include "pharos/text/language_table.h"

namespace pharos::engine {
namespace {

constexpr std::size_t kColumns = 4;
constexpr std::size_t kFewestRows = 40;
constexpr std::size_t kAmongFirst = 3;

const std::set<std::string_view>& kinds() {
  static const std::set<std::string_view> all = {"typo",     "split",       "join",     "unaccented", "layout",
                                                 "translit", "pinyin",      "initials", "homophone",  "romaji",
                                                 "kana",     "reading",     "hangul",   "jamo",       "synonym",
                                                 "typed",    "translation", "script",   "region"};
  return all;
}

struct Row {
  std::size_t line = 0;
  std::string query, article, rewrite, reason;
};

const std::filesystem::path& phrases_folder() {
  static const std::filesystem::path folder = std::filesystem::path(PHAROS_SOURCE_DIR) / "tests" / "engine" / "phrases";
  return folder;
}

// The sample content as it stands in the repository, built once.
const HelpCenter& sample_center() {
  static const TemporaryFolder folder;
  static const HelpCenter center = [] {
    build(std::filesystem::path(PHAROS_SOURCE_DIR) / "content", folder.path() / "index", {});
    return HelpCenter(folder.path() / "index");
  }();
  return center;
}

std::vector<std::string> split(const std::string& text, char divider) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == divider) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// `=account/close-account` without its sign; empty for `-`.
std::string key_of(const std::string& article) {
  if (article == "-") return "";
  return article.substr(article.find_first_not_of("?=!"));
}

/// `typo:withdraw` is {typo, withdraw}, `!usdc` is {!, usdc}.
std::pair<std::string, std::string> kind_and_text(const std::string& rewrite) {
  if (rewrite.substr(0, 1) == "!") return {"!", rewrite.substr(1)};
  const std::size_t colon = rewrite.find(':');
  return {rewrite.substr(0, colon), colon == std::string::npos ? "" : rewrite.substr(colon + 1)};
}

std::vector<Row> rows_of(const std::string& tag) {
  std::vector<Row> rows;
  std::size_t number = 0;
  for (const std::string& line : split(read_file(phrases_folder() / (tag + ".tsv")), '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> columns = split(line, '\t');
    INFO(tag, ".tsv:", number, ": ", line);
    CHECK(columns.size() == kColumns);
    if (columns.size() != kColumns) continue;
    rows.push_back({number, columns[0], columns[1], columns[2], columns[3]});
    const Row& row = rows.back();
    CHECK_FALSE(row.query.empty());
    CHECK_FALSE(row.reason.empty());
    const std::string key = key_of(row.article);
    CHECK_FALSE(row.article.empty());
    if (!key.empty()) CHECK(sample_center().article(ArticleKey::require(key), lang(tag)).has_value());
    const auto [kind, text] = kind_and_text(row.rewrite);
    CHECK((kind.empty() || kind == "!" || kind == "none" || kinds().contains(kind)));
  }
  return rows;
}

bool article_stands(const Row& row, const std::vector<search::Hit>& hits) {
  const std::string key = key_of(row.article);
  if (key.empty()) return true;
  const char sign = row.article[row.article.front() == '?' ? 1 : 0];
  std::size_t place = 0;
  while (place < hits.size() && hits[place].key.str() != key) ++place;
  if (sign == '!') return place != 0;
  if (sign == '=') return place == 0 && !hits.empty();
  return place < std::min(hits.size(), kAmongFirst);
}

bool rewrite_stands(const Row& row, const std::vector<search::Rewrite>& rewrites, std::uint32_t folds) {
  if (row.rewrite.empty()) return true;
  if (row.rewrite == "none") return rewrites.empty();
  const auto [kind, text] = kind_and_text(row.rewrite);
  // Written as traditional characters or not: what is searched is the same.
  const std::u16string wanted = text::fold(text, folds).text;
  const auto says = [&](const search::Rewrite& rewrite) {
    return text::fold(rewrite.to, folds).text.find(wanted) != std::u16string::npos;
  };
  if (kind == "!") return std::none_of(rewrites.begin(), rewrites.end(), says);
  const std::string wanted_kind = kind;
  return std::any_of(rewrites.begin(), rewrites.end(),
                     [&](const search::Rewrite& rewrite) { return rewrite.kind == wanted_kind && says(rewrite); });
}

std::string what_came(const search::SearchResult& result) {
  std::string text;
  for (std::size_t i = 0; i < std::min(result.hits.size(), kAmongFirst); ++i) {
    text += (i == 0 ? "" : " | ") + result.hits[i].language.tag() + "/" + result.hits[i].key.str();
  }
  text += " ;";
  for (const search::Rewrite& rewrite : result.rewrites) {
    text += " " + rewrite.kind + "(" + rewrite.from + " -> " + rewrite.to + ")";
  }
  return text;
}

/// What a failed row is counted under: the kind it asks for, or what it asks of the article.
std::string failed_as(const Row& row, bool article, bool rewrite) {
  const std::string kind = kind_and_text(row.rewrite).first;
  std::string name = rewrite ? "" : "rewrite " + (kind == "!" ? std::string("that must not be") : kind);
  if (article) return name;
  name += name.empty() ? "" : " and ";
  return name +
         (row.article.front() == '='   ? "first"
          : row.article.front() == '!' ? "not first"
                                       : "among three") +
         (rewrite && !kind.empty() ? " (" + kind + ")" : "");
}

void check_phrases(const std::string& tag) {
  const char* const asked = std::getenv("PHAROS_PHRASES");
  const std::string mode = asked == nullptr ? "" : asked;
  const std::uint32_t folds = text::language_row(lang(tag)).folds;
  const std::vector<Row> rows = rows_of(tag);
  CHECK(rows.size() >= kFewestRows);
  std::map<std::string, std::size_t> failures;
  std::size_t failed = 0;
  for (const Row& row : rows) {
    search::Query query(row.query, lang(tag));
    query.limit = 10;
    const search::SearchResult result = sample_center().search(query);
    const bool article = article_stands(row, result.hits);
    const bool rewrite = rewrite_stands(row, result.rewrites, folds);
    // What we know to be missing is written down, and said as soon as it is no longer missing.
    const bool wished = row.article.front() == '?';
    const bool stands = (article && rewrite) != wished;
    CHECK_MESSAGE(stands, tag, ".tsv:", row.line, ": \"", row.query, "\" ",
                  wished ? "no longer fails, remove the ?: " : "wants ", row.article, " ", row.rewrite, " (",
                  row.reason, "); came ", what_came(result));
    if (stands) continue;
    ++failed;
    ++failures[failed_as(row, article, rewrite)];
    if (mode != "list") continue;
    std::cout << tag << ':' << row.line << '\t' << row.query << '\t' << row.article << '\t' << row.rewrite << '\t'
              << row.reason << '\t' << what_came(result) << '\n';
  }
  if (mode.empty()) return;
  std::cout << tag << ": " << rows.size() - failed << " of " << rows.size() << " rows stand\n";
  for (const auto& [name, count] : failures) std::cout << "  " << count << "  " << name << '\n';
}

const std::vector<std::string> kTables = {"ar", "en", "es", "ja", "ko",      "pt-BR",
                                          "ru", "th", "tr", "vi", "zh-Hans", "zh-Hant"};

TEST_CASE("every table of phrases is run") {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(phrases_folder())) {
    if (entry.path().extension() == ".tsv") files.insert(entry.path().stem().string());
  }
  CHECK(files == std::set<std::string>(kTables.begin(), kTables.end()));
}

TEST_CASE("what readers of Arabic type") { check_phrases("ar"); }
TEST_CASE("what readers of English type") { check_phrases("en"); }
TEST_CASE("what readers of Spanish type") { check_phrases("es"); }
TEST_CASE("what readers of Japanese type") { check_phrases("ja"); }
TEST_CASE("what readers of Korean type") { check_phrases("ko"); }
TEST_CASE("what readers of Portuguese type") { check_phrases("pt-BR"); }
TEST_CASE("what readers of Russian type") { check_phrases("ru"); }
TEST_CASE("what readers of Thai type") { check_phrases("th"); }
TEST_CASE("what readers of Turkish type") { check_phrases("tr"); }
TEST_CASE("what readers of Vietnamese type") { check_phrases("vi"); }
TEST_CASE("what readers of simplified Chinese type") { check_phrases("zh-Hans"); }
TEST_CASE("what readers of traditional Chinese type") { check_phrases("zh-Hant"); }

}  // namespace
}  // namespace pharos::engine
