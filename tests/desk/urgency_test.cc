// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/urgency.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace pharos::desk {
namespace {

/// What people write of one language: what cannot wait, and what sounds like it and can.
struct SaidRow {
  const char* language;
  std::vector<std::string> urgent, calm;
};

const std::vector<SaidRow>& said() {
  static const std::vector<SaidRow> kSaid = {
      {"en",
       {"My account was hacked!!", "someone withdrew all my USDT", "I've been hacked, please help",
        "Unauthorized withdrawal from my account", "my phone was stolen and my 2fa is on it",
        "There is a withdrawal I did not make this morning, I did not make this withdrawal", "my wallet got drained",
        "Why is my account frozen?", "Someone has just logged into my account from Brazil", "all my coins are gone",
        "withdrawal without my permission", "I was scammed, they took 2000 USDT",
        "my email got compromised, please lock the account", "I don't recognize this transaction",
        "No, my account was hacked", "Not able to log in. My account was hacked", "how to recover a hacked account",
        "HACKED. HELP", "They sim swapped me and stole everything"},
       {"What happens if my account is hacked?",
        "how do I avoid being hacked",
        "I was NOT hacked",
        "I wasn't hacked",
        "How do I protect my account from being hacked?",
        "how to prevent theft of my coins",
        "Has the exchange ever been hacked?",
        "are my funds insured against theft",
        "my account has not been frozen",
        "in case my phone is stolen what do I do",
        "Will my account be frozen after I change the password?",
        "how can I tell whether an email is fraudulent",
        "my deposit has not arrived",
        "forgot my password",
        "what is unauthorized access?",
        "can my account be hacked through the API?",
        "how do I report a bug",
        "verification takes long",
        "withdraw fee for BTC",
        "how can I make sure that I don't get hacked",
        "If I lose my phone can my account be hacked?",
        "but what if my account is hacked"}},
      {"zh-Hans",
       {"我的账户被盗了", "号被盗了，快帮我", "有人提现了我的币", "账号被黑客入侵", "我的USDT被转走了",
        "不是我操作的提现", "账户被冻结了怎么办", "我被骗了5000U", "有人登录了我的账户", "资产不见了！！！",
        "未经授权的提币", "手机被偷，谷歌验证也在里面", "没有收到邮件，账户被盗", "如何找回被盗的账户",
        "登录不上 账户被盗"},
       {"如果账户被盗会怎样？", "怎么防止被盗", "我的账户没有被盗", "如何避免账号被黑", "万一手机被偷怎么办",
        "提现会被冻结吗", "什么情况下账户会被冻结", "充值没有到账", "忘记密码了", "账户并没有被冻结", "怎样才不会被骗",
        "被盗有保险吗", "会不会被黑客攻击", "实名认证要多久", "提现手续费多少"}},
      {"zh-Hant",
       {"我的帳戶被盜了", "帳號被駭了", "有人提領了我的幣，不是我操作", "我被詐騙了，是被騙", "資產不見了",
        "有人登入我的帳戶", "帳戶被凍結", "未經授權的提領", "手機被偷了", "幣被轉走了", "遭駭客入侵",
        "異地登入，不是本人"},
       {"如果帳戶被盜怎麼辦", "如何防止帳號被盜", "我的帳戶沒有被盜", "怎麼避免被騙", "萬一手機被偷", "提領會被凍結嗎",
        "忘記密碼", "入金未到帳", "身分驗證多久", "帳戶並沒有被凍結", "被盜有保險嗎", "提領手續費"}},
      {"ja",
       {"アカウントが乗っ取られました", "不正アクセスされました", "勝手に出金されています",
        "身に覚えのない出金があります", "口座が凍結されました", "スマホを盗まれました", "誰かがログインしました",
        "資産が盗まれた", "ハッキングされたので助けて", "詐欺に遭いました", "知らない端末からのログイン通知",
        "不正送金の被害", "騙されて送金してしまった"},
       {"ハッキングされたらどうなりますか", "不正アクセスを防ぐ方法", "アカウントは乗っ取られていません",
        "もし資産が盗まれたらどうすればいい", "口座が凍結されることはありますか", "ハッキングされた場合の補償",
        "盗難対策を教えて", "凍結されますか", "騙されないように気をつけること", "入金が反映されない",
        "パスワードを忘れました", "本人確認に時間がかかる", "不正ログインではありません"}},
      {"ko",
       {"계정이 해킹당했어요", "누가 출금했어요", "해킹 당했습니다 도와주세요", "무단 출금이 있었습니다",
        "계정이 동결되었습니다", "휴대폰을 도난당했어요", "모르는 로그인이 있어요", "제가 하지 않은 거래입니다",
        "사기를 당했어요", "누군가 로그인한 기록이 있어요", "코인이 다 털렸어요", "출금한 적이 없는데 돈이 나갔어요",
        "명의가 도용됐어요"},
       {"해킹당하면 어떻게 되나요?", "해킹 방지 방법", "해킹당하지 않으려면", "해킹당한 적이 없습니다",
        "만약 휴대폰을 도난당했을 때는", "계정이 동결될 수 있나요", "해킹당한 경우 보상이 되나요",
        "입금이 안 들어왔어요", "비밀번호를 잊었어요", "해킹당했다면 어떻게 하죠", "본인인증이 안 돼요", "출금 수수료",
        "해킹 예방 팁"}},
      {"ru",
       {"взломали аккаунт", "Мой аккаунт взломали, помогите!", "украли все деньги", "кто-то вывел мои средства",
        "Несанкционированный вывод", "вывод без моего ведома", "я не выводил эти деньги", "аккаунт заморожен",
        "меня обманули мошенники", "у меня украли телефон", "Нет доступа, взломан аккаунт", "пропали все монеты",
        "кто-то зашел в мой аккаунт", "это не я выводил, это был не я", "не могу войти, аккаунт взломан"},
       {"Что будет, если мой аккаунт взломают?", "как защитить аккаунт от взлома", "меня не взломали",
        "если у меня украли телефон", "аккаунт не взломан", "как избежать взлома аккаунта",
        "можно ли вернуть, если украли", "чтобы не украли деньги", "не пришёл депозит", "забыл пароль",
        "долго идёт проверка документов", "взламывали ли биржу когда-нибудь", "комиссия за вывод"}},
      {"tr",
       {"hesabım çalındı", "hesabim calindi", "Hesabım hacklendi yardım edin", "biri para çekmiş hesabımdan",
        "hesabım ele geçirildi", "benim yapmadığım bir çekim var", "izinsiz çekim yapıldı", "dolandırıldım",
        "hesabım donduruldu", "bilgim dışında işlem yapılmış", "telefonum çalındı", "hesabım boşaltılmış",
        "iznim olmadan para gönderilmiş"},
       {"hesabım çalınırsa ne olur", "hesabım hacklenirse ne yapmalıyım", "hesabım çalınmadı",
        "hacklenmemek için ne yapmalı", "eğer telefonum çalındı diyelim", "hesabımı nasıl korurum çalınmaması için",
        "dolandırılmaktan nasıl korunurum", "şifremi unuttum", "para yatırma görünmüyor", "doğrulama ne kadar sürer",
        "hesabım dondurulur mu", "komisyon ne kadar", "yetkisiz işlem nedir"}},
      {"vi",
       {"tài khoản của tôi bị hack", "tai khoan bi hack roi", "ai đó đã rút tiền của tôi", "tôi bị lừa mất tiền",
        "có người đăng nhập vào tài khoản của tôi", "tiền của tôi bị đánh cắp", "tài khoản bị đóng băng",
        "không phải tôi rút", "giao dịch trái phép", "điện thoại bị trộm", "bị rút hết tiền",
        "bị chiếm quyền tài khoản", "không vào được, bị hack rồi", "mất sạch coin"},
       {"nếu tài khoản bị hack thì sao", "làm sao để tránh bị hack", "tài khoản không bị hack",
        "tài khoản tôi chưa bị hack", "cách phòng tránh bị lừa", "bảo vệ tài khoản khỏi bị hack",
        "trường hợp bị mất cắp điện thoại", "tài khoản có thể bị đóng băng không", "quên mật khẩu",
        "nạp tiền chưa thấy", "xác minh bao lâu", "phí rút tiền", "ngăn chặn giao dịch trái phép"}},
      {"es",
       {"me hackearon la cuenta", "hackearon mi cuenta", "alguien retiró todo mi dinero", "me robaron el celular",
        "hay un retiro que no hice", "retiro no autorizado", "mi cuenta está congelada", "me estafaron",
        "alguien entró a mi cuenta", "vaciaron mi cuenta", "no reconozco este retiro", "Sí, me robaron todo",
        "movimientos sin mi autorización", "no puedo entrar me hackearon"},
       {"¿qué pasa si hackean mi cuenta?", "si me hackearon la cuenta qué hago", "no me hackearon",
        "cómo evitar que me roben", "cómo proteger mi cuenta de ser hackeada", "mi cuenta no está congelada",
        "¿alguna vez fue hackeado el exchange?", "qué pasa si mi cuenta es hackeada", "olvidé mi contraseña",
        "el depósito no llega", "cuánto tarda la verificación", "comisión de retiro", "en caso de celular robado"}},
      {"pt-BR",
       {"hackearam minha conta", "minha conta foi hackeada", "alguém sacou meu dinheiro", "roubaram meu celular",
        "tem um saque que não fiz", "saque não autorizado", "minha conta foi congelada", "caí em um golpe",
        "invadiram minha conta", "não reconheço essa transação", "sacaram tudo da minha conta",
        "fizeram um saque sem minha autorização", "não consigo entrar, hackearam minha conta"},
       {"o que acontece se minha conta for hackeada?", "se minha conta foi hackeada o que faço",
        "minha conta não foi hackeada", "como evitar ser roubado", "como proteger minha conta de ser invadida",
        "em caso de celular roubado", "minha conta não está congelada", "a corretora alguma vez foi hackeada",
        "esqueci minha senha", "o depósito não caiu", "quanto demora a verificação", "taxa de saque",
        "seguro contra conta invadida"}},
      {"th",
       {"บัญชีถูกแฮก", "โดนแฮ็กบัญชี ช่วยด้วย", "มีคนถอนเงินของผม", "เงินหายหมดเลย", "บัญชีถูกระงับ", "ผมไม่ได้ถอน", "โดนหลอกให้โอนเงิน",
        "โทรศัพท์ถูกขโมย", "มีคนเข้าบัญชีของฉัน", "เข้าไม่ได้ โดนแฮก", "ถอนโดยไม่ได้รับอนุญาต", "โดนดูดเงิน", "คนอื่นถอนเงินไป"},
       {"ถ้าบัญชีถูกแฮกต้องทำอย่างไร", "ป้องกันไม่ให้ถูกแฮกได้อย่างไร", "บัญชีไม่ได้ถูกแฮก", "หากโทรศัพท์ถูกขโมย", "ไม่เคยโดนแฮก",
        "กลัวโดนหลอก", "บัญชีจะถูกระงับไหม", "ลืมรหัสผ่าน", "ฝากเงินไม่เข้า", "ยืนยันตัวตนนานไหม", "ค่าธรรมเนียมถอน", "กรณีบัญชีถูกอายัด"}},
      {"ar",
       {"تم اختراق حسابي", "حسابي مخترق", "سرقت أموالي", "شخص سحب أموالي", "سحب غير مصرح به", "سُرقت عملاتي",
        "تم تجميد حسابي", "سحب لم أقم به", "تعرضت للاحتيال", "سحب بدون إذني", "احتالوا علي", "اختفت أموالي",
        "دخل شخص إلى حسابي"},
       {"ماذا يحدث إذا تم اختراق حسابي", "كيف أحمي نفسي من سرقة حسابي", "لم يتم اختراق حسابي",
        "لو سرقت أموالي ماذا أفعل", "كيف أتجنب اختراق حسابي", "هل يمكن اختراق حسابي", "حسابي ليس مجمدا",
        "في حال تم تجميد حسابي", "نسيت كلمة المرور", "الإيداع لم يصل", "كم يستغرق التحقق", "رسوم السحب"}},
  };
  return kSaid;
}

std::string found(const char* tag, const std::string& text) {
  static const UrgencyFinder finder;
  return finder.find(languages_of_ticket(Language::require(tag), text), text);
}

}  // namespace

