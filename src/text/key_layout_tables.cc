// SPDX-License-Identifier: GPL-3.0-or-later
#include <iterator>

#include "pharos/text/fold.h"
#include "text/key_layouts.h"

namespace pharos::text {
namespace {

// In the order of Keyboard. ´ and ¨ of the Greek layout are dead keys: they mark the vowel that follows.
constexpr KeyboardLayout kLayouts[] = {
    // kUs
    {uR"(` 1 2 3 4 5 6 7 8 9 0 - = q w e r t y u i o p [ ] \ a s d f g h j k l ; ' z x c v b n m , . /)",
     uR"(~ ! @ # $ % ^ & * ( ) _ + Q W E R T Y U I O P { } | A S D F G H J K L : " Z X C V B N M < > ?)", kFoldNone},
    // kRussian
    {uR"(ё 1 2 3 4 5 6 7 8 9 0 - = й ц у к е н г ш щ з х ъ \ ф ы в а п р о л д ж э я ч с м и т ь б ю .)",
     uR"(Ё ! " № ; % : ? * ( ) _ + Й Ц У К Е Н Г Ш Щ З Х Ъ / Ф Ы В А П Р О Л Д Ж Э Я Ч С М И Т Ь Б Ю ,)", kFoldYo},
    // kUkrainian
    {uR"(' 1 2 3 4 5 6 7 8 9 0 - = й ц у к е н г ш щ з х ї ґ ф і в а п р о л д ж є я ч с м и т ь б ю .)",
     uR"(ʼ ! " № ; % : ? * ( ) _ + Й Ц У К Е Н Г Ш Щ З Х Ї Ґ Ф І В А П Р О Л Д Ж Є Я Ч С М И Т Ь Б Ю ,)", kFoldNone},
    // kGreek
    {uR"(` 1 2 3 4 5 6 7 8 9 0 - = ; ς ε ρ τ υ θ ι ο π [ ] \ α σ δ φ γ η ξ κ λ ´ ' ζ χ ψ ω β ν μ , . /)",
     uR"(~ ! @ # $ % ^ & * ( ) _ + : Σ Ε Ρ Τ Υ Θ Ι Ο Π { } | Α Σ Δ Φ Γ Η Ξ Κ Λ ¨ " Ζ Χ Ψ Ω Β Ν Μ < > ?)", kFoldNone},
    // kArabic
    {uR"(ذ 1 2 3 4 5 6 7 8 9 0 - = ض ص ث ق ف غ ع ه خ ح ج د \ ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ظ)",
     uR"(ّ ! @ # $ % ^ & * ) ( _ + َ ً ُ ٌ لإ إ ` ÷ × ؛ < > … ِ ٍ ] [ لأ أ ـ ، / : " ~ ْ } { لآ آ ' , . ؟)",
     kFoldArabicLetters},
    // kHebrew
    {uR"(; 1 2 3 4 5 6 7 8 9 0 - = / ' ק ר א ט ו ן ם פ ] [ \ ש ד ג כ ע י ח ל ך ף , ז ס ב ה נ מ צ ת ץ .)",
     uR"(~ ! @ # $ % ^ & * ) ( _ + Q W E R T Y U I O P } { | A S D F G H J K L : " Z X C V B N M > < ?)",
     kFoldHebrewPoints},
    // kThai
    {uR"(_ ๅ / - ภ ถ ุ ึ ค ต จ ข ช ๆ ไ ำ พ ะ ั ี ร น ย บ ล ฃ ฟ ห ก ด เ ้ ่ า ส ว ง ผ ป แ อ ิ ื ท ม ใ ฝ)",
     uR"(% + ๑ ๒ ๓ ๔ ู ฿ ๕ ๖ ๗ ๘ ๙ ๐ " ฎ ฑ ธ ํ ๊ ณ ฯ ญ ฐ , ฅ ฤ ฆ ฏ โ ฌ ็ ๋ ษ ศ ซ . ( ) ฉ ฮ ฺ ์ ? ฒ ฬ ฦ)", kFoldNone},
    // kKorean
    {uR"(` 1 2 3 4 5 6 7 8 9 0 - = ㅂ ㅈ ㄷ ㄱ ㅅ ㅛ ㅕ ㅑ ㅐ ㅔ [ ] \ ㅁ ㄴ ㅇ ㄹ ㅎ ㅗ ㅓ ㅏ ㅣ ; ' ㅋ ㅌ ㅊ ㅍ ㅠ ㅜ ㅡ , . /)",
     uR"(~ ! @ # $ % ^ & * ( ) _ + ㅃ ㅉ ㄸ ㄲ ㅆ ㅛ ㅕ ㅑ ㅒ ㅖ { } | ㅁ ㄴ ㅇ ㄹ ㅎ ㅗ ㅓ ㅏ ㅣ : " ㅋ ㅌ ㅊ ㅍ ㅠ ㅜ ㅡ < > ?)",
     kFoldNone},
    // kTurkishQ
    {uR"(" 1 2 3 4 5 6 7 8 9 0 * - q w e r t y u ı o p ğ ü , a s d f g h j k l ş i z x c v b n m ö ç .)",
     uR"(é ! ' ^ + % & / ( ) = ? _ Q W E R T Y U I O P Ğ Ü ; A S D F G H J K L Ş İ Z X C V B N M Ö Ç :)",
     kFoldTurkishCase},
    // kTurkishF
    {uR"(+ 1 2 3 4 5 6 7 8 9 0 / - f g ğ ı o d r n h p q w x u i e a ü t k m l y ş j ö v c ç z s b . ,)",
     uR"(* ! " ^ $ % & ' ( ) = ? _ F G Ğ I O D R N H P Q W X U İ E A Ü T K M L Y Ş J Ö V C Ç Z S B : ;)",
     kFoldTurkishCase},
    // kAzerty
    {uR"(² & é " ' ( - è _ ç à ) = a z e r t y u i o p ^ $ * q s d f g h j k l m ù w x c v b n , ; : !)",
     uR"(~ 1 2 3 4 5 6 7 8 9 0 ° + A Z E R T Y U I O P ¨ £ µ Q S D F G H J K L M % W X C V B N ? . / §)", kFoldNone},
    // kQwertz
    {uR"(^ 1 2 3 4 5 6 7 8 9 0 ß ´ q w e r t z u i o p ü + # a s d f g h j k l ö ä y x c v b n m , . -)",
     uR"(° ! " § $ % & / ( ) = ? ` Q W E R T Z U I O P Ü * ' A S D F G H J K L Ö Ä Y X C V B N M ; : _)", kFoldNone},
};
static_assert(std::size(kLayouts) == kKeyboards);

}  // namespace

const KeyboardLayout& keyboard_layout(Keyboard keyboard) { return kLayouts[static_cast<std::size_t>(keyboard)]; }

}  // namespace pharos::text
