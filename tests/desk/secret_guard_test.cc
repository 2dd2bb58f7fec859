// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/secret_guard.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

namespace pharos::desk {
namespace {

struct Row {
  std::string text;
  std::string masked;
};

void check(const std::vector<Row>& rows, GuardLevel level) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const GuardedText guarded = mask_secrets(row.text, level);
    CHECK(guarded.text == row.masked);
    CHECK(guarded.masked.empty() == (row.text == row.masked));
    CHECK(mask_secrets(guarded.text, level).text == guarded.text);
  }
}

const std::string kHex = "2ec5363839d1578b188acfeecde56badcf5cbc61c9924ff725d0d470df52f08b";
const std::string kXprv =
    "xprv9s21ZrQH143K2XCgXuh37stVQZkKC5KQVKgkQ7uxKm4mKZFruLSnkzK34uoNQYDsr6JWUH9EoDztAwpZVbv7QQJmTfbvoZo44C1LEZNsA73";
const std::string kXpub =
    "xpub661MyMwAqRbcF1H9dwE3V1qDxbaobY3FrYcMCWKZt6bkCMb1Ssm3JndWvAq8rBGXxg6xeNRaH8zLh2ZuDVe6TfagYx4X9BytyMuLyrp8YQi";
const std::string kSolanaSecret =
    "wEe8zxuAs1o5MKd5kSFEJhLYKKTSP7jjX4o8gGzEQyLNA775YDuTb7eHs4aNyrZS12ZVL7MpXKccHw4g8bXacmN";

}  // namespace

TEST_CASE("private keys are masked where they are known by shape or by what is said") {
  check(
      {
          {"WIF KxndHHQYaRdd3XbMwv6GpDx3fA2484HsT5dLixuRuDrz5KQ7pfdW!", "WIF [private key removed]!"},
          {"5JAtGUHD92W9AdqZqh85weppGttSdVPQDFeEXoehz9MPSytHZKW", "[private key removed]"},
          {"密码 6PRLEoLiiXuoQAfJNnAfVw7eRtQ4M6nGajFJuF7WH4L9AkUM5JUWnkHBeF 谢谢", "密码 [private key removed] 谢谢"},
          // A typing error leaves a secret behind that is nearly right.
          {"my key KxndHHQYaRdd3XbMwv6GpDx3fA2484HsT5dLixuRuDrz5KQ7pfdX", "my key [private key removed]"},
          {"it is " + kXprv + ", is it safe?", "it is [private key removed], is it safe?"},
          {"my private key: " + kHex, "my private key: [private key removed]"},
          {"Private Key = 0x" + kHex + "\nhelp", "Private Key = [private key removed]\nhelp"},
          {kHex + " <- this is my secret key", "[private key removed] <- this is my secret key"},
          {"我的私钥是" + kHex + "能恢复吗", "我的私钥是[private key removed]能恢复吗"},
          {"私鑰：" + kHex, "私鑰：[private key removed]"},
          {"秘密鍵は" + kHex + "です", "秘密鍵は[private key removed]です"},
          {"개인키 " + kHex, "개인키 [private key removed]"},
          {"мой приватный ключ " + kHex, "мой приватный ключ [private key removed]"},
          {"МОЙ КЛЮЧ: " + kHex, "МОЙ КЛЮЧ: [private key removed]"},
          {"özel anahtarım: " + kHex, "özel anahtarım: [private key removed]"},
          {"khóa riêng tư của tôi: " + kHex, "khóa riêng tư của tôi: [private key removed]"},
          {"mi clave privada es " + kHex, "mi clave privada es [private key removed]"},
          {"minha chave privada é " + kHex, "minha chave privada é [private key removed]"},
          {"คีย์ส่วนตัวของฉัน " + kHex, "คีย์ส่วนตัวของฉัน [private key removed]"},
          {"مفتاحي الخاص: " + kHex, "مفتاحي الخاص: [private key removed]"},
          {"Phantom secret: " + kSolanaSecret, "Phantom secret: [private key removed]"},
          {"-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIIm8\nAwEHoUQDQgAE\n-----END EC PRIVATE KEY-----\nbye",
           "[private key removed]\nbye"},
          {"a -----BEGIN PRIVATE KEY----- MIIEvQIBADANBgkqhkiG9w0 -----END PRIVATE KEY----- b",
           "a [private key removed] b"},
          // A phone's keyboard writes two hyphens as a dash; the end was not copied.
          {"key:\n—–BEGIN RSA PRIVATE KEY—–\nProc-Type: 4,ENCRYPTED\n\nMIIEowIBAAKCAQEAr\nLwIDAQAB\nplease help me",
           "key:\n[private key removed]\nplease help me"},
          {"id.json: [12,34, 56,78,90,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,"
           "31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,255]",
           "id.json: [private key removed]"},
      },
      GuardLevel::kSecrets);
}