TEST_CASE("what cannot wait is seen in every language of the interface") {
  for (const SaidRow& row : said()) {
    CHECK(row.urgent.size() >= 12);
    for (const std::string& text : row.urgent) {
      CAPTURE(row.language);
      CAPTURE(text);
      CHECK_FALSE(found(row.language, text).empty());
    }
  }
}

TEST_CASE("a denial, a general question and everyday trouble can wait") {
  for (const SaidRow& row : said()) {
    CHECK(row.calm.size() >= 12);
    for (const std::string& text : row.calm) {
      CAPTURE(row.language);
      CAPTURE(text);
      CHECK(found(row.language, text) == "");
    }
  }
}

TEST_CASE("what happened counts, however politely or carefully it is told") {
  for (const auto& [language, text] : std::vector<std::pair<const char*, const char*>>{
           {"en", "please freeze it if you can my account was hacked"},
           {"en", "If possible, lock my account. If not possible, call me: someone withdrew my coins"},
           {"en", "I did everything to protect my account but it was hacked"},
           {"en", "how can I protect the rest, my account was hacked"},
           {"en", "if you need anything tell me, all my coins are gone"},
           {"zh-Hans", "如果可以的话请马上处理，账户被盗了"},
           {"zh-Hans", "我一直注意防范但还是被盗了"},
           {"zh-Hant", "如果可以請盡快處理，帳戶被盜了"},
           {"ja", "もし可能なら凍結してください、不正アクセスされました"},
           {"ja", "対策をしていたのに乗っ取られました"},
           {"ko", "가능하다면 빨리 막아주세요, 해킹당했어요"},
           {"ko", "해킹 방지를 했지만 해킹당했습니다"},
           {"ru", "если можно, заблокируйте: аккаунт взломали"},
           {"ru", "я всё сделал чтобы защитить но аккаунт взломали"},
           {"ru", "помогите если можете взломали аккаунт"},
           {"tr", "mümkünse hemen dondurun, hesabım çalındı"},
           {"tr", "hesabımı korumak için her şeyi yaptım ama hacklendi"},
           {"vi", "nếu được thì khóa giúp, tài khoản bị hack rồi"},
           {"vi", "tôi đã bảo vệ tài khoản nhưng vẫn bị hack"},
           {"es", "si es posible bloqueen mi cuenta, me hackearon"},
           {"es", "hice todo para proteger mi cuenta pero me hackearon"},
           {"pt-BR", "se possível bloqueiem, hackearam minha conta"},
           {"pt-BR", "fiz tudo para proteger minha conta mas foi hackeada"},
           {"th", "ถ้าเป็นไปได้ช่วยล็อกด้วย บัญชีถูกแฮก"},
           {"th", "ป้องกันแล้วแต่ถูกแฮก"},
           {"ar", "إذا أمكن جمدوا الحساب، تم اختراق حسابي"},
           {"ar", "فعلت كل شيء لحماية الحساب لكن تم اختراق حسابي"},
       }) {
    CAPTURE(std::string(text));
    CHECK_FALSE(found(language, text).empty());
  }
}

TEST_CASE("what cannot wait is seen in another language than the page's") {
  CHECK_FALSE(found("ru", "my account was hacked").empty());
  CHECK_FALSE(found("en", "Мой аккаунт взломали").empty());
  CHECK_FALSE(found("en", "账户被盗了").empty());
  CHECK_FALSE(found("de", "my account was hacked").empty());
  CHECK_FALSE(found("en", "me hackearon la cuenta y no puedo entrar, por favor ayuda").empty());
  CHECK(found("de", "mein Konto").empty());
}

TEST_CASE("one calm sentence does not hide an urgent one") {
  CHECK_FALSE(found("en", "How do I avoid being hacked? Because my account was hacked yesterday.").empty());
  CHECK_FALSE(found("zh-Hans", "如果可以请尽快回复。我的账户被盗了").empty());
  CHECK(found("en", "").empty());
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "if hacked ";
  CHECK(found("en", many).empty());
}

}  // namespace pharos::desk
