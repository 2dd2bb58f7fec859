// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/mail_address.h"

#include <algorithm>

namespace pharos::gateway {
namespace {

constexpr std::size_t kMostLocalBytes = 64;
constexpr std::size_t kMostLabelBytes = 63;
constexpr std::size_t kMostBytes = 254;

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_atom_char(char c) {
  return is_alphanumeric(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

// Whether every piece between dots is not empty and passes.
template <class Piece>
bool all_pieces(std::string_view text, const Piece& passes) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('.', at), text.size());
    if (end == at || !passes(text.substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

bool is_label(std::string_view label) {
  return label.size() <= kMostLabelBytes && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), [](char c) { return is_alphanumeric(c) || c == '-'; });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at > kMostLocalBytes || text.size() > kMostBytes) return false;
  return all_pieces(text.substr(0, at),
                    [](std::string_view atom) { return std::all_of(atom.begin(), atom.end(), is_atom_char); }) &&
         all_pieces(text.substr(at + 1), is_label);
}

std::optional<Mailbox> parse_mailbox(std::string_view text) {
  text = trimmed(text);
  Mailbox mailbox{"", std::string(text)};
  if (!text.empty() && text.back() == '>') {
    const std::size_t open = text.rfind('<');
    if (open == std::string_view::npos) return std::nullopt;
    std::string_view name = trimmed(text.substr(0, open));
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    const bool control =
        std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (control || name.find_first_of("\"<>\\") != std::string_view::npos) return std::nullopt;
    mailbox = {std::string(name), std::string(text.substr(open + 1, text.size() - open - 2))};
  }
  if (!is_mail_address(mailbox.address)) return std::nullopt;
  return mailbox;
}

}  // namespace pharos::gateway
