// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/keys.h"

#include <doctest/doctest.h>
#include <unicode/translit.h>

#include <algorithm>
#include <memory>
#include <set>

#include "pharos/text/fold.h"
#include "pharos/text/language_table.h"
#include "text/text_samples.h"

namespace pharos::text {
namespace {

std::u16string folded(const char* language, std::string_view text) {
  return fold(text, language_row(Language::require(language)).folds).text;
}

bool share_one(const Keys& a, const Keys& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const auto& key) { return std::find(b.begin(), b.end(), key) != b.end(); });
}

// Whether a word of an index in this language is what the typed text may mean, by a row of this name.
bool meets(std::string_view name, const char* language, const char* word, const char* typed) {
  const std::vector<KeyRow>& rows = key_rows();
  return std::any_of(rows.begin(), rows.end(), [&](const KeyRow& row) {
    return row.name == name && share_one(row.of_word(folded(language, word)), row.of_typed(folded(language, typed)));
  });
}

struct Typed {
  const char* language;
  const char* word;
  const char* typed;
  const char* reason;
};

TEST_CASE("marks left out or put in meet the word") {
  for (const Typed& row : {
           Typed{"vi", "đăng", "dang", "đ and breve"},
           Typed{"vi", "nhập", "nhap", "circumflex and dot below"},
           Typed{"vi", "nhập", "nhâp", "the tone alone left out"},
           Typed{"vi", "rút", "rut", "acute"},
           Typed{"vi", "tiền", "tien", "two marks on one vowel"},
           Typed{"vi", "người", "nguoi", "horns"},
           Typed{"vi", "hòa", "hoà", "the tone on the other vowel"},
           Typed{"vi", "nhap", "nhập", "written without marks, typed with them"},
           Typed{"tr", "şifre", "sifre", "cedilla"},
           Typed{"tr", "ışık", "isik", "ı typed as i"},
           Typed{"tr", "çekim", "cekim", "ç"},
           Typed{"tr", "güvenlik", "guvenlik", "ü as u"},
           Typed{"tr", "doğrulama", "dogrulama", "ğ"},
           Typed{"tr", "işlem", "ISLEM", "capitals without marks: I folds to ı"},
           Typed{"tr", "iptal", "ıptal", "i typed as ı"},
           Typed{"en", "istanbul", "İstanbul", "İ outside Turkish"},
           Typed{"es", "contraseña", "contrasena", "ñ"},
           Typed{"es", "verificación", "verificacion", "acute"},
           Typed{"es", "pingüino", "pinguino", "ü is u in Spanish"},
           Typed{"es", "depósito", "depòsito", "the wrong accent"},
           Typed{"pt", "não", "nao", "tilde"},
           Typed{"pt", "ação", "acao", "cedilla and tilde"},
           Typed{"pt", "endereço", "endereco", "cedilla"},
           Typed{"fr", "retiré", "retire", "acute"},
           Typed{"fr", "cœur", "coeur", "œ"},
           Typed{"de", "müller", "mueller", "ue for ü"},
           Typed{"de", "müller", "muller", "u for ü"},
           Typed{"de", "mueller", "müller", "written with ue, typed with ü"},
           Typed{"de", "größe", "groesse", "oe and ss"},
           Typed{"de", "größe", "grosse", "o and ss"},
           Typed{"de", "gebühr", "gebuehr", "ue"},
           Typed{"de", "Straße", "strasse", "ß is ss already when folded"},
           Typed{"de", "strasse", "straße", "the other way round"},
           Typed{"da", "beløb", "beloeb", "oe for ø"},
           Typed{"da", "beløb", "belob", "o for ø"},
           Typed{"sv", "återställa", "aaterstaella", "aa for å, ae for ä"},
           Typed{"sv", "återställa", "aterstalla", "a for both"},
           Typed{"no", "opplæring", "opplaering", "ae for æ"},
           Typed{"pl", "żółć", "zolc", "ł has no decomposition"},
           Typed{"ro", "ştiinţă", "științã", "cedilla or comma below"},
           Typed{"cs", "účet", "ucet", "háček"},
           Typed{"el", "ανάληψη", "αναληψη", "tonos"},
           Typed{"el", "προϊόν", "προιον", "dialytika"},
           Typed{"ar", "إيداع", "ايداع", "hamza below alef"},
           Typed{"ar", "أمان", "امان", "hamza above alef"},
           Typed{"ar", "محفظة", "محفظه", "teh marbuta as heh"},
           Typed{"ar", "مستشفى", "مستشفي", "alef maqsura as yeh"},
           Typed{"ar", "شراء", "شرا", "a hamza alone left out"},
           Typed{"ar", "كلمة", "كَلِمَة", "harakat typed"},
           Typed{"en", "محفظة", "مـحـفـظه", "tatweel, in a text of another language"},
           Typed{"en", "كيف", "کیف", "a Persian keyboard, in a text of another language"},
           Typed{"ar", "مسؤول", "مسوول", "hamza on waw"},
           Typed{"he", "שלום", "שָׁלוֹם", "niqqud"},
       }) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.typed));
    CHECK(meets("unaccented", row.language, row.word, row.typed));
  }
}

