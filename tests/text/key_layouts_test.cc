// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_layouts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "pharos/text/fold.h"
#include "pharos/text/language_table.h"
#include "text/key_telex.h"
#include "text/key_two_set.h"

namespace pharos::text {
namespace {

std::u16string folded(const char* language, std::string_view text) {
  return fold(text, language_row(Language::require(language)).folds).text;
}

bool meets(const Keys& word, const Keys& typed) {
  return std::any_of(word.begin(), word.end(),
                     [&](const auto& key) { return std::find(typed.begin(), typed.end(), key) != typed.end(); });
}

struct Typed {
  const char* language;
  const char* word;   // what was meant
  const char* typed;  // what came out
  const char* reason;
};

TEST_CASE("text typed on another layout meets what was meant, with and without the shift key's trace") {
  for (const Typed& row : {
           Typed{"ru", "вывести", "dsdtcnb", "letters only"},
           Typed{"ru", "хочу", "[jxe", "х is the bracket"},
           Typed{"ru", "Хочу", "{jxe", "with shift: the brace"},
           Typed{"ru", "жалоба", ";fkj,f", "ж is the semicolon, б the comma"},
           Typed{"ru", "Жалоба", ":fkj,f", "with shift: the colon"},
           Typed{"ru", "это", "'nj", "э is the apostrophe"},
           Typed{"ru", "Это", "\"nj", "with shift: the quotation mark"},
           Typed{"ru", "биржа", ",bh;f", "б is the comma"},
           Typed{"ru", "Биржа", "<bh;f", "with shift: less than"},
           Typed{"ru", "защиту", "pfobne", "щ is o"},
           Typed{"ru", "мою", "vj.", "ю at the end is the full stop"},
           Typed{"ru", "Юридический", ">hblbxtcrbq", "with shift: greater than"},
           Typed{"ru", "подъезд", "gjl]tpl", "ъ is the other bracket"},
           Typed{"ru", "ёлка", "`krf", "ё is the backtick, е when folded"},
           Typed{"ru", "Ёлка", "~krf", "with shift: the tilde"},
           Typed{"ru", "защита", "pfobnf.", "the full stop of an English sentence"},
           Typed{"ru", "защита", "pfobnf?", "the question mark of the layout is elsewhere"},
           Typed{"ru", "часах", "xfcf[,", "the comma is one, the bracket is х"},
           Typed{"ru", "защита", "\"pfobnf\"", "quoted"},
           Typed{"ru", "почему", "GJXTVE", "capitals"},
           Typed{"ru", "верификация", "dthbabrfwbz", "a long word"},
           Typed{"ru", "комиссия", "rjvbccbz", "another"},
           Typed{"ru", "переводе", "gthtdjlt", "another case"},
           Typed{"ru", "защита", "pfobnf/", "the key of the Russian full stop"},
           Typed{"ru", "кошелек", "rjitktr", "one more"},
           Typed{"en", "login", "дщпшт", "English on the Russian layout"},
           Typed{"en", "withdraw", "цшервкфц", "English on the Russian layout"},
           Typed{"en", "deposit", "вузщыше", "ы is s"},
           Typed{"en", "usdt", "гыве", "a ticker"},
           Typed{"en", "kyc", "лнс", "three letters"},
           Typed{"uk", "їжа", "];f", "ї is the bracket"},
           Typed{"uk", "гроші", "uhjis", "і is s"},
           Typed{"uk", "єдиний", "'lbybq", "є is the apostrophe"},
           Typed{"uk", "ґанок", "\\fyjr", "ґ is the backslash"},
           Typed{"uk", "гроші", "грошы", "Ukrainian on the Russian layout"},
           Typed{"ru", "вывод", "вівод", "Russian on the Ukrainian layout"},
           Typed{"en", "disable", "вшіфиду", "English on the Ukrainian layout"},
           Typed{"el", "ανάληψη", "an;alhch", "the dead key stands before its vowel"},
           Typed{"el", "ανάληψη", "analhch", "nobody types the tonos"},
           Typed{"el", "κωδικός", "kvdik;ow", "the final sigma has a key of its own"},
           Typed{"el", "θέλω", "u;elv", "θ is u, ω is v"},
           Typed{"el", "προϊόν", "pro:i;on", "dialytika with shift"},
           Typed{"en", "login", "λογιν", "English on the Greek layout"},
           Typed{"en", "deposit", "δεποσιτ", "English on the Greek layout"},
           Typed{"ar", "محفظة", "lpt/m", "ظ is the slash"},
           Typed{"ar", "سحب", "spf", "three letters"},
           Typed{"ar", "إيداع", "Yd]hu", "hamza below with shift"},
           Typed{"ar", "أمان", "Hlhk", "hamza above with shift"},
           Typed{"ar", "إيداع", "hd]hu", "typed without the hamza"},
           Typed{"ar", "سلام", "sbl", "لا is one key"},
           Typed{"ar", "سلام", "sghl", "or two"},
           Typed{"ar", "كلمة", ";glm", "ك is the semicolon"},
           Typed{"ar", "لأمان", "Glhk", "لأ is one key with shift"},
           Typed{"en", "login", "مخلهى", "English on the Arabic layout"},
           Typed{"en", "highlight", "اهلامهلاف", "gh comes out as لا, as b does"},
           Typed{"en", "bitcoin", "لاهفؤخهى", "لا is b"},
           Typed{"en", "deposit", "يثحخسهف", "English on the Arabic layout"},
           Typed{"ar", "محفظة", "lpt!,", "Arabic on a French keyboard"},
           Typed{"he", "משיכה", "nahfv", "letters only"},
           Typed{"he", "חשבון", "jacui", "letters only"},
           Typed{"he", "הפקדת", "vpes,", "ת is the comma"},
           Typed{"he", "ארץ", "tr.", "ץ is the full stop"},
           Typed{"he", "כסף", "fx;", "ף is the semicolon"},
           Typed{"en", "login", "ךםעןמ", "English on the Hebrew layout"},
           Typed{"en", "withdraw", "'ןאיגרש'", "w is the apostrophe"},
           Typed{"th", "บัญชี", "[yP=u", "ญ with shift"},
           Typed{"th", "ถอนเงิน", "5vog'bo", "digits are letters"},
           Typed{"th", "ฝาก", "/kd", "ฝ is the slash"},
           Typed{"th", "รหัสผ่าน", "isylzjko", "vowel and tone marks"},
           Typed{"th", "ยืนยัน", "pnopyo", "marks above"},
           Typed{"th", "น้ำ", "ohe", "ำ is one key"},
           Typed{"en", "login", "สนเรื", "English on the Thai layout"},
           Typed{"en", "bitcoin", "ิระแนรื", "a mark first"},
           Typed{"en", "usdt", "ีหกะ", "a ticker"},
           Typed{"ko", "비밀번호", "qlalfqjsgh", "codas move to the next syllable"},
           Typed{"ko", "출금", "cnfrma", "two closed syllables"},
           Typed{"ko", "입금", "dlqrma", "the silent initial"},
           Typed{"ko", "빠른", "Qkfms", "ㅃ with shift"},
           Typed{"ko", "있어요", "dlTdjdy", "ㅆ below with shift"},
           Typed{"ko", "계좌", "rPwhk", "ㅖ with shift, ㅘ of two keys"},
           Typed{"ko", "없다", "djqtek", "ㅄ of two keys"},
           Typed{"ko", "값이", "rkqtdl", "ㅄ stays before the silent initial"},
           Typed{"ko", "인증", "dlswmd", "closed syllables"},
           Typed{"ko", "의", "dml", "ㅢ of two keys"},
           Typed{"ko", "왜", "dho", "ㅙ of two keys"},
           Typed{"ko", "닭갈비", "ekfrrkfql", "ㄺ and the same key again"},
           Typed{"en", "login", "ㅣㅐ햐ㅜ", "English on the Korean layout"},
           Typed{"en", "withdraw", "쟈소ㅇㄱㅁㅈ", "syllables by chance"},
           Typed{"en", "bitcoin", "ㅠㅑㅅ채ㅑㅜ", "syllables by chance"},
           Typed{"en", "usdt", "ㅕㄴㅇㅅ", "letters alone"},
           Typed{"tr", "iptal", "'ptal", "i is the apostrophe"},
           Typed{"tr", "şifre", ";'fre", "ş is the semicolon"},
           Typed{"tr", "güvenlik", "g]venl'k", "ü is the bracket"},
           Typed{"tr", "çekim", ".ek'm", "ç is the full stop"},
           Typed{"tr", "hesabım", "hesabim", "ı is i"},
           Typed{"en", "login", "logın", "English on the Turkish layout"},
           Typed{"en", "it's", "ıtis", "the apostrophe is i"},
           Typed{"fr", "mail", ";qil", "French on a US keyboard: m is the semicolon"},
           Typed{"fr", "avoir", "qvoir", "a is q"},
           Typed{"en", "wallet", "zqllet", "English on a French keyboard"},
           Typed{"de", "zahlung", "yahlung", "z is y"},
           Typed{"de", "gebühr", "geb[hr", "ü is the bracket"},
           Typed{"en", "yesterday", "zesterdaz", "English on a German keyboard"},
           Typed{"ru", "хочу", "üjxe", "Russian on a German keyboard"},
           Typed{"vi", "đăng", "ddawng", "Telex with the input method off"},
           Typed{"vi", "nhập", "nhaapj", "Telex"},
           Typed{"vi", "nhập", "nhaajp", "Telex, the tone before the coda"},
           Typed{"vi", "nhập", "nha65p", "VNI"},
           Typed{"vi", "đăng", "d9a8ng", "VNI"},
           Typed{"vi", "rút", "ruts", "Telex"},
           Typed{"vi", "tiền", "tieefn", "Telex"},
           Typed{"vi", "người", "nguwowif", "Telex, each horn"},
           Typed{"vi", "người", "nguowif", "Telex, one w for ươ"},
           Typed{"vi", "quyền", "quyeenf", "qu is a consonant"},
           Typed{"vi", "già", "giaf", "gi is a consonant"},
           Typed{"vi", "hòa", "hoaf", "the tone's old place"},
           Typed{"vi", "hoà", "hoaf", "and its new one"},
           Typed{"vi", "toán", "toans", "before a coda"},
       }) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.word));
    CAPTURE(std::string(row.typed));
    const Keys word = layout_of_word(folded(row.language, row.word));
    CHECK(meets(word, layout_of_typed(to_utf16(row.typed))));
    // The Greek final sigma is lost to folding, as is which key Arabic shift gave: these need the text as typed.
    if (std::string_view(row.language) != "el") CHECK(meets(word, layout_of_typed(folded("en", row.typed))));
  }
}

