// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "desk/bip39_words.h"
#include "pharos/desk/secret_guard.h"

namespace pharos::desk {
namespace {

struct Row {
  std::string text;
  std::string masked;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const GuardedText guarded = mask_secrets(row.text, GuardLevel::kSecrets);
    CHECK(guarded.text == row.masked);
    CHECK(guarded.masked == std::vector<SecretKind>{SecretKind::kSeedPhrase});
  }
}

const std::string kTwelve = "purse short chronic face danger voice island snack mirror midnight episode danger";
const std::string kMasked = "[seed phrase removed]";

}  // namespace

TEST_CASE("seed phrases of every list are masked") {
  check({
      {"purse short chronic face danger voice island snack mirror midnight episode danger", kMasked},
      {"must ring canyon chuckle symptom garden million chuckle true oblige motor physical fiction neutral search",
       kMasked},
      {"decrease battle furnace decrease inner danger mixed lesson antenna hope caught lobster wool rely glue walk "
       "broken ripple",
       kMasked},
      {"cruise mother eye differ wait okay ecology tunnel pact climb push edit multiply finger labor dynamic mule hurt "
       "life live weasel",
       kMasked},
      {"merry pony eye army cement reform maple cabbage alone cotton chaos fire century fire quit spread fix clean "
       "pepper lounge antenna ship cup recycle",
       kMasked},
      {"englober plexus axiome voyage cendrier vétuste atome obstacle oreille blafard baudrier agile", kMasked},
      {"oleada envase espejo sólido toser mamá lámpara bestia árbol ética vivo mural", kMasked},
      {"oleada envase espejo solido toser mama lampara bestia arbol etica vivo mural", kMasked},
      {"dote fanale druido alce smentito serio lenza aspro rassegna scrutinio marmo verace", kMasked},
      {"lamber macio juba touca clone fraterno lombo medusa galocha lapso xerife imersivo", kMasked},
      {"jitrnice zloba platit kritik nehet podhled email dekret ocel poslanec otisk penalta", kMasked},
      {"じだい　たいこ　きらく　たんにん　こうすい　じゆう　にんそう　ひだり　そつぎょう　こもち　せおう　しはん",
       kMasked},
      {"임금 차별 자전거 그날 편견 제출 뉴욕 점점 북부 안개 시설 원숭이", kMasked},
      {"需 利 桥 援 呵 它 镇 湾 饲 听 未 健", kMasked},
      {"需利桥援呵它镇湾饲听未健", kMasked},
      {"冠拉脈群語致卻茶昆三像綱", kMasked},
      {"番铃悄余海办远杂养共稀赫帽戴胞塔邻您", kMasked},
      // Decomposed, as the standard stores them.
      {"oleada envase espejo so\xCC\x81lido toser mama\xCC\x81 la\xCC\x81mpara bestia a\xCC\x81rbol e\xCC\x81tica "
       "vivo mural",
       kMasked},
      {"し\xE3\x82\x99だい たいこ きらく たんにん こうすい し\xE3\x82\x99ゆう にんそう ひた\xE3\x82\x99り "
       "そつき\xE3\x82\x99ょう こもち せおう しはん",
       kMasked},
  });
}

