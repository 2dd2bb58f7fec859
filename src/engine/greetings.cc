// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/greetings.h"

#include <algorithm>
#include <set>
#include <string>

#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"

namespace pharos::engine {
namespace {

struct GreetingRow {
  std::string_view language;
  bool spaced;  ///< what follows a greeting is no letter
  std::string_view greetings;
};

// As they are after folding case; without spaces at either end.
constexpr GreetingRow kRows[] = {
    {"en", true,
     "hello|hello there|hello team|hi|hi there|hi team|hey|hey there|dear support|dear team|dear sir|dear sir or madam|"
     "good morning|good afternoon|good evening|good day|greetings|thanks|thank you|thank you very much|many thanks"},
    {"zh", false,
     "你好|您好|客服你好|客服您好|你好客服|大家好|在吗|在嗎|早上好|晚上好|下午好|早安|午安|晚安|谢谢|謝謝|谢谢你|"
     "謝謝你|多谢|多謝"},
    {"ja", false,
     "こんにちは|こんばんは|おはようございます|はじめまして|お世話になっております|お世話になります|"
     "いつもお世話になっております|ありがとうございます|ありがとうございました|ありがとう"},
    {"ko", false, "안녕하세요|안녕하십니까|안녕|수고하십니다|수고하세요|감사합니다|고맙습니다"},
    {"ru", true,
     "здравствуйте|здравствуй|привет|добрый день|добрый вечер|доброе утро|доброго дня|доброго времени суток|"
     "приветствую|уважаемая поддержка|спасибо|большое спасибо|благодарю"},
    {"tr", true,
     "merhaba|merhabalar|selam|selamlar|selamun aleyküm|iyi günler|iyi akşamlar|günaydın|kolay gelsin|"
     "teşekkürler|teşekkür ederim|sağ olun"},
    {"vi", true, "xin chào|chào bạn|chào|chào ad|chào admin|chào shop|hello ad|cảm ơn|xin cảm ơn|cảm ơn bạn"},
    {"es", true,
     "hola|hola a todos|buenas|buenos días|buen día|buenas tardes|buenas noches|saludos|estimados|"
     "gracias|muchas gracias"},
    {"pt", true,
     "olá|ola|oi|opa|bom dia|boa tarde|boa noite|prezados|saudações|obrigado|obrigada|muito obrigado|muito obrigada"},
    {"th", false, "สวัสดีครับ|สวัสดีค่ะ|สวัสดีคะ|สวัสดี|หวัดดี|ขอบคุณครับ|ขอบคุณค่ะ|ขอบคุณมาก|ขอบคุณ"},
    {"ar", true,
     "مرحبا|مرحبا بكم|أهلا|اهلا|السلام عليكم|السلام عليكم ورحمة الله|السلام عليكم ورحمة الله وبركاته|صباح الخير|"
     "مساء الخير|تحية طيبة|شكرا|شكرا جزيلا|شكرا لكم"},
};

constexpr std::size_t kLongestBytes = 120;

std::string folded(std::string_view utf8) {
  return text::to_utf8(text::without_marks(text::fold(utf8, text::kFoldNone).text));
}

struct Greetings {
  std::set<std::string, std::less<>> spaced, unspaced;
};

const Greetings& known() {
  static const Greetings greetings = [] {
    Greetings all;
    for (const GreetingRow& row : kRows) {
      for (std::size_t at = 0; at < row.greetings.size();) {
        const std::size_t bar = std::min(row.greetings.find('|', at), row.greetings.size());
        (row.spaced ? all.spaced : all.unspaced).insert(folded(row.greetings.substr(at, bar - at)));
        at = bar + 1;
      }
    }
    return all;
  }();
  return greetings;
}

/// Blanks, punctuation of any script as far as people put it after a greeting, and smileys' parts.
bool divides(char32_t point) {
  constexpr std::u32string_view kDividers = U" \t\r\n\u00A0\u3000,.!?;:-–—()'\"、。，！？；：…،؛؟~～^*¡¿";
  return kDividers.find(point) != std::u32string_view::npos || (point >= 0x1F300 && point < 0x1FB00);
}

std::string_view without_dividers(std::string_view utf8) {
  while (!utf8.empty()) {
    const DecodedPoint decoded = decode_utf8(utf8, 0);
    if (!divides(decoded.point)) break;
    utf8.remove_prefix(decoded.bytes);
  }
  return utf8;
}

/// Bytes of the longest greeting that the text begins with.
std::size_t greeting_bytes(std::string_view utf8) {
  std::size_t longest = 0;
  for (std::size_t end = 0; end < std::min(utf8.size(), kLongestBytes);) {
    end += decode_utf8(utf8, end).bytes;
    const bool whole = end >= utf8.size() || divides(decode_utf8(utf8, end).point);
    const std::string begin = folded(utf8.substr(0, end));
    if (known().unspaced.contains(begin) || (whole && known().spaced.contains(begin))) longest = end;
  }
  return longest;
}

}  // namespace

std::string_view without_greeting(std::string_view utf8) {
  while (true) {
    utf8 = without_dividers(utf8);
    const std::size_t bytes = greeting_bytes(utf8);
    if (bytes == 0) return utf8;
    utf8.remove_prefix(bytes);
  }
}

}  // namespace pharos::engine
