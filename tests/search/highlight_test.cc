// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "pharos/base/utf8.h"
#include "search/highlighter.h"
#include "tiny_site.h"

namespace pharos::search {
namespace {

Highlighter highlighter(const char* tag, const std::string& query) {
  const QueryLimits limits;
  const AnalyzedQuery analyzed =
      analyze_query(checked_text(query, limits), lang(tag), text::Analyzer(lang(tag)), limits);
  return Highlighter(analyzed, [](const QueryTerm&) { return 1.0; });
}

struct Row {
  const char* tag;
  const char* query;
  const char* text;
  const char* marked;
  const char* reason;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.query));
    CHECK(highlighter(row.tag, row.query).marked(row.text) == std::string(row.marked));
  }
}

TEST_CASE("words of spaced scripts are marked whole, in the original's own letters") {
  check({
      {"en", "withdrawal fee", "Withdrawals and FEES apply.", "<mark>Withdrawals</mark> and <mark>FEES</mark> apply.",
       "stems"},
      {"ru", "вывод еще", "Выводы ЕЩЁ идут", "<mark>Выводы</mark> <mark>ЕЩЁ</mark> идут", "stem and ё"},
      {"tr", "bitcoin istanbul", "Bitcoin'i İSTANBUL'dan al",
       "<mark>Bitcoin</mark>&#39;i <mark>İSTANBUL</mark>&#39;dan al", "suffix stays outside"},
      {"vi", "rut tien", "Cách RÚT TIỀN nhanh", "Cách <mark>RÚT</mark> <mark>TIỀN</mark> nhanh", "tones not typed"},
      {"es", "contrasena", "Su CONTRASEÑA.", "Su <mark>CONTRASEÑA</mark>.", "decomposed or not typed"},
      {"fr", "argent", "L’argent arrive", "L’<mark>argent</mark> arrive", "elision stays outside"},
      {"ar", "المحفظة", "افتح المَحْفَظَةَ الآن", "افتح <mark>المَحْفَظَةَ</mark> الآن", "harakat in the text"},
      {"en", "cafe", "Cafe\u0301!", "<mark>Cafe\u0301</mark>!", "a mark belongs to its letter"},
      {"en", "fix", "ﬁx it", "<mark>ﬁx</mark> it", "a ligature"},
      {"en", "withdraw", "nothing here", "nothing here", "no match"},
      {"en", "a b", "<script>alert(1)</script> a & b",
       "&lt;script&gt;alert(1)&lt;/script&gt; <mark>a</mark> &amp; <mark>b</mark>", "hostile text stays text"},
      {"en", "mark", "</mark><mark>", "&lt;/<mark>mark</mark>&gt;&lt;<mark>mark</mark>&gt;", "so does our own tag"},
  });
}

TEST_CASE("Chinese marks are words or what was typed, never half a neighbour") {
  check({
      {"zh-Hans", "提现", "您的提现已到账", "您的<mark>提现</mark>已到账", "a word no dictionary has"},
      {"zh-Hans", "账户被冻结", "用户被要求冻结账户", "用户被要求<mark>冻结账户</mark>",
       "户被 is the end of one word and another"},
      {"zh-Hans", "账户被冻结", "账户被冻结怎么办", "<mark>账户被冻结</mark>怎么办", "as typed"},
      {"zh-Hans", "手机", "更换手机号", "更换<mark>手机</mark>号", "within a longer word"},
      {"zh-Hans", "帳戶", "您的账户安全", "您的<mark>账户</mark>安全", "traditional typed, simplified written"},
      {"zh-Hant", "账户", "您的帳戶安全", "您的<mark>帳戶</mark>安全", "simplified typed, traditional written"},
      {"zh-Hans", "usdt 提现", "ＵＳＤＴ提现失败", "<mark>ＵＳＤＴ提现</mark>失败", "full-width letters"},
      {"zh-Hans", "币", "充币和提币", "充<mark>币</mark>和提<mark>币</mark>", "a character typed alone"},
      {"ja", "税", "税金の計算", "<mark>税</mark>金の計算", "a kanji typed alone"},
      {"zh-Hans", "充币地址", "其他币种的地址", "其他币种的<mark>地址</mark>",
       "a character of a longer query is not marked alone"},
      {"zh-Hans", "谷歌验证码", "绑定谷歌验证", "绑定<mark>谷歌验证</mark>", "part of what was typed"},
  });
}

