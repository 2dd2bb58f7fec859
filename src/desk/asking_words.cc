// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/asking_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "pharos/base/utf8.h"

namespace pharos::desk {
namespace {

/// Of pieces that begin alike the longer one comes first.
struct AskingRow {
  std::string_view primary;
  std::vector<std::string_view> pieces;
};

const std::vector<AskingRow>& asking_rows() {
  static const std::vector<AskingRow> rows = {
      {"zh",
       {"怎么回事", "怎么办", "怎么样", "怎么", "怎麼回事", "怎麼辦", "怎麼樣", "怎麼",   "怎样",   "怎樣", "如何",
        "为什么",   "為什麼", "请问",   "請問", "操作",     "是多少", "多少",   "我想要", "我想",   "我的", "可以",
        "能不能",   "一直",   "还在",   "還在", "是什么",   "是什麼", "在哪里", "在哪裡", "在哪裏", "吗",   "嗎"}},
      {"ja", {"を教えてください", "教えてください", "どうすれば", "どうやって",
              "どうして",         "どこで",         "できますか", "のですが",
              "ですか",           "ますか",         "ません",     "ました",
              "したい",           "いくら",         "方法",       "なぜ",
              "ください",         "です",           "ます",       "まだ"}},
      {"ko",
       {"어떻게", "하나요", "인가요", "않나요", "싶어요", "얼마", "어디서", "해주세요", "입니다", "하려면", "계속",
        "아직", "왜", "이에요", "예요", "했는데", "나요"}},
  };
  return rows;
}

}  // namespace

std::string without_asking(const Language& language, std::string_view asked) {
  const auto& rows = asking_rows();
  const auto row = std::find_if(rows.begin(), rows.end(),
                                [&](const AskingRow& candidate) { return candidate.primary == language.primary(); });
  if (row == rows.end()) return std::string(asked);
  std::string out;
  bool left = false;
  for (std::size_t at = 0; at < asked.size();) {
    const auto piece = std::find_if(row->pieces.begin(), row->pieces.end(), [&](std::string_view candidate) {
      return asked.compare(at, candidate.size(), candidate) == 0;
    });
    if (piece != row->pieces.end()) {
      out += ' ';
      at += piece->size();
      continue;
    }
    const std::size_t bytes = decode_utf8(asked, at).bytes;
    out += asked.substr(at, bytes);
    at += bytes;
    left = true;
  }
  return left ? out : std::string(asked);
}

}  // namespace pharos::desk