TEST_CASE("seed phrases are found in the shapes people send them") {
  check({
      {"my seed is " + kTwelve + ". Please help!", "my seed is [seed phrase removed]. Please help!"},
      {"Purse Short Chronic Face Danger Voice Island Snack Mirror Midnight Episode Danger", kMasked},
      {"PURSE, SHORT, CHRONIC, FACE, DANGER, VOICE, ISLAND, SNACK, MIRROR, MIDNIGHT, EPISODE, DANGER", kMasked},
      {"1. purse 2. short 3. chronic 4. face 5. danger 6. voice 7. island 8. snack 9. mirror 10. midnight 11. episode "
       "12. danger",
       "1. [seed phrase removed]"},
      {"1) purse\n2) short\n3) chronic\n4) face\n5) danger\n6) voice\n7) island\n8) snack\n9) mirror\n10) "
       "midnight\n11) "
       "episode\n12) danger\nthanks",
       "1) [seed phrase removed]\nthanks"},
      {"purse\r\nshort\r\nchronic\r\nface\r\ndanger\r\nvoice\r\nisland\r\nsnack\r\nmirror\r\nmidnight\r\nepisode\r\ndan"
       "ger",
       kMasked},
      {"word 1: purse, word 2: short, word 3: chronic, word 4: face, word 5: danger, word 6: voice, word 7: island, "
       "word 8: snack, word 9: mirror, word 10: midnight, word 11: episode, word 12: danger",
       "word 1: [seed phrase removed]"},
      {"слово 1: purse\nслово 2: short\nслово 3: chronic\nслово 4: face\nслово 5: danger\nслово 6: voice\nслово 7: "
       "island\nслово 8: snack\nслово 9: mirror\nслово 10: midnight\nслово 11: episode\nслово 12: danger",
       "слово 1: [seed phrase removed]"},
      {"第1个purse 第2个short 第3个chronic 第4个face 第5个danger 第6个voice 第7个island 第8个snack 第9个mirror "
       "第10个midnight 第11个episode 第12个danger",
       "第1个[seed phrase removed]"},
      {"1st purse 2nd short 3rd chronic 4th face 5th danger 6th voice 7th island 8th snack 9th mirror 10th midnight "
       "11th "
       "episode 12th danger",
       "1st [seed phrase removed]"},
      {"purse | short | chronic | face\ndanger | voice | island | snack\nmirror | midnight | episode | danger",
       kMasked},
      {"\"purse\" \"short\" \"chronic\" \"face\" \"danger\" \"voice\" \"island\" \"snack\" \"mirror\" \"midnight\" "
       "\"episode\" \"danger\"",
       "\"[seed phrase removed]\""},
      {"purse-short-chronic-face-danger-voice-island-snack-mirror-midnight-episode-danger", kMasked},
      {"purse\xE2\x80\x8B short chronic face danger voice island snack mir\xC2\xADror midnight episode danger",
       kMasked},
      {"ｐｕｒｓｅ ｓｈｏｒｔ chronic face danger voice island snack mirror midnight episode danger", kMasked},
      {"我的助记词是" + kTwelve + "，钱包打不开了", "我的助记词是[seed phrase removed]，钱包打不开了"},
      {"Моя сид-фраза: " + kTwelve + ". Помогите", "Моя сид-фраза: [seed phrase removed]. Помогите"},
      {"シードは「" + kTwelve + "」です", "シードは「[seed phrase removed]」です"},
      {"عبارتي: " + kTwelve + " ساعدوني", "عبارتي: [seed phrase removed] ساعدوني"},
      {"你好，我的助记词是需利桥援呵它镇湾饲听未健", "你好，我的助记词是[seed phrase removed]"},
      {"助記詞：1冠 2拉 3脈 4群 5語 6致 7卻 8茶 9昆 10三 11像 12綱", "助記詞：1[seed phrase removed]"},
      // The one that everybody tests with, and the one of the standard.
      {"test test test test test test test test test test test junk", kMasked},
      {"abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about", kMasked},
      {"legal winner thank year wave sausage worth useful legal winner thank yellow", kMasked},
  });
}

TEST_CASE("a seed phrase with a mistake is still a secret") {
  check({
      // The last word is wrong, so the checksum is.
      {"purse short chronic face danger voice island snack mirror midnight episode zoo", kMasked},
      {"purse short chronic face danger voice island snack mirror midnight episode", kMasked},
      {"purse short chronic face dangr voice island snack mirror midnight episode danger", kMasked},
      {"purse short chronic face danger voice island snack mirror midnight episode dangerr",
       "[seed phrase removed] dangerr"},
      {"decrease battle furnace decrease inner danger mixed lesson antenna hop caught lobster wool rely glue walk "
       "broken "
       "ripple",
       kMasked},
      {"임금 차별 자전거 그날 편견 제출 뉴욕 점점 북부 안개 시설 임금", kMasked},
  });
}

