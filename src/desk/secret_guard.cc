// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/secret_guard.h"

#include <algorithm>
#include <array>

#include "desk/plain_glyphs.h"

namespace pharos::desk {
namespace {

using Finder = void (*)(const GuardedSource&, std::vector<SecretSpan>&);

struct KindRow {
  std::string_view name;
  std::string_view mask;
  GuardLevel from;  ///< masked at this level and above
  Finder find;
};

/// In the order of SecretKind.
constexpr std::array<KindRow, 6> kKinds = {{
    {"seed-phrase", "[seed phrase removed]", GuardLevel::kSecrets, find_seed_phrases},
    {"private-key", "[private key removed]", GuardLevel::kSecrets, find_private_keys},
    {"card-number", "[card number removed]", GuardLevel::kSecrets, find_card_numbers},
    {"email", "[email removed]", GuardLevel::kPersonal, find_emails},
    {"phone", "[phone removed]", GuardLevel::kPersonal, find_phones},
    {"wallet-address", "[wallet address removed]", GuardLevel::kPersonal, find_wallet_addresses},
}};

const KindRow& row(SecretKind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

/// Overlapping spans become one of the gravest kind: a part that is left would tell what it was.
std::vector<SecretSpan> joined(std::vector<SecretSpan> spans) {
  std::stable_sort(spans.begin(), spans.end(),
                   [](const SecretSpan& a, const SecretSpan& b) { return a.begin < b.begin; });
  std::vector<SecretSpan> apart;
  for (const SecretSpan& span : spans) {
    if (apart.empty() || span.begin >= apart.back().end) {
      apart.push_back(span);
      continue;
    }
    apart.back().end = std::max(apart.back().end, span.end);
    apart.back().kind = std::min(apart.back().kind, span.kind);
  }
  return apart;
}

}  // namespace

std::string_view name(SecretKind kind) { return row(kind).name; }

GuardedText mask_secrets(std::string_view utf8, GuardLevel level) {
  const GuardedSource source{utf8, plain_glyphs(utf8)};
  std::vector<SecretSpan> spans;
  for (const KindRow& kind : kKinds) {
    if (kind.from <= level) kind.find(source, spans);
  }
  GuardedText guarded;
  std::array<bool, kKinds.size()> seen{};
  std::size_t at = 0;
  for (const SecretSpan& span : joined(std::move(spans))) {
    const std::string_view secret = source.bytes(span.begin, span.end);
    const auto begin = static_cast<std::size_t>(secret.data() - utf8.data());
    guarded.text.append(utf8.substr(at, begin - at)).append(row(span.kind).mask);
    at = begin + secret.size();
    seen.at(static_cast<std::size_t>(span.kind)) = true;
  }
  guarded.text.append(utf8.substr(at));
  for (std::size_t kind = 0; kind < seen.size(); ++kind) {
    if (seen.at(kind)) guarded.masked.push_back(static_cast<SecretKind>(kind));
  }
  return guarded;
}

}  // namespace pharos::desk
