// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_channels.h"

#include <algorithm>
#include <array>

namespace pharos::http {
namespace {

constexpr std::array<std::string_view, 6> kChannelIcons = {"chat", "email", "phone", "form", "community", "status"};
constexpr std::array<std::string_view, 4> kSchemes = {"https://", "http://", "mailto:", "tel:"};

/// The link of a channel; empty for an address that is none, which is then shown as text.
std::string link_of(const engine::ChannelView& channel) {
  for (const std::string_view scheme : kSchemes) {
    if (channel.address.starts_with(scheme)) return channel.address;
  }
  if (channel.kind == "email" && channel.address.find('@') != std::string::npos) return "mailto:" + channel.address;
  if (channel.address.starts_with('/') && !channel.address.starts_with("//")) return channel.address;
  return {};
}

/// What a reader can read out or copy: the address without its scheme, for e-mail and telephone.
std::string spoken_address(const engine::ChannelView& channel) {
  for (const std::string_view scheme : {kSchemes[2], kSchemes[3]}) {
    if (channel.address.starts_with(scheme)) return channel.address.substr(scheme.size());
  }
  return link_of(channel).empty() || channel.kind == "email" ? channel.address : std::string();
}

}  // namespace

PageData channel_data(const PageFrame& frame, const engine::ChannelView& channel) {
  PageData item;
  const auto* icon = std::find(kChannelIcons.begin(), kChannelIcons.end(), channel.kind);
  item.set("icon", icon == kChannelIcons.end() ? "chat" : *icon);
  item.set("kind", channel.kind);
  item.set("name", channel.name);
  item.set("href", link_of(channel));
  item.set("address", spoken_address(channel));
  item.set("hours", channel.hours);
  PageData::List languages;
  for (const engine::LanguageView& view : channel.languages) {
    languages.push_back(PageData()
                            .set("tag", view.language.tag())
                            .set("dir", view.right_to_left ? "rtl" : "ltr")
                            .set("name", view.name)
                            .set("yours", view.language == frame.language));
  }
  item.set("has_languages", !languages.empty());
  item.set("channel_languages", std::move(languages));
  set_language(item, frame, frame.language);
  return item;
}

}  // namespace pharos::http