TEST_CASE("ordinary sentences have no seed phrase") {
  for (const char* const text : {
           "What will happen when they cancel this order after you approve that? You can also add more than one "
           "wallet.",
           "You can only use this after they check that you also have more than one wallet with that coin",
           "Please keep calm and wait, once the deposit arrives you will receive an email with the exact amount.",
           "no no no no no no no no no no no no no no no no no",
           "buy buy buy buy buy buy buy buy buy buy buy buy buy",
           "I wrote down my seed phrase of 12 words but I lost one word. Can you help me find it?",
           "withdraw, deposit, trade, transfer, convert, stake, lend, borrow, margin, futures, options, swap",
           "My 24 words do not work: the app says invalid checksum. What should I do now?",
           "Bitcoin, Ethereum, Tether, Solana, Ripple, Cardano, Dogecoin, Tron, Polkadot, Litecoin, Avalanche, Shiba",
           "我的账户无法登录怎么办，验证码一直收不到，请帮我处理一下，谢谢",
           "我们问的是工单号或交易哈希，对方要密码、验证码、助记词或远程控制",
           "助记词丢失了还能不能恢复钱包里面的数字货币资产请问怎么办",
           "该交易对暂停交易，订单保留；恢复交易前可以撤单",
           "資金費率按標記價格計算的倉位價值，對方要密碼、驗證碼、助記詞或遠端控制",
           "Lumen 的人員絕不會向您要驗證碼、備份金鑰或助記詞，也不會收費代辦 2FA 重設。",
           "出金の申請をしましたが、まだ着金していません。どのくらいかかりますか。注文番号は12345です。",
           "출금 신청을 했는데 아직 도착하지 않았습니다. 얼마나 걸리나요? 그리고 수수료는 얼마인가요?",
           "Я отправил 100 USDT три часа назад, а на счёте ничего нет. Сколько ждать и что мне делать?",
           "Hesabıma para yatırdım ama görünmüyor. İşlem onaylandı, ne kadar beklemem gerekiyor acaba?",
           "Tôi đã nạp tiền từ hôm qua nhưng số dư vẫn chưa cập nhật, phải chờ bao lâu nữa vậy?",
           "Hice un retiro ayer por la noche y todavía no llega a mi banco, cuánto tarda normalmente este proceso?",
           "Fiz um saque ontem à noite e ainda não caiu na minha conta, quanto tempo demora esse processo?",
           "ฉันถอนเงินไปเมื่อวานแต่ยังไม่เข้าบัญชีเลย ต้องรออีกนานแค่ไหน ช่วยตรวจสอบให้หน่อย",
           "سحبت أموالي أمس ولم تصل إلى حسابي البنكي حتى الآن، كم من الوقت يستغرق ذلك عادة؟",
       }) {
    CAPTURE(text);
    CHECK(mask_secrets(text, GuardLevel::kSecrets).text == text);
  }
}

TEST_CASE("a list's word is found as people write it, and the checksum tells phrases apart") {
  for (const char* const word : {"abandon", "ábaco", "abaco", "あいこくしん", "가격", "的", "abaisser", "zoubek"}) {
    CAPTURE(word);
    CHECK(find_bip39(bip39_key(word)) != nullptr);
  }
  CHECK(find_bip39("lumen") == nullptr);
  std::vector<std::int16_t> places(11, 0);
  places.push_back(3);
  CHECK(is_bip39_mnemonic(places, 0, 12));
  places.back() = 4;
  CHECK_FALSE(is_bip39_mnemonic(places, 0, 12));
  places.pop_back();
  CHECK_FALSE(is_bip39_mnemonic(places, 0, 11));
}

}  // namespace pharos::desk
