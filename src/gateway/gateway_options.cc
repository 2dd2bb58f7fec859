// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway_options.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos::gateway {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::uint64_t kMostSecretBytes = 64 << 10;

std::string trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(kSpace);
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(kSpace) - from + 1));
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::optional<std::string> environment(const GatewaySurroundings& surroundings, const std::string& variable) {
  if (surroundings.environment) return surroundings.environment(variable);
  // Gateways are made before any thread is, and nothing of ours changes the environment.
  const char* value = std::getenv(variable.c_str());  // NOLINT(concurrency-mt-unsafe)
  if (value == nullptr) return std::nullopt;
  return value;
}

}  // namespace

void GatewayOptions::fault(std::string_view option, const std::string& message) const {
  const std::string parameter = "gateways." + settings_.name + "." + std::string(option);
  throw Error(ErrorKind::kInvalidArgument, parameter + ": " + message, parameter);
}

const std::string* GatewayOptions::find(std::string_view option) const {
  const auto found = settings_.options.find(std::string(option));
  return found == settings_.options.end() ? nullptr : &found->second;
}

std::string GatewayOptions::text(std::string_view option, std::string_view otherwise) const {
  const std::string* value = find(option);
  if (value == nullptr) return std::string(otherwise);
  std::string text = trimmed(*value);
  if (has_control(text)) fault(option, "control characters and line breaks have no place here");
  return text;
}

std::string GatewayOptions::required(std::string_view option) const {
  std::string value = text(option);
  if (value.empty()) fault(option, "is needed by a gateway of kind " + settings_.kind);
  return value;
}

bool GatewayOptions::flag(std::string_view option, bool otherwise) const {
  const std::string value = text(option, otherwise ? "true" : "false");
  if (value != "true" && value != "false") fault(option, "\"" + value + "\": write true or false");
  return value == "true";
}

std::int64_t GatewayOptions::number(std::string_view option, std::int64_t otherwise, std::int64_t least,
                                    std::int64_t most) const {
  const std::string value = text(option, std::to_string(otherwise));
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number < least || number > most) {
    fault(option,
          "\"" + value + "\": write a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return number;
}

std::string GatewayOptions::choice(std::string_view option, const std::vector<std::string_view>& choices) const {
  std::string value = text(option, choices.front());
  if (std::find(choices.begin(), choices.end(), value) == choices.end()) {
    std::string known;
    for (const std::string_view each : choices) known += (known.empty() ? "" : ", ") + std::string(each);
    fault(option, "\"" + value + "\": write one of " + known);
  }
  return value;
}

std::string GatewayOptions::address(std::string_view option) const {
  std::string address = required(option);
  const std::size_t scheme = address.rfind("https://", 0) == 0 ? 8 : address.rfind("http://", 0) == 0 ? 7 : 0;
  if (scheme == 0) fault(option, "must begin with https:// or http://");
  while (address.size() > scheme && address.back() == '/') address.pop_back();
  const std::string_view host = std::string_view(address).substr(scheme, address.find('/', scheme) - scheme);
  if (host.empty()) fault(option, "names no host");
  if (host.find('@') != std::string_view::npos) fault(option, "a user or password must not stand in an address");
  if (address.find_first_of("?# \"<>\\^`{|}") != std::string::npos) fault(option, "must have no query, \"#\" or space");
  return address;
}

std::optional<std::string> GatewayOptions::secret(std::string_view option) const {
  const std::string by_variable = std::string(option) + "_env";
  const std::string by_file = std::string(option) + "_file";
  if (find(by_variable) != nullptr && find(by_file) != nullptr) fault(by_file, "stands beside " + by_variable);
  std::string value;
  if (find(by_variable) != nullptr) {
    const std::string variable = required(by_variable);
    value = trimmed(environment(surroundings_, variable).value_or(""));
    if (value.empty()) fault(by_variable, "the environment variable " + variable + " is not set");
  } else if (find(by_file) != nullptr) {
    const std::string path = required(by_file);
    try {
      value = trimmed(read_file(path, kMostSecretBytes));
    } catch (const Error& error) {
      fault(by_file, error.what());
    }
    if (value.empty()) fault(by_file, "the file " + path + " is empty");
  } else {
    return std::nullopt;
  }
  if (value.find('\0') != std::string::npos)
    fault(find(by_variable) != nullptr ? by_variable : by_file, "holds a zero");
  return value;
}

std::string GatewayOptions::required_secret(std::string_view option) const {
  const std::optional<std::string> value = secret(option);
  const std::string by_variable = std::string(option) + "_env";
  if (!value)
    fault(by_variable, "name the environment variable that holds it, or a file by " + std::string(option) + "_file");
  if (has_control(*value)) fault(by_variable, "the secret has a line break or control character within");
  return *value;
}

std::vector<std::string> words_of(std::string_view text) {
  constexpr std::string_view kBetween = " \t\r\n,";
  std::vector<std::string> words;
  for (std::size_t at = 0; (at = text.find_first_not_of(kBetween, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace pharos::gateway
