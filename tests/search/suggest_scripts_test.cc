// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "pharos/text/reading.h"
#include "small_help_center.h"

namespace pharos::search {
namespace {

TEST_CASE("Chinese is completed from pinyin and its initials, however far they are typed") {
  check({
      {"zh-Hans", "t", "<mark>T</mark>XID 是什么 -> auth", "a letter stands for itself first"},
      {"zh-Hans", "m", "忘记<mark>密</mark>码怎么重置", "the first letter of a syllable"},
      {"zh-Hans", "ti", "<mark>提</mark>现未到账", "one syllable"},
      {"zh-Hans", "tix", "<mark>提现</mark>未到账", "a syllable and a half"},
      {"zh-Hans", "tixia", "<mark>提现</mark>未到账", "nearly two"},
      {"zh-Hans", "tixian", "<mark>提现</mark>未到账", "two"},
      {"zh-Hans", "tixianw", "<mark>提现未</mark>到账", "across words"},
      {"zh-Hans", "tixianweidaozh", "<mark>提现未到账</mark>", "all of the title"},
      {"zh-Hans", "ti xian", "<mark>提现</mark>未到账", "with a space"},
      {"zh-Hans", "ti'x", "<mark>提现</mark>未到账", "as input methods show it"},
      {"zh-Hans", "tíxi", "<mark>提现</mark>未到账", "with tones"},
      {"zh-Hans", "ti2xian4", "<mark>提现</mark>未到账", "with the digits of tones"},
      {"zh-Hans", "TIX", "<mark>提现</mark>未到账", "in capitals"},
      {"zh-Hans", "ｔｉｘ", "<mark>提现</mark>未到账", "full width"},
      {"zh-Hans", "tixian daoz", "<mark>提现</mark>未<mark>到账</mark>", "words, with a gap"},
      {"zh-Hans", "提xian", "<mark>提现</mark>未到账", "half of it converted"},
      {"zh-Hans", "提现wei", "<mark>提现未</mark>到账", "a word converted, the next one not"},
      {"zh-Hans", "usdt tix", "<mark>USDT</mark> <mark>提现</mark>手续费", "beside a ticker"},
      {"zh-Hans", "usdttix", "", "but not run together with it"},
      {"zh-Hans", "chongz", "<mark>充值</mark>地址在哪里", "the other reading of a character (zhong)"},
      {"zh-Hans", "shoux", "交易<mark>手续</mark>费", "a word in the middle"},
      {"zh-Hans", "renlian", "<mark>人脸</mark>识别失败", "a question"},
      {"zh-Hans", "gugeyan", "<mark>谷歌验</mark>证器丢失", "a word of the trade"},
      {"zh-Hans", "shenfenren", "如何完成<mark>身份认</mark>证", "after others"},
      {"zh-Hans", "wjmm", "<mark>忘记密码</mark>怎么重置", "initials"},
      {"zh-Hans", "mm", "忘记<mark>密码</mark>怎么重置", "initials of a word in the middle"},
      {"zh-Hans", "sfrz", "如何完成<mark>身份认证</mark>", "of two words"},
      {"zh-Hans", "czdz", "<mark>充值地址</mark>在哪里", "of two words"},
      {"zh-Hans", "tx", "<mark>TX</mark>ID 是什么 -> authenticator | <mark>提现</mark>未到账",
       "after what is written so"},
      {"zh-Hant", "mima", "忘記<mark>密碼</mark>，如何重設", "traditional"},
      {"zh-Hant", "tiling", "<mark>提領</mark>還在處理中", "traditional"},
      {"zh-Hant", "tbmdz", "<mark>提幣沒到帳</mark>", "initials"},
      {"zh-Hant", "zhangh", "<mark>帳戶</mark>被凍結", "traditional"},
      {"zh-Hans", "体现", "<mark>提现</mark>未到账", "characters of the same sound"},
      {"zh-Hans", "冲值", "<mark>充值</mark>地址在哪里", "characters of the same sound"},
      {"zh-Hans", "密马", "忘记<mark>密码</mark>怎么重置", "characters of the same sound"},
      {"zh-Hans", "交易收续", "<mark>交易手续</mark>费", "of the same sound inside"},
      {"zh-Hant", "忘记密", "<mark>忘記密</mark>碼，如何重設", "simplified"},
      {"zh-Hans", "賬", "提现未到<mark>账</mark>", "traditional"},
  });
}

TEST_CASE("Japanese is completed from kana and Latin letters, however far they are typed") {
  if (!text::readings_available()) return;
  check({
      {"ja", "s", "<mark>出金</mark>が届かないとき", "the first consonant"},
      {"ja", "sh", "<mark>出金</mark>が届かないとき", "still one consonant"},
      {"ja", "shu", "<mark>出金</mark>が届かないとき", "one kana"},
      {"ja", "shuk", "<mark>出金</mark>が届かないとき", "one of two consonants"},
      {"ja", "shukk", "<mark>出金</mark>が届かないとき", "both"},
      {"ja", "shukki", "<mark>出金</mark>が届かないとき", "and a vowel"},
      {"ja", "syukkin", "<mark>出金</mark>が届かないとき", "as input methods take it"},
      {"ja", "shukkinte", "<mark>出金手数料</mark>", "across words"},
      {"ja", "し", "<mark>出金</mark>が届かないとき", "one kana"},
      {"ja", "しゅっ", "<mark>出金</mark>が届かないとき", "half of a word"},
      {"ja", "しゅっk", "<mark>出金</mark>が届かないとき", "while the input method waits for a vowel"},
      {"ja", "しゅっｋ", "<mark>出金</mark>が届かないとき", "full width"},
      {"ja", "シュッキ", "<mark>出金</mark>が届かないとき", "katakana"},
      {"ja", "ｼｭｯｷ", "<mark>出金</mark>が届かないとき", "half width"},
      {"ja", "出勤", "<mark>出金</mark>が届かないとき", "other kanji of the same sound"},
      {"ja", "nyuuk", "<mark>入金</mark>が反映されない", "a long vowel"},
      {"ja", "nyuk", "<mark>入金</mark>が反映されない", "a long vowel left out"},
      {"ja", "nyūk", "<mark>入金</mark>が反映されない", "or with a macron"},
      {"ja", "honninkaku", "<mark>本人確認</mark>の手順", "n before n"},
      {"ja", "ほんにん", "<mark>本人</mark>確認の手順", "kana for kanji"},
      {"ja", "pasu", "<mark>パス</mark>ワードを忘れたとき", "Latin for katakana"},
      {"ja", "ぱす", "<mark>パス</mark>ワードを忘れたとき", "hiragana for katakana"},
      {"ja", "ﾊﾟｽ", "<mark>パス</mark>ワードを忘れたとき", "half width"},
      {"ja", "nettow", "<mark>ネットワ</mark>ークを間違えた", "a doubled consonant"},
      {"ja", "de-t", "<mark>データ</mark>の保存", "a long vowel as it is written"},
      {"ja", "deta", "<mark>データ</mark>の保存", "or left out"},
      {"ja", "tesuu", "取引<mark>手数料</mark>", "a word in the middle"},
      {"ja", "出金て", "<mark>出金手数料</mark>", "the rest in kana"},
  });
}

TEST_CASE("Korean is completed letter by letter, from initials, another layout and Latin letters") {
  check({
      {"ko", "ㅊ", "<mark>출</mark>금이 지연될 때", "one letter"},
      {"ko", "추", "<mark>출</mark>금이 지연될 때", "two"},
      {"ko", "출ㄱ", "<mark>출금</mark>이 지연될 때", "one of the next syllable"},
      {"ko", "출그", "<mark>출금</mark>이 지연될 때", "two of it"},
      {"ko", "비밀ㅂ", "<mark>비밀번</mark>호를 잊어버렸을 때", "half of the third syllable"},
      {"ko", "빔", "<mark>비밀</mark>번호를 잊어버렸을 때", "a consonant that will begin the next syllable"},
      {"ko", "ㅊㅜㄹㄱ", "<mark>출금</mark>이 지연될 때", "letters that no input method joined"},
      {"ko", "출금수", "<mark>출금 수</mark>수료", "a space left out"},
      {"ko", "ㅂㅁ", "<mark>비밀</mark>번호를 잊어버렸을 때", "initials"},
      {"ko", "ㅂㅁㅂㅎ", "<mark>비밀번호</mark>를 잊어버렸을 때", "initials of a word"},
      {"ko", "ㅅㅇㅇㅈ", "<mark>신원 인증</mark>", "initials across a space"},
      {"ko", "qlalf", "<mark>비밀</mark>번호를 잊어버렸을 때", "the other layout"},
      {"ko", "qlalfq", "<mark>비밀번</mark>호를 잊어버렸을 때", "the other layout, half a syllable"},
      {"ko", "cnf", "<mark>출</mark>금이 지연될 때", "the other layout"},
      {"ko", "cnfrma", "<mark>출금</mark>이 지연될 때", "the other layout"},
      {"ko", "cnfrma tn", "<mark>출금</mark> <mark>수</mark>수료", "the other layout, two words"},
      {"ko", "chulg", "<mark>출금</mark>이 지연될 때", "Latin letters"},
      {"ko", "chulgeum", "<mark>출금</mark>이 지연될 때", "Latin letters"},
      {"ko", "bimilb", "<mark>비밀번</mark>호를 잊어버렸을 때", "Latin letters, half a syllable"},
      {"ko", "ipgeum", "<mark>입금</mark>이 들어오지 않을 때", "Latin letters"},
      {"ko", "susur", "거래 <mark>수수료</mark>", "Latin letters, a word in the middle"},
      {"ko", "비멀번", "<mark>비밀번</mark>호를 잊어버렸을 때", "a letter wrong"},
      {"ko", "금", "출<mark>금</mark>이 지연될 때", "the middle of a word"},
  });
}

TEST_CASE("Russian is completed from another layout and from Latin letters") {
  check({
      {"ru", "в", "<mark>В</mark>ывод средств", "one letter"},
      {"ru", "выв", "<mark>Выв</mark>од средств", "as it is written"},
      {"ru", "dsd", "<mark>Выв</mark>од средств", "the other layout"},
      {"ru", "DSD", "<mark>Выв</mark>од средств", "the other layout, capitals"},
      {"ru", "ds", "<mark>Вы</mark>вод средств", "two letters of it"},
      {"ru", "gfhj", "Как восстановить <mark>паро</mark>ль", "the other layout"},
      {"ru", "[jxe", "<mark>хочу</mark> закрыть счёт", "a letter under a sign"},
      {"ru", "rfr ds", "<mark>как</mark> <mark>вы</mark>вести деньги", "two words"},
      {"ru", "vyv", "<mark>Выв</mark>од средств", "Latin letters"},
      {"ru", "viv", "<mark>Выв</mark>од средств", "in another spelling"},
      {"ru", "wyw", "<mark>Выв</mark>од средств", "in a third"},
      {"ru", "kak vyv", "<mark>как</mark> <mark>выв</mark>ести деньги", "two words"},
      {"ru", "verifikatsi", "<mark>Верификация</mark>", "where the sound is not finished"},
      {"ru", "popoln", "<mark>Пополн</mark>ение счёта", "Latin letters"},
      {"ru", "koshel", "<mark>Кошел</mark>ёк и баланс", "sh"},
      {"ru", "kos", "<mark>Кош</mark>елёк и баланс", "s that becomes sh"},
      {"ru", "stejk", "схема комиссий за <mark>стейк</mark>инг", "Latin letters"},
      {"ru", "stakin", "схема комиссий за <mark>стейкин</mark>г", "the English word behind it"},
      {"ru", "кошелек", "<mark>Кошелёк</mark> и баланс", "е for ё"},
      {"ru", "вирификац", "<mark>Верификац</mark>ия", "a letter wrong"},
      {"ru", "вывдо", "<mark>Вывод</mark> средств", "two letters swapped"},
  });
}

TEST_CASE("Thai and Arabic are completed from another layout, Arabic also from Latin letters and without its article") {
  check({
      {"th", "ถ", "<mark>ถ</mark>อนไม่เข้า", "one letter"},
      {"th", "ถอ", "<mark>ถอ</mark>นไม่เข้า", "half a word"},
      {"th", "5v", "<mark>ถอ</mark>นไม่เข้า", "the other layout"},
      {"th", "5vo", "<mark>ถอน</mark>ไม่เข้า", "the other layout"},
      {"th", "/kd", "<mark>ฝาก</mark>เหรียญแล้วยังไม่เข้าบัญชี", "the other layout, a letter under a sign"},
      {"th", "รหัส", "ลืม<mark>รหัส</mark>ผ่าน", "inside of what no space divides"},
      {"th", "kyc", "การยืนยันตัวตน (<mark>KYC</mark>)", "Latin"},
      {"ar", "ا", "<mark>ا</mark>لإيداع لم يصل", "one letter"},
      {"ar", "سحب", "<mark>سحب</mark> الأموال", "as it is written"},
      {"ar", "محف", "عنوان ال<mark>محف</mark>ظة", "without the article"},
      {"ar", "ايد", "ال<mark>إيد</mark>اع لم يصل", "without hamza"},
      {"ar", "hgsp", "<mark>السح</mark>ب ما زال معلقا", "the other layout"},
      {"ar", ";gl", "نسيت <mark>كلم</mark>ة المرور", "the other layout, a letter under a sign"},
      {"ar", "ma7f", "عنوان <mark>المحف</mark>ظة", "the digits of chat"},
      {"ar", "mahf", "عنوان <mark>المحف</mark>ظة", "Latin letters"},
      {"ar", "kalim", "نسيت <mark>كلم</mark>ة المرور", "Latin letters"},
  });
}

TEST_CASE("Latin scripts are completed without marks, with a typing error and from other layouts") {
  check({
      {"en", "w", "<mark>W</mark>ithdraw crypto", "one letter"},
      {"en", "wit", "<mark>Wit</mark>hdraw crypto", "half a word"},
      {"en", "цшер", "<mark>With</mark>draw crypto", "the Russian layout"},
      {"en", "ЦШЕР", "<mark>With</mark>draw crypto", "the Russian layout, capitals"},
      {"en", "ㅈㅑ소", "<mark>With</mark>draw crypto", "the Korean layout"},
      {"en", "верифай", "", "a sound is not a spelling"},
      {"en", "wihtd", "<mark>Withd</mark>raw crypto", "two letters swapped"},
      {"en", "withdrw", "<mark>Withdraw</mark> crypto", "a letter missing"},
      {"en", "depoosi", "<mark>Deposi</mark>t crypto", "a letter too many"},
      {"en", "passwird", "Reset a forgotten <mark>password</mark>", "a letter wrong"},
      {"en", "fess", "Trading <mark>fees</mark>", "a letter wrong in four"},
      {"en", "trad fees", "<mark>Trad</mark>ing <mark>fees</mark>", "two beginnings"},
      {"tr", "sif", "<mark>Şif</mark>remi unuttum", "without marks"},
      {"tr", "cek", "<mark>Çek</mark>im işlemim beklemede", "without marks"},
      {"tr", "islem", "<mark>İşlem</mark> komisyonları", "without marks, capital İ"},
      {"tr", "ISLEM", "<mark>İşlem</mark> komisyonları", "an English capital I"},
      {"tr", "kimlik dogr", "<mark>Kimlik</mark> <mark>doğr</mark>ulama", "two words"},
      {"tr", "yatırdığm", "<mark>Yatırdığım</mark> kripto hesabıma geçmedi", "a letter missing"},
      {"vi", "rut", "<mark>Rút</mark> tiền về ví", "without marks"},
      {"vi", "rút ti", "<mark>Rút</mark> <mark>ti</mark>ền về ví", "with marks"},
      {"vi", "dang nh", "không <mark>đăng</mark> <mark>nh</mark>ập được", "đ"},
      {"vi", "naj", "<mark>Nạ</mark>p tiền chưa về", "Telex keys, half typed"},
      {"vi", "najp tieef", "<mark>Nạp</mark> <mark>tiề</mark>n chưa về", "Telex keys, two words"},
      {"vi", "ma65t", "Quên <mark>mật</mark> khẩu", "VNI keys"},
      {"vi", "xác mih", "", "a short word has no typing error"},
      {"es", "contrasen", "Restablecer la <mark>contraseñ</mark>a", "n for ñ"},
      {"es", "deposito", "Mi <mark>depósito</mark> no ha llegado", "without marks"},
      {"es", "verificasion", "<mark>Verificación</mark> de identidad", "as it sounds"},
      {"es", "cuánto", "¿<mark>Cuánto</mark> cuesta un año?", "behind a sign"},
      {"pt-BR", "negociacao", "Taxas de <mark>negociação</mark>", "without marks"},
      {"pt-BR", "saq", "Meu <mark>saq</mark>ue não caiu", "half a word"},
      {"pt-BR", "esqeci", "<mark>Esqueci</mark> a senha", "a letter missing"},
  });
}

}  // namespace
}  // namespace pharos::search
