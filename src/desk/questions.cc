// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/questions.h"

#include <array>

namespace pharos::desk {
namespace {

constexpr std::array<std::string_view, 4> kStates = {"open", "merged", "rejected", "accepted"};

}  // namespace

std::string_view name(QuestionState state) { return kStates.at(static_cast<std::size_t>(state)); }

std::optional<QuestionState> parse_question_state(std::string_view text) {
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    if (kStates[i] == text) return static_cast<QuestionState>(i);
  }
  return std::nullopt;
}

}  // namespace pharos::desk