TEST_CASE("a layout gives nothing where none was wrong") {
  for (const char* typed : {"", "a", "2024", "1,250.50", "?!", "提现", "パスワード", "usdtвывод", "😀", "अ"}) {
    CAPTURE(std::string(typed));
    CHECK(layout_of_typed(to_utf16(typed)).empty());
  }
  for (const char* typed : {"вывод", "withdraw", "سحب", "출금", "ถอน"}) {
    CAPTURE(std::string(typed));
    const std::u16string text = to_utf16(typed);
    const Keys keys = layout_of_typed(text);
    CHECK_FALSE(keys.empty());
    CHECK(std::find(keys.begin(), keys.end(), text) == keys.end());
  }
}

TEST_CASE("what looks like words soonest comes last, and short words have no other Latin layout") {
  const Keys keys = layout_of_typed(u"yahlung");
  REQUIRE_FALSE(keys.empty());
  CHECK(to_utf8(keys.front()) == "нфрдгтп");
  CHECK(to_utf8(keys.back()) == "zahlung");
  for (const std::u16string& key : layout_of_typed(u"yaz")) CHECK(to_utf8(key) != "zay");
}

TEST_CASE("every layout has all keys") {
  for (std::size_t i = 0; i < kKeyboards; ++i) {
    CAPTURE(i);
    const KeyboardLayout& layout = keyboard_layout(static_cast<Keyboard>(i));
    CHECK(std::count(layout.plain.begin(), layout.plain.end(), u' ') + 1 == kKeyboardKeys);
    CHECK(std::count(layout.shifted.begin(), layout.shifted.end(), u' ') + 1 == kKeyboardKeys);
    CHECK(layout.plain.find(u"  ") == std::u16string_view::npos);
    CHECK(layout.shifted.find(u"  ") == std::u16string_view::npos);
  }
}