TEST_CASE("marks that make another letter are never left out") {
  for (const Typed& row : {
           Typed{"ru", "мой", "мои", "й is not и"},
           Typed{"ru", "йод", "иод", "nor at the beginning"},
           Typed{"uk", "їжа", "іжа", "ї is not і"},
           Typed{"be", "воўк", "воук", "ў is not у"},
           Typed{"th", "ไม่", "ไม", "tone marks make other words"},
           Typed{"th", "ไม้", "ไม่", "another tone, another word"},
           Typed{"th", "น้ำ", "นำ", "water is not to lead"},
           Typed{"ja", "が", "か", "voiced kana"},
           Typed{"ja", "パス", "ハス", "half-voiced kana"},
           Typed{"hi", "की", "कि", "vowel signs"},
           Typed{"de", "muller", "mueller", "ue is ü, not u"},
           Typed{"es", "ano", "anno", "ñ is not nn"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_FALSE(meets("unaccented", row.language, row.word, row.typed));
  }
}

TEST_CASE("Latin letters for Cyrillic meet the word in their usual spellings") {
  for (const Typed& row : {
           Typed{"ru", "вывод", "vyvod", "ы as y"},
           Typed{"ru", "вывод", "vivod", "ы as i"},
           Typed{"ru", "вывод", "wywod", "в as w"},
           Typed{"ru", "вывести", "vyvesti", "endings"},
           Typed{"ru", "пополнить", "popolnit'", "soft sign as apostrophe"},
           Typed{"ru", "пополнить", "popolnit", "soft sign left out"},
           Typed{"ru", "верификация", "verifikatsiya", "ция as tsiya"},
           Typed{"ru", "верификация", "verifikaciya", "as ciya"},
           Typed{"ru", "верификация", "verifikacija", "as cija"},
           Typed{"ru", "верификация", "verifikaziya", "as ziya"},
           Typed{"ru", "верификация", "verifikatsia", "as tsia"},
           Typed{"ru", "верификацию", "verifikatsiyu", "in another case"},
           Typed{"ru", "верификации", "verifikacii", "in a third"},
           Typed{"ru", "защита", "zashchita", "щ as shch"},
           Typed{"ru", "защита", "zaschita", "as sch"},
           Typed{"ru", "защита", "zashita", "as sh"},
           Typed{"ru", "защита", "zawita", "as w"},
           Typed{"ru", "счёт", "schet", "сч and щ are both sch"},
           Typed{"ru", "счёт", "schyot", "ё as yo"},
           Typed{"ru", "счёт", "schot", "ё as o"},
           Typed{"ru", "отсчет", "otschet", "т, с and ч"},
           Typed{"ru", "схема", "shema", "сх, not ш"},
           Typed{"ru", "схема", "skhema", "х as kh"},
           Typed{"ru", "хочу", "hochu", "х as h, ч as ch"},
           Typed{"ru", "хочу", "xo4u", "х as x, ч as 4"},
           Typed{"ru", "хорошо", "khorosho", "х as kh"},
           Typed{"ru", "хорошо", "xorowo", "х as x, ш as w"},
           Typed{"ru", "жалоба", "zhaloba", "ж as zh"},
           Typed{"ru", "жалоба", "jaloba", "ж as j"},
           Typed{"ru", "ключ", "klyuch", "ю as yu"},
           Typed{"ru", "ключ", "kljuch", "ю as ju"},
           Typed{"ru", "ключ", "kluch", "ю as u"},
           Typed{"ru", "почему", "pochemu", "ч"},
           Typed{"ru", "что", "chto", "ч before a consonant"},
           Typed{"ru", "деньги", "dengi", "soft sign inside"},
           Typed{"ru", "кошелек", "koshelek", "ш"},
           Typed{"ru", "кошелёк", "koshelyok", "ё as yo"},
           Typed{"ru", "объявление", "obyavlenie", "hard sign left out"},
           Typed{"ru", "объявление", "ob'yavleniye", "hard sign as apostrophe, ие as iye"},
           Typed{"ru", "подъезд", "podyezd", "е as ye"},
           Typed{"ru", "новый", "noviy", "ый as iy"},
           Typed{"ru", "новый", "novyj", "ый as yj"},
           Typed{"ru", "новый", "novy", "ый as y"},
           Typed{"ru", "мой", "moj", "й as j"},
           Typed{"ru", "комиссия", "komissiya", "doubled letters kept"},
           Typed{"ru", "комиссия", "komisiya", "doubled letters dropped"},
           Typed{"ru", "перевод", "perevod", "letter for letter"},
           Typed{"ru", "биткоин", "bitcoin", "the English spelling"},
           Typed{"ru", "аккаунт", "akkaunt", "by letters"},
           Typed{"ru", "аккаунт", "account", "the English word behind it"},
           Typed{"ru", "стейкинг", "staking", "the English word behind it"},
           Typed{"ru", "бинанс", "binance", "a name"},
           Typed{"ru", "аккаунта", "akkaunta", "in another case"},
           Typed{"uk", "допомога", "dopomoha", "Ukrainian г as h"},
           Typed{"uk", "гроші", "hroshi", "г as h, і"},
           Typed{"uk", "гроші", "groshi", "г as g"},
           Typed{"uk", "їжа", "yizha", "ї as yi"},
           Typed{"uk", "виведення", "vyvedennya", "и as y"},
           Typed{"bg", "защита", "zashtita", "Bulgarian щ as sht"},
           Typed{"bg", "търговия", "targoviya", "ъ as a"},
           Typed{"bg", "търговия", "turgovia", "ъ as u"},
           Typed{"bg", "търговия", "tyrgoviya", "ъ as y"},
           Typed{"bg", "сметка", "smetka", "letter for letter"},
       }) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.typed));
    CHECK(meets("translit", row.language, row.word, row.typed));
  }
}

