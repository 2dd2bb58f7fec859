// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/spelling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "pharos/text/fold.h"
#include "text/text_samples.h"

namespace pharos::search {
namespace {

// Optimal string alignment as its definition says, with the whole table.
std::size_t naive_distance(std::u16string_view a, std::u16string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 0; i <= a.size(); ++i) table[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) table[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      table[i][j] = std::min({replaced, table[i - 1][j] + 1, table[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

std::u16string random_word(text::Mixer& mixer, std::size_t most, std::size_t alphabet) {
  std::u16string word(mixer.below(most + 1), u'a');
  for (char16_t& letter : word) letter = static_cast<char16_t>(u'a' + mixer.below(alphabet));
  return word;
}

// A word with `errors` random errors in it.
std::u16string mistyped(text::Mixer& mixer, std::u16string word, std::size_t errors, std::size_t alphabet) {
  for (std::size_t i = 0; i < errors; ++i) {
    const auto letter = static_cast<char16_t>(u'a' + mixer.below(alphabet));
    const std::size_t at = mixer.below(word.size() + 1);
    switch (mixer.below(4)) {
      case 0:
        word.insert(at, 1, letter);
        break;
      case 1:
        if (at < word.size()) word.erase(at, 1);
        break;
      case 2:
        if (at < word.size()) word[at] = letter;
        break;
      default:
        if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
    }
  }
  return word;
}

TEST_CASE("errors are letters inserted, left out, replaced or swapped with their neighbour") {
  struct Row {
    const char16_t* one;
    const char16_t* other;
    std::size_t distance;
    const char* reason;
  };
  for (const Row& row : {
           Row{u"withdraw", u"withdraw", 0, "the same"},
           Row{u"withdrw", u"withdraw", 1, "a letter left out"},
           Row{u"withhdraw", u"withdraw", 1, "a letter twice"},
           Row{u"wothdraw", u"withdraw", 1, "the key beside"},
           Row{u"wihtdraw", u"withdraw", 1, "two letters swapped"},
           Row{u"wihtdrw", u"withdraw", 2, "two errors"},
           Row{u"ca", u"abc", 3, "a swap is not broken up by an insertion (optimal string alignment)"},
           Row{u"вывод", u"ввыод", 1, "Cyrillic"},
           Row{u"", u"ab", 2, "nothing typed"},
           Row{u"", u"", 0, "nothing at all"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK(edit_distance(row.one, row.other, 5) == row.distance);
    CHECK(edit_distance(row.other, row.one, 5) == row.distance);
  }
}

TEST_CASE("the distance is the naive one as far as the limit goes, and one more beyond") {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    text::Mixer mixer(seed);
    const std::size_t alphabet = 2 + mixer.below(4);
    const std::u16string one = random_word(mixer, 12, alphabet);
    const std::u16string other =
        mixer.below(2) == 0 ? random_word(mixer, 12, alphabet) : mistyped(mixer, one, 1 + mixer.below(3), alphabet);
    const std::size_t naive = naive_distance(one, other);
    for (std::size_t limit = 0; limit <= 4; ++limit) {
      const std::size_t expected = std::min(naive, limit + 1);
      if (edit_distance(one, other, limit) != expected) {
        FAIL("seed ", seed, ": ", text::to_utf8(one), " ", text::to_utf8(other), " within ", limit);
      }
    }
  }
}

TEST_CASE("the distance is the same both ways, and nothing is nearer than itself") {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    text::Mixer mixer(seed * 3 + 1);
    const std::u16string one = random_word(mixer, 10, 3);
    const std::u16string other = random_word(mixer, 10, 3);
    CHECK(edit_distance(one, other, 10) == edit_distance(other, one, 10));
    CHECK(edit_distance(one, one, 2) == 0);
    CHECK((edit_distance(one, other, 10) == 0) == (one == other));
  }
}

TEST_CASE("endless words are never near, and cost nothing") {
  const std::u16string endless(5000, u'a');
  CHECK(edit_distance(endless, endless + u"b", 2) == 3);
  CHECK(edit_distance(endless, u"a", 2) == 3);
  CHECK(Speller({endless, u"aaaa"}).near(endless, 2).empty());
}

TEST_CASE("short words are believed as they are, long ones may have two errors") {
  for (std::size_t letters = 0; letters <= 3; ++letters) CHECK(error_budget(letters) == 0);
  for (std::size_t letters = 4; letters <= 6; ++letters) CHECK(error_budget(letters) == 1);
  for (std::size_t letters = 7; letters <= 30; ++letters) CHECK(error_budget(letters) == 2);
}

TEST_CASE("what is near is found, nearest first, equals by number") {
  const Speller speller({u"withdrawal", u"withdraw", u"deposit", u"withdrawn", u"with"});
  const auto found = speller.near(u"withdraw", 2);
  std::string line;
  for (const Speller::Near& near : found) {
    line += text::to_utf8(speller.string(near.number)) + "@" + std::to_string(near.distance) + " ";
  }
  CHECK(line == "withdraw@0 withdrawn@1 withdrawal@2 ");
  CHECK(speller.near(u"withdraw", 0).empty());
  CHECK(speller.near(u"", 1).empty());
  CHECK(Speller({}).near(u"withdraw", 2).empty());
}

TEST_CASE("everything is found that trying every word finds") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    text::Mixer mixer(seed * 101 + 7);
    const std::size_t alphabet = 2 + mixer.below(6);
    std::vector<std::u16string> words;
    for (int i = 0; i < 80; ++i) words.push_back(random_word(mixer, 11, alphabet));
    const Speller speller(words);
    for (int i = 0; i < 40; ++i) {
      const std::u16string& meant = words[mixer.below(words.size())];
      const std::u16string typed = mistyped(mixer, meant, mixer.below(3), alphabet);
      // As the budget says: what has fewer letters is never asked for.
      const std::size_t limit = error_budget(typed.size());
      if (limit == 0) continue;
      std::vector<std::pair<std::size_t, std::uint32_t>> expected;
      for (std::uint32_t number = 0; number < words.size(); ++number) {
        const std::size_t distance = naive_distance(typed, words[number]);
        if (distance <= limit) expected.emplace_back(distance, number);
      }
      std::sort(expected.begin(), expected.end());
      std::vector<std::pair<std::size_t, std::uint32_t>> found;
      for (const Speller::Near& near : speller.near(typed, limit)) found.emplace_back(near.distance, near.number);
      if (found != expected) {
        FAIL("seed ", seed, ": ", text::to_utf8(typed), ": ", found.size(), " instead of ", expected.size());
      }
    }
  }
}

}  // namespace
}  // namespace pharos::search
