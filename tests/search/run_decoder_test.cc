// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/run_decoder.h"

#include <doctest/doctest.h>

#include "pharos/text/fold.h"
#include "text/text_samples.h"
#include "tiny_site.h"

namespace pharos::search {
namespace {

/// Words of a tiny index, for reading runs of them.
class Reader {
 public:
  Reader(const char* tag, const std::vector<std::string>& texts)
      : site_({tag}, articles(tag, texts)), index_(site_.snapshot(), lang(tag)) {}

  /// "with|draw|?xyz", the unknown with a question mark.
  std::string read(std::u16string_view run, const std::vector<bool>& begins = {}) const {
    const DecodedRun decoded = decode(run, begins);
    std::string line;
    for (const DecodedRun::Piece& piece : decoded.pieces) {
      if (!line.empty()) line += '|';
      if (piece.word < 0) line += '?';
      line += text::to_utf8(run.substr(piece.begin, piece.end - piece.begin));
    }
    return line;
  }
  DecodedRun decode(std::u16string_view run, const std::vector<bool>& begins = {}) const {
    std::uint32_t number = 0;
    return decode_run(
        run, index_,
        [&](std::u16string_view part) -> WordGroups::Range {
          const auto found = index_.lexicon().find(text::to_utf8(part));
          if (!found) return {};
          number = *found;
          return {&number, &number + 1};
        },
        begins);
  }
  const LanguageIndex& index() const { return index_; }

 private:
  static std::vector<content::Article> articles(const char* tag, const std::vector<std::string>& texts) {
    std::vector<content::Article> made;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      made.push_back(article(tag, "a" + std::to_string(i), "Title", texts[i]));
    }
    return made;
  }
  TinySite site_;
  LanguageIndex index_;
};

const Reader& english() {
  static const Reader reader("en", {"reset password now", "reset password", "withdraw usdt", "pass word and with draw",
                                    "the network fee", "a set of words"});
  return reader;
}

TEST_CASE("words run together are read as words of the index, the fewest and most frequent") {
  CHECK(english().read(u"resetpassword") == "reset|password");
  CHECK(english().read(u"withdrawusdt") == "withdraw|usdt");
  CHECK(english().read(u"networkfee") == "network|fee");
  CHECK(english().read(u"password") == "password");
  CHECK(english().read(u"thenetworkfee") == "the|network|fee");
}

TEST_CASE("what nobody knows stays whole between the words, and is counted") {
  CHECK(english().read(u"resetzzzpassword") == "reset|?zzz|password");
  CHECK(english().read(u"zzz") == "?zzz");
  CHECK(english().decode(u"resetzzzzz").known_share == doctest::Approx(.5));
  CHECK(english().decode(u"resetpassword").known_share == 1);
  CHECK(english().decode(u"qqqq").known_share == 0);
  const DecodedRun nothing = english().decode(u"");
  CHECK(nothing.pieces.empty());
  CHECK(nothing.known_share == 0);
}

TEST_CASE("words that are neighbours in the index are likelier than one longer word that is not") {
  const Reader reader("en", {"all in one", "all in one", "allin bet", "one more"});
  CHECK(reader.read(u"allinone") == "all|in|one");
}

TEST_CASE("capitals say where words begin") {
  const Reader reader("en", {"all in one", "all in one", "allin one", "allin one"});
  CHECK(reader.read(u"allinone") == "allin|one");
  std::vector<bool> begins(8, false);
  begins[0] = begins[3] = begins[5] = true;
  CHECK(reader.read(u"allinone", begins) == "all|in|one");  // AllInOne
}

TEST_CASE("pieces tile the run, whatever it is") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    text::Mixer mixer(seed);
    std::u16string run;
    static const std::u16string kParts[] = {u"reset", u"pass", u"word", u"the", u"a",  u"zz",
                                            u"usdt",  u"提",   u"😀",    u"fee", u"of", u"x"};
    for (std::size_t i = mixer.below(9); i > 0; --i) run += kParts[mixer.below(std::size(kParts))];
    const DecodedRun decoded = english().decode(run);
    std::uint32_t at = 0;
    std::size_t known = 0;
    for (const DecodedRun::Piece& piece : decoded.pieces) {
      if (piece.begin != at || piece.end <= piece.begin) FAIL("a gap at ", at, " of ", text::to_utf8(run));
      if (piece.word >= 0) {
        known += piece.end - piece.begin;
        const auto word = english().index().lexicon().word(static_cast<std::uint32_t>(piece.word));
        if (text::to_utf16(word) != run.substr(piece.begin, piece.end - piece.begin)) FAIL("another word: ", word);
      }
      at = piece.end;
    }
    if (at != run.size()) FAIL("the end is missing: ", text::to_utf8(run));
    const double share = run.empty() ? 0 : static_cast<double>(known) / static_cast<double>(run.size());
    CHECK(decoded.known_share == doctest::Approx(share));
  }
}

TEST_CASE("an endless run is read soon") {
  std::u16string run;
  while (run.size() < 500) run += u"resetpasswordzzz";
  CHECK(english().decode(run).known_share > .7);
  CHECK(english().read(std::u16string(400, u'q')) == "?" + std::string(400, 'q'));
}

}  // namespace
}  // namespace pharos::search