TEST_CASE("Latin letters for Greek, Arabic and Hebrew meet the word") {
  for (const Typed& row : {
           Typed{"el", "ανάληψη", "analipsi", "by sound"},
           Typed{"el", "ανάληψη", "analhpsh", "by look: h is η"},
           Typed{"el", "χρήματα", "xrhmata", "by look: x is χ"},
           Typed{"el", "χρήματα", "chrimata", "by sound: ch is χ"},
           Typed{"el", "χρήματα", "hrimata", "h is χ"},
           Typed{"el", "θέλω", "8elw", "8 is θ, w is ω"},
           Typed{"el", "θέλω", "thelo", "by sound"},
           Typed{"el", "λογαριασμός", "logariasmos", "letter for letter"},
           Typed{"el", "κωδικός", "kwdikos", "w is ω"},
           Typed{"el", "κωδικός", "kodikos", "o is ω"},
           Typed{"el", "ξέχασα", "ksexasa", "ξ as ks"},
           Typed{"el", "ξένος", "xenos", "x is ξ"},
           Typed{"el", "πού", "pou", "ου"},
           Typed{"el", "αυτό", "auto", "αυ as au"},
           Typed{"el", "αυτό", "afto", "αυ as af"},
           Typed{"el", "ευρώ", "euro", "ευ"},
           Typed{"el", "μπορώ", "mporo", "μπ as mp"},
           Typed{"el", "μπορώ", "boro", "μπ as b"},
           Typed{"el", "πάντα", "panta", "ντ as nt"},
           Typed{"el", "υπόλοιπο", "ypoloipo", "υ as y, οι as oi"},
           Typed{"ar", "محفظة", "ma7faza", "7 is ح"},
           Typed{"ar", "محفظة", "mahfaza", "h is ح"},
           Typed{"ar", "محفظة", "mahfazah", "the heh heard"},
           Typed{"ar", "إيداع", "ida3", "3 is ع"},
           Typed{"ar", "الإيداع", "alida3", "with the article"},
           Typed{"ar", "سحب", "sa7b", "three consonants"},
           Typed{"ar", "سحب", "sahb", "without digits"},
           Typed{"ar", "حساب", "7isab", "long vowel"},
           Typed{"ar", "حسابي", "hesabi", "my account"},
           Typed{"ar", "دعم", "da3m", "ain inside"},
           Typed{"ar", "خدمة", "5edma", "5 is خ"},
           Typed{"ar", "مشكلة", "moshkila", "sh"},
           Typed{"ar", "مشكلة", "mochkila", "the French ch"},
           Typed{"ar", "تحقق", "tahaqoq", "q, a consonant twice"},
           Typed{"ar", "بيتكوين", "bitcoin", "the English word behind it"},
           Typed{"ar", "منصة", "manasa", "doubled by a sign nobody writes"},
           Typed{"he", "משיכה", "meshicha", "ch is כ"},
           Typed{"he", "חשבון", "heshbon", "h is ח"},
           Typed{"he", "חשבון", "cheshbon", "ch is ח"},
           Typed{"he", "ארנק", "arnak", "a vowel letter first"},
           Typed{"he", "סיסמה", "sisma", "the last h unheard"},
           Typed{"he", "הפקדה", "hafkada", "f is פ"},
       }) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.typed));
    CHECK(meets("translit", row.language, row.word, row.typed));
  }
}

