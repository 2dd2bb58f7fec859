// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/corpus.h"

#include <cstdint>

namespace pharos::bench {
namespace {

// SplitMix64: the same articles on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
  }

 private:
  std::uint64_t state_;
};

constexpr std::size_t kSections = 4;
constexpr std::size_t kSentences = 6;  // of a section

std::string sentences(const Sample& sample, Dice& dice, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += sample.sentences[dice.below(sample.sentences.size())];
    // A vocabulary that grows with the corpus, as names, codes and amounts do.
    if (dice.below(3) == 0) text += " K" + std::to_string(dice.below(100'000));
    text += ' ';
  }
  return text;
}

}  // namespace

const std::vector<Sample>& samples() {
  static const std::vector<Sample> rows = {
      {"en",
       {"Your deposit is credited after enough confirmations of the network.",
        "A withdrawal may be held for a security review.",
        "Choose the same network on both sides before you send coins.",
        "Reset your password with the link in our e-mail.",
        "Liquidation happens when the margin no longer covers the position.",
        "Fees depend on your trading volume of the last thirty days."},
       {"withdrawal pending", "deposit not credited", "reset password", "liquidation price margin"}},
      {"zh-Hans",
       {"充值在网络确认数足够后到账。", "提现可能因安全审核而延迟。", "转账前请确认双方选择同一网络。",
        "请通过邮件中的链接重置密码。", "保证金不足时仓位会被强制平仓。", "手续费取决于最近三十天的交易量。"},
       {"提现不到账", "充值没到", "重置密码", "强制平仓价格"}},
      {"ja",
       {"入金はネットワークの承認後に反映されます。", "出金はセキュリティ審査のため保留されることがあります。",
        "送金前に同じネットワークを選んでください。", "メールのリンクからパスワードを再設定してください。",
        "証拠金が不足するとポジションは清算されます。", "手数料は過去三十日の取引量によります。"},
       {"出金できない", "入金が反映されない", "パスワード 再設定", "清算価格"}},
      {"ko",
       {"입금은 네트워크 승인 후에 반영됩니다.", "출금은 보안 심사로 보류될 수 있습니다.",
        "송금하기 전에 같은 네트워크를 선택하세요.", "이메일의 링크로 비밀번호를 재설정하세요.",
        "증거금이 부족하면 포지션이 청산됩니다.", "수수료는 최근 삼십 일의 거래량에 따라 다릅니다."},
       {"출금 지연", "입금이 안 들어와요", "비밀번호 재설정", "청산 가격"}},
      {"ru",
       {"Депозит зачисляется после подтверждений сети.", "Вывод может быть задержан для проверки безопасности.",
        "Перед отправкой выберите одну и ту же сеть.", "Сбросьте пароль по ссылке из письма.",
        "Ликвидация наступает, когда маржи не хватает.", "Комиссия зависит от объёма торгов за тридцать дней."},
       {"вывод завис", "депозит не зачислен", "сбросить пароль", "цена ликвидации"}},
      {"tr",
       {"Yatırma işlemi ağ onaylarından sonra hesabınıza geçer.",
        "Çekme işlemi güvenlik incelemesi için bekletilebilir.", "Göndermeden önce iki tarafta da aynı ağı seçin.",
        "Şifrenizi e-postadaki bağlantıyla sıfırlayın.", "Teminat yetmediğinde pozisyon tasfiye edilir.",
        "Ücretler son otuz günün işlem hacmine bağlıdır."},
       {"para çekme bekliyor", "yatırdığım para gelmedi", "şifre sıfırlama", "tasfiye fiyatı"}},
      {"vi",
       {"Tiền nạp được ghi nhận sau khi mạng xác nhận.", "Lệnh rút tiền có thể bị giữ để kiểm tra bảo mật.",
        "Hãy chọn cùng một mạng trước khi gửi.", "Đặt lại mật khẩu bằng liên kết trong email.",
        "Vị thế bị thanh lý khi ký quỹ không đủ.", "Phí phụ thuộc vào khối lượng giao dịch ba mươi ngày qua."},
       {"rút tiền bị treo", "nap tien chua vao", "đặt lại mật khẩu", "giá thanh lý"}},
      {"th",
       {"เงินฝากจะเข้าบัญชีหลังเครือข่ายยืนยัน", "การถอนเงินอาจถูกระงับเพื่อตรวจสอบความปลอดภัย", "โปรดเลือกเครือข่ายเดียวกันก่อนโอน",
        "ตั้งรหัสผ่านใหม่ด้วยลิงก์ในอีเมล", "สถานะจะถูกล้างเมื่อหลักประกันไม่พอ", "ค่าธรรมเนียมขึ้นกับปริมาณซื้อขายสามสิบวัน"},
       {"ถอนเงินไม่ได้", "ฝากเงินไม่เข้า", "ตั้งรหัสผ่านใหม่", "บัญชีถูกระงับ"}},
      {"ar",
       {"يضاف الإيداع بعد تأكيدات الشبكة.", "قد يعلق السحب للمراجعة الأمنية.", "اختر الشبكة نفسها قبل الإرسال.",
        "أعد تعيين كلمة المرور من الرابط في البريد.", "تتم التصفية عندما لا يكفي الهامش.",
        "تعتمد الرسوم على حجم التداول في ثلاثين يوما."},
       {"سحب معلق", "لم يصل الإيداع", "كلمة المرور", "سعر التصفية"}},
  };
  return rows;
}

std::string text(const Sample& sample, std::size_t bytes) {
  Dice dice(7);
  std::string all;
  while (all.size() < bytes) all += sentences(sample, dice, 1);
  return all;
}

content::Library library(const Sample& sample, std::size_t articles) {
  Dice dice(42);
  const Language language = Language::require(sample.language);
  content::Library made;
  made.settings.default_language = language;
  made.settings.languages.emplace_back(language);
  for (std::size_t i = 0; i < articles; ++i) {
    content::Article article(ArticleKey::require("a" + std::to_string(i)), language);
    article.title =
        std::string(sample.queries[i % sample.queries.size()]) + " " + std::to_string(i / sample.queries.size());
    article.questions = {std::string(sample.queries[dice.below(sample.queries.size())]) + " K" + std::to_string(i)};
    for (std::size_t s = 0; s < kSections; ++s) {
      const std::string anchor = s == 0 ? std::string() : "s" + std::to_string(s);
      article.sections.push_back(
          {anchor, s == 0 ? std::string() : sentences(sample, dice, 1), 2, sentences(sample, dice, kSentences)});
    }
    article.html = "<p>" + article.sections[0].text + "</p>";
    made.articles.push_back(std::move(article));
  }
  made.counts.articles = articles;
  return made;
}

}  // namespace pharos::bench
