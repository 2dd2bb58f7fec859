// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "pharos/search/analyzed_query.h"
#include "pharos/text/word_sequence.h"
#include "search/language_index.h"
#include "search/rescue.h"
#include "search/typed_pieces.h"
#include "text/law.h"
#include "tiny_site.h"

// What holds for any site and any query. Sites are made at random, by a seed; queries are RapidCheck's.
namespace pharos::search {
namespace {

constexpr std::uint64_t kSites = 5;
constexpr int kPairs = 10;
constexpr int kQueriesASite = 40;

/// Words of a language that a site is made of.
struct Words {
  const char* tag;
  std::vector<std::string> words;
  const char* between;  ///< words of a text
};

const std::vector<Words>& languages() {
  static const std::vector<Words> rows = {
      {"en",
       {"withdrawal", "deposit", "network", "password", "address", "verification", "account", "security", "pending",
        "confirmation", "liquidation", "margin", "trading", "phone", "email", "limit", "price", "order", "wallet"},
       " "},
      {"ru",
       {"вывод", "депозит", "сеть", "пароль", "адрес", "проверка", "аккаунт", "безопасность", "комиссия", "кошелек",
        "ликвидация", "маржа", "торговля", "телефон", "почта", "лимит", "цена", "ордер"},
       " "},
      {"tr",
       {"çekme", "yatırma", "şifre", "adres", "doğrulama", "hesap", "güvenlik", "onay", "tasfiye", "teminat", "işlem",
        "telefon", "fiyat", "emir", "cüzdan", "ücret"},
       " "},
      {"vi",
       {"rút", "tiền", "nạp", "mật", "khẩu", "địa", "chỉ", "xác", "minh", "khoản", "bảo", "lệnh", "ví", "phí", "giá"},
       " "},
      {"es",
       {"retiro", "depósito", "contraseña", "dirección", "verificación", "cuenta", "seguridad", "comisión",
        "liquidación", "margen", "teléfono", "correo", "límite", "precio", "orden"},
       " "},
      {"ko",
       {"출금", "입금", "비밀번호", "주소", "인증", "계정", "보안", "수수료", "청산", "증거금", "거래", "한도", "가격"},
       " "},
      {"zh-Hans",
       {"提现", "充值", "密码", "地址", "验证码", "账户", "安全", "手续费", "强平", "保证金", "交易", "手机号", "价格"},
       "，"},
      {"ja",
       {"出金", "入金", "パスワード", "アドレス", "認証", "口座", "手数料", "清算", "証拠金", "取引", "限度", "価格"},
       "、"},
      {"th", {"ถอนเงิน", "ฝากเงิน", "รหัสผ่าน", "ที่อยู่", "ยืนยัน", "บัญชี", "ความปลอดภัย", "ค่าธรรมเนียม", "ราคา"}, " "},
      {"ar", {"سحب", "إيداع", "شبكة", "عنوان", "تحقق", "حساب", "أمان", "رسوم", "تصفية", "هامش", "تداول", "هاتف"}, " "},
  };
  return rows;
}

std::string some_words(const Words& words, text::Mixer& mixer, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += words.between;
    text += words.words[mixer.below(words.words.size())];
  }
  return text;
}

std::vector<content::Article> random_articles(const Words& words, text::Mixer& mixer) {
  std::vector<content::Article> made;
  const std::size_t count = 2 + mixer.below(6);
  for (std::size_t i = 0; i < count; ++i) {
    made.push_back(article(words.tag, "a" + std::to_string(i), some_words(words, mixer, 1 + mixer.below(3)),
                           some_words(words, mixer, 3 + mixer.below(12))));
  }
  return made;
}

// One letter wrong, left out, twice or swapped, at a boundary of characters.
std::string mistyped(const std::string& word, text::Mixer& mixer) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t bytes = decode_utf8(word, at).bytes;
    letters.push_back(word.substr(at, bytes));
    at += bytes;
  }
  const std::size_t at = mixer.below(letters.size());
  switch (mixer.below(4)) {
    case 0:
      letters[at] = letters[mixer.below(letters.size())];
      break;
    case 1:
      letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 2:
      letters.insert(letters.begin() + static_cast<std::ptrdiff_t>(at), letters[at]);
      break;
    default:
      if (at + 1 < letters.size()) std::swap(letters[at], letters[at + 1]);
  }
  std::string out;
  for (const std::string& letter : letters) out += letter;
  return out;
}