TEST_CASE("other letters for Latin words meet the word") {
  for (const Typed& row : {
           Typed{"en", "usdt", "юсдт", "a ticker by letters"},
           Typed{"en", "bitcoin", "биткоин", "c is к"},
           Typed{"en", "login", "логин", "letter for letter"},
           Typed{"en", "tron", "трон", "letter for letter"},
           Typed{"en", "token", "токен", "letter for letter"},
           Typed{"en", "account", "аккаунт", "by consonants"},
           Typed{"en", "binance", "бинанс", "the last e unheard"},
           Typed{"en", "staking", "стейкинг", "by consonants"},
           Typed{"en", "mining", "майнинг", "a consonant twice"},
           Typed{"en", "whitelist", "вайтлист", "wh is в"},
           Typed{"en", "ethereum", "этериум", "th is т"},
           Typed{"en", "swap", "свап", "w is в"},
           Typed{"en", "support", "саппорт", "by consonants"},
           Typed{"en", "bitcoin", "بيتكوين", "Arabic"},
           Typed{"en", "binance", "بينانس", "Arabic"},
           Typed{"en", "support", "سابورت", "Arabic has no p"},
           Typed{"en", "bitcoin", "ביטקוין", "Hebrew"},
       }) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.typed));
    CHECK(meets("translit", row.language, row.word, row.typed));
  }
}