TEST_CASE("Japanese marks are words with their kanji, not the particles between") {
  check({
      {"ja", "出金", "出金できません", "<mark>出金</mark>できません", "kanji"},
      {"ja", "パスワードを忘れた", "パスワードの変更", "<mark>パスワード</mark>の変更", "the particle differs"},
      {"ja", "ﾊﾟｽﾜｰﾄﾞ", "パスワードを変更", "<mark>パスワード</mark>を変更", "half-width typed"},
      {"ja", "パスワード", "ﾊﾟｽﾜｰﾄﾞを変更", "<mark>ﾊﾟｽﾜｰﾄﾞ</mark>を変更", "half-width written"},
      {"ja", "入金確認", "入金の確認", "<mark>入金</mark>の<mark>確認</mark>", "words apart"},
      {"ja", "二段階認証", "二段階認証を設定", "<mark>二段階認証</mark>を設定", "a compound"},
  });
}

TEST_CASE("Korean marks are words, whatever their particle, and compounds' parts") {
  check({
      {"ko", "출금", "출금을 신청", "<mark>출금을</mark> 신청", "a particle belongs to the word"},
      {"ko", "출금을", "출금은 내일", "<mark>출금은</mark> 내일", "another particle"},
      {"ko", "출금을", "자금을 보호", "자금을 보호", "금을 alone is no word"},
      {"ko", "안 돼요", "동안 안전하게 안 돼요", "동안 안전하게 <mark>안</mark> <mark>돼요</mark>",
       "안 alone is a word"},
      {"ko", "출금 한도", "일일출금한도 안내", "일일<mark>출금한도</mark> 안내", "inside a compound"},
  });
}

TEST_CASE("Thai marks begin and end with words and never go through a character") {
  check({
      {"th", "บัญชีถูกระงับ", "บัญชีถูกระงับ", "<mark>บัญชีถูกระงับ</mark>", "as typed"},
      {"th", "บัญชี", "เปิดบัญชีใหม่", "เปิด<mark>บัญชี</mark>ใหม่", "a word"},
      {"th", "ถูกระงับ", "ผูกบัญชีธนาคาร", "ผูกบัญชีธนาคาร", "ูก of ถูก is not ผูก"},
      {"th", "บัญชีถูกระงับ", "ระงับบัญชี", "<mark>ระงับบัญชี</mark>", "another order"},
      {"th", "ถอนเงิน", "การถอนเงินล่าช้า", "การ<mark>ถอนเงิน</mark>ล่าช้า", "a compound"},
  });
}

TEST_CASE("a common word is not marked beside a rare one, and an absent one does not count") {
  const QueryLimits limits;
  const AnalyzedQuery query = analyze_query("the liquidation zzz", lang("en"), text::Analyzer(lang("en")), limits);
  const Highlighter lights(query, [](const QueryTerm& term) {
    if (term.term.find("zzz") != std::string::npos) return 0.0;
    return term.term.find("the") == 0 ? 0.3 : 4.0;
  });
  CHECK(lights.marked("The liquidation") == "The <mark>liquidation</mark>");
  // An n-gram across two words is always rare; it must not make the words look common.
  const AnalyzedQuery thai = analyze_query("บัญชีถูกระงับ", lang("th"), text::Analyzer(lang("th")), limits);
  const Highlighter marks(thai,
                          [](const QueryTerm& term) { return term.term_class == text::TermClass::kWord ? 1.0 : 9.0; });
  CHECK(marks.marked("บัญชีถูกปิด") == "<mark>บัญชีถูก</mark>ปิด");
}

