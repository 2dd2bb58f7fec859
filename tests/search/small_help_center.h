// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "offer.h"

namespace pharos::search {

// A help center of a few lines a language: what is typed into it must find the right one among its neighbours.
struct Line {
  const char* key;
  const char* title;
  std::vector<std::string> questions;
};
inline const std::map<std::string, std::vector<Line>>& help_center() {
  static const std::map<std::string, std::vector<Line>> lines = {
      {"en",
       {{"withdraw", "Withdraw crypto", {"my withdrawal is stuck", "minimum withdrawal"}},
        {"deposit", "Deposit crypto", {"USDT deposit not credited"}},
        {"password", "Reset a forgotten password", {}},
        {"verify", "Verify your identity (KYC)", {"why was my passport refused"}},
        {"fees", "Trading fees (maker and taker)", {}},
        {"futures", "Funding rate in futures", {}}}},
      {"zh-Hans",
       {{"withdraw", "提现未到账", {"USDT 提现手续费"}},
        {"deposit", "充值地址在哪里", {"充值选错网络"}},
        {"password", "忘记密码怎么重置", {}},
        {"verify", "如何完成身份认证（KYC）", {"人脸识别失败"}},
        {"fees", "交易手续费", {}},
        {"authenticator", "谷歌验证器丢失", {"TXID 是什么"}}}},
      {"zh-Hant",
       {{"withdraw", "提領還在處理中", {"提幣沒到帳"}},
        {"deposit", "儲值沒入帳", {}},
        {"password", "忘記密碼，如何重設", {}},
        {"verify", "完成身分驗證（KYC）", {}},
        {"account", "帳戶被凍結", {}}}},
      {"ja",
       {{"withdraw", "出金が届かないとき", {"出金手数料"}},
        {"deposit", "入金が反映されない", {}},
        {"password", "パスワードを忘れたとき", {}},
        {"verify", "本人確認の手順", {}},
        {"fees", "取引手数料", {"データの保存"}},
        {"network", "ネットワークを間違えた", {}}}},
      {"ko",
       {{"withdraw", "출금이 지연될 때", {"출금 수수료"}},
        {"deposit", "입금이 들어오지 않을 때", {}},
        {"password", "비밀번호를 잊어버렸을 때", {}},
        {"verify", "신원 인증(KYC) 하는 방법", {}},
        {"fees", "거래 수수료", {}}}},
      {"ru",
       {{"withdraw", "Вывод средств", {"как вывести деньги"}},
        {"deposit", "Пополнение счёта", {}},
        {"password", "Как восстановить пароль", {}},
        {"verify", "Верификация (KYC)", {}},
        {"fees", "Комиссии сети", {"хочу закрыть счёт"}},
        {"wallet", "Кошелёк и баланс", {"схема комиссий за стейкинг"}}}},
      {"tr",
       {{"withdraw", "Çekim işlemim beklemede", {}},
        {"deposit", "Yatırdığım kripto hesabıma geçmedi", {}},
        {"password", "Şifremi unuttum", {}},
        {"verify", "Kimlik doğrulama", {}},
        {"fees", "İşlem komisyonları", {}}}},
      {"vi",
       {{"withdraw", "Rút tiền về ví", {}},
        {"deposit", "Nạp tiền chưa về", {}},
        {"password", "Quên mật khẩu", {"không đăng nhập được"}},
        {"verify", "Xác minh danh tính (KYC)", {}},
        {"fees", "Phí giao dịch", {}}}},
      {"es",
       {{"withdraw", "Cómo retirar criptomonedas", {}},
        {"deposit", "Mi depósito no ha llegado", {}},
        {"password", "Restablecer la contraseña", {}},
        {"verify", "Verificación de identidad", {}},
        {"fees", "Comisiones de red", {"¿Cuánto cuesta un año?"}}}},
      {"pt-BR",
       {{"withdraw", "Como sacar criptomoedas", {"Meu saque não caiu"}},
        {"deposit", "Meu depósito não caiu na conta", {}},
        {"password", "Esqueci a senha", {}},
        {"verify", "Verificação de identidade", {}},
        {"fees", "Taxas de negociação", {}}}},
      {"th",
       {{"withdraw", "ถอนไม่เข้า", {"ค่าธรรมเนียมการถอน"}},
        {"deposit", "ฝากเหรียญแล้วยังไม่เข้าบัญชี", {}},
        {"password", "ลืมรหัสผ่าน", {}},
        {"verify", "การยืนยันตัวตน (KYC)", {}},
        {"account", "บัญชีถูกระงับ", {}}}},
      {"ar",
       {{"withdraw", "السحب ما زال معلقا", {"سحب الأموال"}},
        {"deposit", "الإيداع لم يصل", {}},
        {"password", "نسيت كلمة المرور", {}},
        {"verify", "التحقق من الهوية", {}},
        {"wallet", "عنوان المحفظة", {}}}},
  };
  return lines;
}

/// All languages of the help center, each alone.
class Reader {
 public:
  Reader() {
    for (const auto& [tag, lines] : help_center()) {
      Offer& offer = offers_[tag].language(tag.c_str());
      for (const Line& line : lines) offer.title(tag.c_str(), line.key, line.title, line.questions);
      suggesters_[tag] = std::make_unique<Suggester>(offer.catalog());
    }
  }
  std::vector<Suggestion> suggest(const char* tag, const std::string& prefix) const {
    return suggesters_.at(tag)->suggest(prefix, lang(tag), 8);
  }

 private:
  std::map<std::string, Offer> offers_;
  std::map<std::string, std::unique_ptr<Suggester>> suggesters_;
};
inline const Reader& reader() {
  static const Reader instance;
  return instance;
}

struct Row {
  const char* tag;
  const char* prefix;
  const char* html;  ///< the first line
  const char* reason;
};

inline void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const std::vector<Suggestion> found = reader().suggest(row.tag, row.prefix);
    CAPTURE(std::string(row.tag));
    CAPTURE(std::string(row.prefix));
    CAPTURE(std::string(row.reason));
    CHECK(Offer::printed(found).substr(0, std::string(row.html).size()) == row.html);
  }
}

}  // namespace pharos::search