TEST_CASE("words of different sounds stay apart") {
  for (const Typed& row : {
           Typed{"ru", "вывод", "vvod", "in is not out"},
           Typed{"ru", "ввод", "vyvod", "nor out in"},
           Typed{"ru", "счета", "chata", "another word"},
           Typed{"ru", "кошка", "koshelek", "another word"},
           Typed{"ru", "2024", "2024", "numbers are not spelled"},
           Typed{"en", "usdt", "юсдц", "USDC is another coin"},
           Typed{"en", "bitcoin", "bitkoin", "Latin for Latin is a spelling error, not this"},
           Typed{"ru", "биткоин", "биткойн", "nor is Cyrillic for Cyrillic"},
           Typed{"ar", "سحب", "hisab", "the order of the consonants"},
           Typed{"el", "ανάληψη", "analysi", "analysis is not withdrawal"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_FALSE(meets("translit", row.language, row.word, row.typed));
  }
}

TEST_CASE("the precise way is asked before the coarse one, the likely reading before others") {
  const auto first =
      std::find_if(key_rows().begin(), key_rows().end(), [](const KeyRow& row) { return row.name == "translit"; });
  const auto second =
      std::find_if(first + 1, key_rows().end(), [](const KeyRow& row) { return row.name == "translit"; });
  REQUIRE(second != key_rows().end());
  CHECK(first->factor > second->factor);
  CHECK((second->flags & kKeyMisspelled) == 0);
  CHECK(share_one(first->of_word(u"перевод"), first->of_typed(u"perevod")));
  CHECK_FALSE(share_one(first->of_word(u"перевод"), first->of_typed(u"privod")));
  CHECK(share_one(second->of_word(u"перевод"), second->of_typed(u"privod")));
  const Keys readings = first->of_typed(u"hod");
  CHECK(readings.front() == first->of_word(u"ход").front());
  CHECK(std::find(readings.begin() + 1, readings.end(), first->of_word(u"год").front()) != readings.end());
}

TEST_CASE("what a machine makes of Russian in Latin letters always meets the word") {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> machine(
      icu::Transliterator::createInstance("Russian-Latin/BGN; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  REQUIRE(U_SUCCESS(status));
  for (const char* word :
       {"почему",     "подтверждён",   "съёмка",  "отсчитывается", "рассчитывать", "тщательно", "отцу",
        "братья",     "объём",         "сшить",   "сжечь",         "жжение",       "цхинвали",  "майя",
        "районы",     "йогурт",        "вьюга",   "семья",         "эхо",          "поэт",      "шёл",
        "щёлкнуть",   "чёрный",        "яйцо",    "ещё",           "экспорт",      "нетшем",    "вооружённый",
        "длинношеее", "интеллигенция", "соцсеть", "детский",       "отсутствие",   "мэйл",      "бюллетень",
        "въехать",    "пьеса",         "лёгкий",  "ыйы",           "социальный",   "тысяча",    "ее"}) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(word);
    machine->transliterate(text);
    std::string latin;
    text.toUTF8String(latin);
    CAPTURE(std::string(word));
    CAPTURE(latin);
    CHECK(meets("translit", "ru", word, latin.c_str()));
    std::erase_if(latin, [](char c) { return c < 'a' || c > 'z'; });
    CHECK(meets("translit", "ru", word, latin.c_str()));
  }
}

TEST_CASE("the table keeps its promises for every text") {
  const std::set<std::string_view> names = {"unaccented", "layout", "translit", "pinyin", "initials", "homophone",
                                            "romaji",     "kana",   "reading",  "hangul", "jamo"};
  std::vector<std::u16string> texts = {u"",
                                       u" ",
                                       u"a",
                                       u"'",
                                       u"\u0301",
                                       std::u16string(1000, u'ь'),
                                       std::u16string(1000, u'c'),
                                       std::u16string(500, u'\u0301'),
                                       u"1,250.50"};
  for (const Phrase& phrase : kPhrases) texts.push_back(folded(phrase.language, phrase.text));
  Mixer mixer(7);
  for (int i = 0; i < 300; ++i) {
    std::u16string text;
    for (std::uint64_t n = mixer.next() % 12; n > 0; --n) text += static_cast<char16_t>(mixer.next());
    texts.push_back(std::move(text));
  }
  for (const KeyRow& row : key_rows()) {
    CAPTURE(std::string(row.name));
    CHECK(names.contains(row.name));
    CHECK(row.factor > 0.F);
    CHECK(row.factor < 1.F);
    for (const std::u16string& text : texts) {
      CAPTURE(to_utf8(text));
      const Keys word = row.of_word(text);
      const Keys typed = row.of_typed(text);
      CHECK(word.size() <= kMostKeys);
      CHECK(typed.size() <= kMostReadings);
      CHECK(std::none_of(word.begin(), word.end(), [](const auto& key) { return key.empty(); }));
      CHECK(std::none_of(typed.begin(), typed.end(), [](const auto& key) { return key.empty(); }));
      CHECK(std::set<std::u16string>(word.begin(), word.end()).size() == word.size());
      CHECK(row.of_word(text) == word);
      CHECK(row.of_typed(text) == typed);
    }
  }
}

}  // namespace
}  // namespace pharos::text