std::string random_query(const Words& words, text::Mixer& mixer) {
  std::string query;
  for (std::size_t i = 0; i < 1 + mixer.below(3); ++i) {
    if (i > 0) query += ' ';
    std::string word = words.words[mixer.below(words.words.size())];
    for (std::size_t errors = mixer.below(3); errors > 0; --errors) {
      const std::string damaged = mistyped(word, mixer);
      if (!damaged.empty()) word = damaged;
    }
    query += word;
  }
  if (mixer.below(6) == 0) query += " USDT";
  if (mixer.below(8) == 0) query += mixer.text(3);
  return query;
}

std::string shown(const SearchResult& result) {
  std::string line;
  for (const Rewrite& rewrite : result.rewrites) line += rewrite.kind + ":" + rewrite.from + ">" + rewrite.to + " ";
  for (const Hit& hit : result.hits) {
    line += "| " + hit.key.str() + "#" + hit.anchor + "@" + std::to_string(hit.score) + " " + hit.title_html + " " +
            hit.snippet_html;
    for (const std::string& kind : hit.matched_by) line += " " + kind;
  }
  return line;
}

// Sites are dear to make: each is made once for all laws.
const TinySite& random_site(const Words& words, std::uint64_t seed) {
  static std::map<std::pair<std::string, std::uint64_t>, std::unique_ptr<TinySite>> sites;
  std::unique_ptr<TinySite>& site = sites[{words.tag, seed}];
  if (!site) {
    text::Mixer mixer(seed * 7919 + static_cast<std::uint64_t>(words.tag[0]));
    site = std::make_unique<TinySite>(std::vector<std::string>{words.tag}, random_articles(words, mixer));
  }
  return *site;
}

/// `law` is made ready for a site and gives what holds for each query there.
template <typename Law>
void for_sites(Law law) {
  for (const Words& words : languages()) {
    for (std::uint64_t seed = 0; seed < kSites; ++seed) {
      CAPTURE(std::string(words.tag));
      CAPTURE(seed);
      text::hold(kQueriesASite, law(words, random_site(words, seed)));
    }
  }
}

TEST_CASE("the same query has the same answer") {
  for_sites([](const Words& words, const TinySite& site) {
    return [&words, &site, again = std::make_shared<Searcher>(site.shared_snapshot())](text::Mixer& mixer) {
      const std::string query = random_query(words, mixer);
      const std::string once = shown(site.ask(words.tag, query));
      if (shown(site.ask(words.tag, query)) != once) RC_FAIL("another answer: " + query);
      if (shown(again->search(Query(query, lang(words.tag)))) != once) {
        RC_FAIL("another answer from another searcher: " + query);
      }
    };
  });
}

TEST_CASE("repairs can be switched off") {
  for_sites([](const Words& words, const TinySite& site) {
    return [&](text::Mixer& mixer) {
      Query query(random_query(words, mixer), lang(words.tag));
      query.rescue = false;
      const SearchResult result = site.searcher().search(query);
      if (!result.rewrites.empty()) RC_FAIL("a rewrite of " + query.text + ": " + result.rewrites[0].kind);
    };
  });
}

TEST_CASE("a query of the index's own words has no repairs, and the same answers with them switched off") {
  for_sites([](const Words& words, const TinySite& site) {
    const auto index = std::make_shared<LanguageIndex>(site.snapshot(), lang(words.tag));
    return [&words, &site, index](text::Mixer& mixer) {
      // A title or a text of the site as it stands.
      const auto& articles = site.snapshot().catalog().articles;
      const std::string text = articles[mixer.below(articles.size())].title;
      const std::vector<Repair> found = repairs(text, *index);
      if (!found.empty()) RC_FAIL(std::string(found[0].kind) + " of " + text + " to " + found[0].to);
      Query query(text, lang(words.tag));
      const SearchResult with = site.searcher().search(query);
      query.rescue = false;
      if (shown(site.searcher().search(query)) != shown(with)) RC_FAIL("repairs change the answers to " + text);
    };
  });
}

TEST_CASE("a word of the index is never read as a typing error of another, whatever stands beside it") {
  for_sites([](const Words& words, const TinySite& site) {
    return [&words, index = std::make_shared<LanguageIndex>(site.snapshot(), lang(words.tag))](text::Mixer& mixer) {
      const std::string query = random_query(words, mixer);
      std::set<std::pair<std::uint32_t, std::uint32_t>> known;
      for (const text::SequenceWord& word : text::word_sequence(index->analyzer(), query)) {
        if (!word.part && index->lexicon().find(word.term)) known.insert({word.begin, word.end});
      }
      for (const Repair& repair : repairs(query, *index)) {
        if (repair.kind == "typo" && known.contains({repair.begin, repair.end})) {
          RC_FAIL("a known word of " + query + " became " + repair.to);
        }
      }
    };
  });
}

