// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cctype>

#include "desk/suspicion.h"

namespace pharos::desk {
namespace {

// Words that an agent's name has in it.
constexpr std::array<std::string_view, 13> kWords = {"headless", "crawler",   "spider",    "scrapy",     "phantomjs",
                                                     "selenium", "webdriver", "puppeteer", "playwright", "lighthouse",
                                                     "slurp",    "scraper",   "cypress"};
// Programs that fetch, by the beginning of a product's name (RFC 9110, 10.1.5).
constexpr std::array<std::string_view, 20> kProducts = {
    "curl",       "wget",        "python",  "aiohttp",  "httpx",       "go-http-client",
    "java",       "node-fetch",  "axios",   "undici",   "libwww-perl", "ruby",
    "httpie",     "cpp-httplib", "postman", "insomnia", "guzzle",      "apache-httpclient",
    "powershell", "k6"};
// Telephones whose maker's name ends like a robot's.
constexpr std::array<std::string_view, 1> kNoRobots = {"cubot"};

bool ends_as_robot(std::string_view word) {
  constexpr std::string_view kBot = "bot";
  return word.size() >= kBot.size() && word.substr(word.size() - kBot.size()) == kBot &&
         std::find(kNoRobots.begin(), kNoRobots.end(), word) == kNoRobots.end();
}

bool begins_as_product(std::string_view name) {
  return std::any_of(kProducts.begin(), kProducts.end(), [name](std::string_view product) {
    if (name.substr(0, product.size()) != product) return false;
    const char next = name.size() > product.size() ? name[product.size()] : '/';
    return std::isalnum(static_cast<unsigned char>(next)) == 0;
  });
}

}  // namespace

bool names_a_machine(std::string_view agent) {
  constexpr std::size_t kMost = 1024;
  std::string lower(agent.substr(0, kMost));
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const std::string_view text = lower;
  if (std::any_of(kWords.begin(), kWords.end(),
                  [text](std::string_view word) { return text.find(word) != std::string_view::npos; })) {
    return true;
  }
  std::size_t word = 0;     // where the word begins
  std::size_t product = 0;  // where the product's name begins
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') continue;
    if (ends_as_robot(text.substr(word, at - word))) return true;
    word = at + 1;
    if (at < text.size() && text[at] != ' ') continue;
    if (begins_as_product(text.substr(product, at - product))) return true;
    product = at + 1;
  }
  return false;
}

}  // namespace pharos::desk