TEST_CASE("what looks like a private key and is none stays in a ticket") {
  const std::vector<std::string> rows = {
      "Transaction id " + kHex + " has not arrived",
      "txid: " + kHex,
      "I lost my key card. The transaction hash is " + kHex,
      kHex,
      "0x" + kHex + " still pending after 3 hours",
      "交易哈希：" + kHex + "，三天没到账",
      "хеш транзакции " + kHex,
      "İşlem hash: " + kHex,
      "mã giao dịch (txid) " + kHex,
      "Solana signature " + kSolanaSecret + " of the transaction",
      "public " + kXpub,
      "sha256:" + kHex.substr(0, 40),
      "secret santa list: " + kHex.substr(0, 32),
      "-----BEGIN CERTIFICATE-----\nMIIEowIBAAKCAQEAr\n-----END CERTIFICATE-----",
      "[1, 2, 3]",
      "my address is 0x52908400098527886E0F7030069857D2E4169EE7 and bc1q9mznvwpe69tckxy2elhvmett4h84e0rpgst8kf",
      "write to me at someone@example.com or +44 20 7946 0958",
  };
  for (const std::string& text : rows) {
    CAPTURE(text);
    CHECK(mask_secrets(text, GuardLevel::kSecrets).text == text);
  }
}

TEST_CASE("card numbers are masked in the shapes people write them") {
  check(
      {
          {"4111111111111111", "[card number removed]"},
          {"my card 4111 1111 1111 1111 exp 12/27", "my card [card number removed] exp 12/27"},
          {"4111-1111-1111-1111", "[card number removed]"},
          {"4222222222222", "[card number removed]"},
          {"5555555555554444,", "[card number removed],"},
          {"2223003122003222", "[card number removed]"},
          {"3782 822463 10005", "[card number removed]"},
          {"378282246310005", "[card number removed]"},
          {"3056 930902 5904", "[card number removed]"},
          {"6011 1111 1111 1117", "[card number removed]"},
          {"3566002020360505", "[card number removed]"},
          {"银行卡号622848012345678900可以吗", "银行卡号[card number removed]可以吗"},
          {"银行卡号6228 4801 2345 6789 7可以吗", "银行卡号[card number removed]可以吗"},
          {"карта Мир 2200 7001 2345 6781 не проходит", "карта Мир [card number removed] не проходит"},
          {"Troy kartım 9792001234567890", "Troy kartım [card number removed]"},
          {"カード番号は４１１１　１１１１　１１１１　１１１１です", "カード番号は[card number removed]です"},
          {"بطاقتي ٤١١١ ١١١١ ١١١١ ١١١١", "بطاقتي [card number removed]"},
          {"thẻ 4111\xC2\xA0"
           "1111\xC2\xA0"
           "1111\xC2\xA0"
           "1111",
           "thẻ [card number removed]"},
          {"4111\xE2\x80\x8B"
           "111111111111",
           "[card number removed]"},
          {"2024 4111 1111 1111 1111 and 5555 5555 5555 4444", "2024 [card number removed] and [card number removed]"},
          {"I paid order 7781 with the card 4111111111111111", "I paid order 7781 with the card [card number removed]"},
          {"4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "[card number removed]"},
      },
      GuardLevel::kSecrets);
}

TEST_CASE("long numbers that are no cards stay") {
  for (const char* const text : {
           "4111111111111112",                                     // Luhn
           "1234567812345670",                                     // nobody's prefix
           "Order number 4111111111111111 was cancelled",          //
           "订单号 4111111111111111 已取消",                       //
           "номер заказа 4111111111111111",                        //
           "ORD-4111111111111111",                                 //
           "TX4111111111111111",                                   //
           "0.4111111111111111 BTC",                               //
           "+4111111111111111",                                    //
           "41111111111111110000000",                              //
           "1700000000000 ms, 1700000000 s",                       //
           "between 2023-10-01 12:30:45 and 2023-10-02 08:15:00",  //
           "1 000 000 000 000 IDR",                                //
           "3,782,822,463,100.05 VND",                             //
           "uid 378282246310005x",                                 //
           "block 800000, fee 0.00012345 BTC, 12 confirmations",   //
           "IBAN TR33 0006 1005 1978 6457 8413 26",                //
       }) {
    CAPTURE(text);
    CHECK(mask_secrets(text, GuardLevel::kSecrets).text == text);
  }
}

TEST_CASE("what names a person is masked where texts are kept for reports, and only there") {
  const std::vector<Row> rows = {
      {"write to someone@example.com.", "write to [email removed]."},
      {"我的邮箱是abc_1@qq.com请联系", "我的邮箱是[email removed]请联系"},
      {"почта Ivan.Petrov+1@mail.example.ru, жду", "почта [email removed], жду"},
      {"почта@пример.рф", "[email removed]"},
      {"<o'neil@sub.example.co.uk>", "<[email removed]>"},
      {"ａｂｃ＠ｅｘａｍｐｌｅ．ｃｏｍ", "[email removed]"},
      {"call +1 (555) 123-4567 now", "call [phone removed] now"},
      {"+8613812345678", "[phone removed]"},
      {"0086 138 1234 5678", "[phone removed]"},
      {"手机13812345678收不到验证码", "手机[phone removed]收不到验证码"},
      {"138-1234-5678", "[phone removed]"},
      {"090-1234-5678に電話", "[phone removed]に電話"},
      {"０９０－１２３４－５６７８", "[phone removed]"},
      {"010-1234-5678로 전화", "[phone removed]로 전화"},
      {"мой телефон 8 (912) 345-67-89", "мой телефон [phone removed]"},
      {"+7 912 345 67 89", "[phone removed]"},
      {"numaram 0532 123 45 67", "numaram [phone removed]"},
      {"sđt 0912.345.678", "sđt [phone removed]"},
      {"mi teléfono es 612 34 56 78", "mi teléfono es [phone removed]"},
      {"meu celular (11) 91234-5678", "meu celular [phone removed]"},
      {"โทร 081-234-5678", "โทร [phone removed]"},
      {"جوال ٠٥٥ ١٢٣ ٤٥٦٧", "جوال [phone removed]"},
      {"0x52908400098527886E0F7030069857D2E4169EE7", "[wallet address removed]"},
      {"1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "[wallet address removed]"},
      {"35xKFtD6Ju26GKfLVuaEsekCuS3j1ivABN", "[wallet address removed]"},
      {"bc1q9mznvwpe69tckxy2elhvmett4h84e0rpgst8kf", "[wallet address removed]"},
      {"bc1q9mznvwpe69tckxy2elhvmett4h84e0rpgst8kq", "[wallet address removed]"},
      {"BC1P9MZNVWPE69TCKXY2ELHVMETT4H84E0RPEXFYLAE96R28PH6J7Z9SF7XDGT", "[wallet address removed]"},
      {"cosmos19mznvwpe69tckxy2elhvmett4h84e0rp724vjy", "[wallet address removed]"},
      {"地址TEEWLQ6NuipfLL2Xy5ZMyB5QfhWKhpZTnn没到账", "地址[wallet address removed]没到账"},
      {"LPVFbZ2UqewmRxf4Ywtwj3T2y88HfgFRpf", "[wallet address removed]"},
      {"rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", "[wallet address removed]"},
      {"49aApDdx7dK9QGxgCWbSA2287KVWL1yMxBcpGnr8wqCE", "[wallet address removed]"},
  };
  check(rows, GuardLevel::kPersonal);
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(mask_secrets(row.text, GuardLevel::kSecrets).text == row.text);
  }
}

TEST_CASE("codes, amounts, dates and names of files are no persons") {
  for (const char* const text : {
           "2024-01-15 10:30",
           "15.01.2024",
           "01.02.2024 10:30",
           "192.168.1.100",
           "8.8.8.8",
           "v1.2.3.45",
           "1 500 000 VND",
           "10.000.000",
           "600 000 000",
           "0.00012345",
           "1,234,567.89 USDT",
           "+5%",
           "+100 USDT",
           "order 0012-3456-7890",
           "订单 13812345678",
           "заказ 8-912-345-67-89",
           "ticket #12345678",
           "uid 123456789",
           "@lumen_support",
           "me@home",
           "3 @ 5.00",
           "a@b",
           "file@2x.",
           "0x529084",
           "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLz",
           "VeryLongCamelCaseIdentifierWithoutDigits",
           "qwertyuiopasdfghjklzxcvbnm1234567890",
           "100-200 USDT in 3-5 days",
           "24/7",
           "T+1",
           "BTC/USDT 67890.12",
           "2FA 123456",
           "15000000000 VND",
       }) {
    CAPTURE(text);
    CHECK(mask_secrets(text, GuardLevel::kPersonal).text == text);
  }
}

TEST_CASE("each kind is told once, in the order of the kinds") {
  const GuardedText guarded = mask_secrets(
      "a@b.example c@d.example 4111111111111111 5JAtGUHD92W9AdqZqh85weppGttSdVPQDFeEXoehz9MPSytHZKW +14155552671",
      GuardLevel::kPersonal);
  CHECK(guarded.masked == std::vector<SecretKind>{SecretKind::kPrivateKey, SecretKind::kCardNumber, SecretKind::kEmail,
                                                  SecretKind::kPhone});
  std::string names;
  for (int kind = 0; kind < 6; ++kind) names.append(name(static_cast<SecretKind>(kind))).append(" ");
  CHECK(names == "seed-phrase private-key card-number email phone wallet-address ");
}

TEST_CASE("any bytes are taken, and only secrets are changed") {
  CHECK(mask_secrets("", GuardLevel::kPersonal).text.empty());
  const std::string torn = "\xFF\xFE 4111 1111 1111 1111 \xE4\xB8 \xC3( \xF0\x9F\x98\x80";
  CHECK(mask_secrets(torn, GuardLevel::kPersonal).text ==
        "\xFF\xFE [card number removed] \xE4\xB8 \xC3( \xF0\x9F\x98\x80");
  const std::string nul("a\0b 4111111111111111", 20);
  CHECK(mask_secrets(nul, GuardLevel::kSecrets).text == std::string("a\0b [card number removed]", 25));
}

TEST_CASE("a megabyte made to be slow is read in a time that grows with its length") {
  const std::vector<std::string> pieces = {"4",
                                           "4111 ",
                                           "a@",
                                           "@a.",
                                           "1",
                                           "-",
                                           "-----BEGIN PRIVATE KEY-----",
                                           "-----BEGIN ",
                                           "[1,",
                                           "abandon ",
                                           "that ",
                                           "test1 ",
                                           "的",
                                           "的 ",
                                           "需利桥援",
                                           "种子需利桥援",
                                           "e\xCC\x81",
                                           "\xCC\x81",
                                           "\xE2\x80\x8B",
                                           kHex + " key ",
                                           "bc1q",
                                           "5JAtGUHD92W9AdqZqh85weppGttSdVPQDFeEXoehz9MPSytHZKQ ",
                                           "+1 ",
                                           "(",
                                           "word 1 ",
                                           "あいさつ　",
                                           "가격 ",
                                           "\xFF",
                                           "4111111111111111 order "};
  const auto seconds = [](const std::string& piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    mask_secrets(text, GuardLevel::kPersonal);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    const double eighth = seconds(piece, 4 << 10);
    // Eight times the text; a quadratic reader takes sixty-four times as long.
    CHECK(seconds(piece, 32 << 10) < 24 * eighth + .5);
  }
  CHECK(seconds("4111 ", 1 << 20) < 30);
}

}  // namespace pharos::desk