TEST_CASE("tickers and numbers are never typing errors, nor what an error becomes") {
  const TinySite site({"en"}, {article("en", "a", "USDT and BTC", "usdt usdc btc trc20 erc20 bep20 1250 2048 wallet")});
  const LanguageIndex index(site.snapshot(), lang("en"));
  text::hold(400, [&](text::Mixer& mixer) {
    static const std::string kCodes[] = {"usdt", "usdc", "trc20", "erc20", "bep20", "1250", "2048"};
    const std::string typed = mistyped(kCodes[mixer.below(std::size(kCodes))], mixer);
    for (const Repair& repair : repairs(typed, index)) {
      if (repair.kind == "typo") RC_FAIL(typed + " became " + repair.to);
    }
  });
}

TEST_CASE("what is only a repair of the query ranks below what has its very words") {
  for (const Words& words : languages()) {
    CAPTURE(std::string(words.tag));
    text::hold(kPairs, [&](text::Mixer& mixer) {
      const std::string right = words.words[mixer.below(words.words.size())];
      const std::string wrong = mistyped(right, mixer);
      if (wrong.empty() || wrong == right) return;
      // The same pages but for the one word.
      const TinySite site({words.tag},
                          {article(words.tag, "literal", wrong, wrong), article(words.tag, "meant", right, right),
                           article(words.tag, "other", "XYZ", "abc")});
      const SearchResult result = site.ask(words.tag, wrong);
      if (result.hits.empty()) return;  // nothing of it is a word
      if (result.hits[0].key.str() != "literal") RC_FAIL(wrong + " finds " + right + " first");
    });
  }
}

TEST_CASE("a repaired word finds its article, and says so, below what a literal one would score") {
  for (const Words& words : languages()) {
    CAPTURE(std::string(words.tag));
    text::hold(kPairs, [&](text::Mixer& mixer) {
      const std::string right = words.words[mixer.below(words.words.size())];
      const std::string wrong = mistyped(right, mixer);
      if (wrong.empty() || wrong == right) return;
      const TinySite site({words.tag},
                          {article(words.tag, "meant", right, right), article(words.tag, "x", "XYZ", "abc")});
      const SearchResult typed = site.ask(words.tag, right);
      RC_ASSERT_FALSE(typed.hits.empty());
      const SearchResult repaired = site.ask(words.tag, wrong);
      if (repaired.hits.empty() || repaired.rewrites.empty()) return;
      if (repaired.hits[0].score >= typed.hits[0].score) RC_FAIL(wrong + " beats " + right);
      const auto& kinds = repaired.hits[0].matched_by;
      const bool said = std::any_of(repaired.rewrites.begin(), repaired.rewrites.end(), [&](const Rewrite& rewrite) {
        return std::find(kinds.begin(), kinds.end(), rewrite.kind) != kinds.end();
      });
      if (repaired.hits[0].key.str() == "meant" && !said) RC_FAIL(wrong + " is not named");
    });
  }
}

TEST_CASE("any text at all is repaired without a fault, inside its bounds") {
  for (const Words& words : languages()) {
    const TinySite& site = random_site(words, 0);
    const LanguageIndex index(site.snapshot(), lang(words.tag));
    text::hold(150, [&](text::Mixer& mixer) {
      std::string query;
      try {
        query = checked_text(mixer.below(3) == 0 ? random_query(words, mixer) + mixer.text(12) : mixer.text(20), {});
      } catch (const Error&) {
        return;  // too many marks in a row
      }
      const std::vector<Repair> found = repairs(query, index);
      for (const Repair& repair : found) {
        if (repair.begin >= repair.end || repair.end > query.size()) RC_FAIL("out of bounds: " + query);
        if (first_invalid_utf8(repair.to) || repair.to.empty()) RC_FAIL("no text: " + query);
        const bool cut =
            first_invalid_utf8(query.substr(0, repair.begin)) || first_invalid_utf8(query.substr(0, repair.end));
        if (cut) RC_FAIL("through a character: " + query);
        if (!(repair.factor > 0 && repair.factor < 1))
          RC_FAIL("factor " + std::to_string(repair.factor) + " of " + query);
      }
      if (first_invalid_utf8(repaired(query, found))) RC_FAIL("not UTF-8 any more: " + query);
    });
  }
}

}  // namespace
}  // namespace pharos::search