TEST_CASE("the two-set automaton gives back every syllable") {
  for (char16_t syllable = 0xAC00; syllable <= 0xD7A3; ++syllable) {
    const std::u16string text(1, syllable);
    const std::u16string back = two_set_syllables(two_set_letters(text));
    if (back != text) FAIL_CHECK(to_utf8(text), " became ", to_utf8(back));
  }
  CHECK(to_utf8(two_set_syllables(u"ㄱㅏㄴㅏㄷㅏ")) == "가나다");
  CHECK(to_utf8(two_set_syllables(u"ㅇㅏㄴㅈㅏ")) == "안자");
  CHECK(to_utf8(two_set_syllables(u"ㅋㅋㅋ")) == "ㅋㅋㅋ");
  CHECK(to_utf8(two_set_syllables(u"ㅏㅏ")) == "ㅏㅏ");
  CHECK(to_utf8(two_set_letters(u"값과")) == "ㄱㅏㅂㅅㄱㅗㅏ");
  CHECK(to_utf8(two_set_letters(u"\u1112\u1161\u11AB")) == "ㅎㅏㄴ");
  CHECK(to_utf8(two_set_without_shift(u"빠른")) == "바른");
  CHECK(to_utf8(two_set_without_shift(u"출금")) == "출금");
}

TEST_CASE("keys of an input method are not seen in plain words") {
  for (const char16_t* word : {u"", u"dang", u"nhap", u"tien", u"bitcoin", u"xin", u"sang", u"2024", u"đăng"}) {
    CAPTURE(to_utf8(word));
    CHECK(telex_syllables(word).empty());
  }
}

}  // namespace
}  // namespace pharos::text
