// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/ticket.h"

#include <array>

namespace pharos::desk {
namespace {

constexpr std::array<std::string_view, 4> kStates = {"received", "handed-on", "answered", "solved"};
constexpr std::array<std::string_view, 4> kPriorities = {"low", "normal", "high", "urgent"};

template <class Enum, std::size_t kSize>
std::optional<Enum> parse(const std::array<std::string_view, kSize>& names, std::string_view text) {
  for (std::size_t i = 0; i < kSize; ++i) {
    if (names[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(TicketState state) { return kStates.at(static_cast<std::size_t>(state)); }
std::optional<TicketState> parse_ticket_state(std::string_view text) { return parse<TicketState>(kStates, text); }

std::string_view name(Priority priority) { return kPriorities.at(static_cast<std::size_t>(priority)); }
std::optional<Priority> parse_priority(std::string_view text) { return parse<Priority>(kPriorities, text); }

}  // namespace pharos::desk
