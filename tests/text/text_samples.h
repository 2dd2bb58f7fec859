// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/utf8.h"

// Texts that laws are held against: real phrases, and mixtures no author writes on purpose.
namespace pharos::text {

/// One phrase a language of the interface, and some of others.
struct Phrase {
  const char* language;
  const char* text;
};
inline constexpr Phrase kPhrases[] = {
    {"en", "Why hasn't my USDT (TRC-20) deposit of 1,250.50 arrived? See support.example.com/faq_2024."},
    {"zh-Hans", "为什么提现还没有到账？请检查谷歌验证码和ＵＳＤＴ网络。"},
    {"zh-Hant", "為什麼提現還沒有到帳？請檢查帳戶、鏈和手續費。"},
    {"ja", "出金できません。ﾊﾟｽﾜｰﾄﾞを忘れた場合は、二段階認証をリセットしてください。"},
    {"ko", "출금이 안 되는데 어떻게 하나요? USDT를 보냈습니다. 2FA가 필요합니다."},
    {"ru", "Почему мой вывод ещё не подтверждён? Подъезд №5, й и Ё."},
    {"tr", "Bitcoin'i İstanbul'dan çekemiyorum; IŞIK ığdır ve API’ye erişim."},
    {"vi", "Vì sao tôi chưa nhận được tiền? Đăng nhập, xác minh danh tính, rút tiền."},
    {"es", "¿Por qué no llegó mi depósito? Contraseña, año y pingüino."},
    {"pt-BR", "Não consigo sacar: verificação de identidade, ações e saque."},
    {"th", "ทำไมบัญชีถูกระงับ และเงินฝากยังไม่เข้า น้ำหนัก ที่อยู่"},
    {"ar", "لماذا لم يصل الإيداعُ إلى حسابي؟ كَلِمَةُ المُرور مـــحـفظة ١٢٣"},
    {"de", "Straße, Größe und ﬁnanzielle Übersicht: Äpfel."},
    {"fr", "L'argent n'est pas arrivé aujourd’hui, où est-il ?"},
    {"he", "שָׁלוֹם עולם"},
    {"hi", "निकासी क्यों लंबित है? क्षत्रिय"},
    {"el", "Γιατί καθυστερεί η ανάληψη; ΣΊΣΥΦΟΣ"},
    {"km", "ខ្មែរភាសា"},
    {"my", "မြန်မာစာ"},
};

/// Deterministic: a failing text can be made again from its number (SplitMix64), or from the choices it was made by.
class Mixer {
 public:
  explicit Mixer(std::uint64_t seed) : state_(seed) {}
  /// By these choices, and always the first thing when they are used up: fewer and smaller ones make simpler texts.
  explicit Mixer(const std::vector<std::uint32_t>& choices) : choices_(&choices) {}

  /// Whether there is something left to choose by.
  bool going_on() const { return choices_ == nullptr || used_ < choices_->size(); }

  std::uint64_t next() {
    if (choices_ != nullptr) return going_on() ? (*choices_)[used_++] : 0;
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

  /// Pieces of every kind in a row: scripts, marks on anything, joiners, emoji, compatibility forms, spaces.
  std::string text(std::size_t pieces) {
    static const std::vector<std::string_view> kPieces = {
        "a",       "B",           "ß",      "İ",        "I",        "ı",      "é",
        "e\u0301", "\u0301",      "ё",      "й",        "и\u0306",  "đ",      "ạ\u0302",
        "ﬁ",       "½",           "㎏",     "㍿",       "①",        "Ｕ",     "９",
        "ｶﾞ",      "ﾊﾟ",          "か",     "が",       "か\u3099", "カ",     "ー",
        "提",      "現",          "谷歌",   "𠀋",       "한",       "ㄱ",     "각",
        "출금을",  "ก",           "ำ",      "ั",         "่",         "เ",      "น้ำ",
        "ถูก",      "ب",           "بِ",      "ـ",        "أ",        "ة",      "لا",
        "ﷺ",       "ש",           "ָ",       "क",        "्",         "ष",      "ို",
        "😀",       "👩‍💻", "🇹🇷",     "👍🏽", "\u200d",   "\u200b", "\u00ad",
        "\ufeff",  "\ufe0f",      " ",      "\u00a0",   "\u3000",   "\n",     ".",
        "_",       "'",           "’",      "-",        "0",        "1.5",    "a.b",
        "x_y",     ",",           "<",      "&",        "。",       "？",     "\u0000\u0001",
        "ΑΣ",      "ǅ",           "\u034f", "ཱི",         "\u115f",   "ﾞ"};
    std::string out;
    for (std::size_t i = 0; i < pieces && going_on(); ++i) out += kPieces[below(kPieces.size())];
    return out;
  }
  /// Any bytes at all.
  std::string bytes(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count && going_on(); ++i) out += static_cast<char>(below(256));
    return out;
  }

 private:
  std::uint64_t state_ = 0;
  const std::vector<std::uint32_t>* choices_ = nullptr;
  std::size_t used_ = 0;
};

/// The offsets between the characters of a text; each byte that is no text is a character by itself.
inline std::vector<bool> points(std::string_view text) {
  std::vector<bool> begins(text.size() + 1, false);
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).bytes) begins[at] = true;
  begins[text.size()] = true;
  return begins;
}

}  // namespace pharos::text