TEST_CASE("a snippet is cut around the best passage, at words, with ellipses") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Filler sentence number " + std::to_string(i) + " says nothing. ";
  const std::string needle = "The liquidation price depends on margin. ";
  const std::string snippet = highlighter("en", "liquidation margin").snippet(text + needle + text);
  CHECK(snippet.starts_with("…"));
  CHECK(snippet.ends_with("…"));
  CHECK(snippet.find("<mark>liquidation</mark> price depends on <mark>margin</mark>.") != std::string::npos);
  CHECK(count_points(snippet) < 180 + 40);
  CHECK(highlighter("en", "zzz").snippet("Short text.") == "Short text.");
  CHECK(highlighter("en", "zzz").snippet("") == "");
  CHECK(highlighter("en", "x").snippet("Two\n\nblocks\t x") == "Two blocks <mark>x</mark>");
}

TEST_CASE("the passage with most of the query is shown, not the first that has one word") {
  std::string filler;
  for (int i = 0; i < 80; ++i) filler += "word ";
  const std::string text = "A fee. " + filler + "The withdrawal fee of a network. " + filler;
  CHECK(highlighter("en", "withdrawal network fee").snippet(text).find("network") != std::string::npos);
}

TEST_CASE("a snippet never ends inside a character, in any script") {
  struct Sample {
    const char* tag;
    const char* query;
    const char* piece;
  };
  for (const Sample& sample :
       {Sample{"zh-Hans", "提现", "为什么提现还没有到账？请检查网络。"},
        Sample{"ja", "出金", "出金できません。パスワードを確認してください。"},
        Sample{"ko", "출금", "출금이 지연되고 있습니다. 잠시 기다려 주세요. "},
        Sample{"th", "บัญชี", "บัญชีถูกระงับและเงินฝากยังไม่เข้า"}, Sample{"ar", "حساب", "لم يصل الإيداع إلى حسابي. "},
        Sample{"vi", "tiền", "Tôi chưa nhận được tiền. "},
        Sample{"ru", "вывод", "Почему мой вывод ещё не подтверждён? "},
        Sample{"tr", "para", "Para yatıramıyorum, IŞIK. "}, Sample{"en", "x", "👩‍💻🇹🇷e\u0301 x "}}) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += sample.piece;
    for (std::size_t skip = 0; skip < 12; ++skip) {
      std::size_t at = 0;
      for (std::size_t i = 0; i < skip; ++i) at += decode_utf8(text, at).bytes;
      const std::string snippet = highlighter(sample.tag, sample.query).snippet(text.substr(at));
      CAPTURE(snippet);
      CHECK_FALSE(first_invalid_utf8(snippet));
      CHECK(snippet.find("<mark>") != std::string::npos);
      CHECK(count_points(snippet) < 600);
    }
  }
}

TEST_CASE("a text that is one endless word is still cut") {
  const std::string text(5000, 'f');
  const std::string snippet = highlighter("en", "zzz").snippet(text);
  CHECK(snippet.size() > 50);
  CHECK(snippet.size() < 300);
  const std::string marked = highlighter("en", text.substr(0, 400)).snippet(text.substr(0, 400));
  CHECK_FALSE(marked.empty());
}

TEST_CASE("hits carry marks in title and passage, and an opening that says nothing gives way to the summary") {
  content::Article one = article("zh-Hans", "a", "提现 <b>失败</b>", "请联系客服。");
  one.summary = "提现失败时怎么办";
  const TinySite site({"zh-Hans"}, {one, article("zh-Hans", "b", "其他", "没有")});
  const SearchResult result = site.ask("zh-Hans", "提现失败");
  REQUIRE(result.hits.size() == 1);
  CHECK(result.hits[0].title_html == "<mark>提现</mark> &lt;b&gt;<mark>失败</mark>&lt;/b&gt;");
  CHECK(result.hits[0].snippet_html == "<mark>提现失败</mark>时怎么办");
}

}  // namespace
}  // namespace pharos::search
