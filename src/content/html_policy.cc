// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/html_policy.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "pharos/base/utf8.h"

namespace pharos::content {
namespace {

constexpr ElementRule kElements[] = {
    {"h1", Treatment::kKeep, kBlock | kTarget, ""},
    {"h2", Treatment::kKeep, kBlock | kTarget, ""},
    {"h3", Treatment::kKeep, kBlock | kTarget, ""},
    {"h4", Treatment::kKeep, kBlock | kTarget, ""},
    {"h5", Treatment::kKeep, kBlock | kTarget, ""},
    {"h6", Treatment::kKeep, kBlock | kTarget, ""},
    {"p", Treatment::kKeep, kBlock | kTarget, ""},
    {"div", Treatment::kKeep, kBlock | kTarget, ""},
    {"section", Treatment::kKeep, kBlock | kTarget, ""},
    {"aside", Treatment::kKeep, kBlock | kTarget, "role data-kind"},
    {"blockquote", Treatment::kKeep, kBlock, ""},
    {"pre", Treatment::kKeep, kBlock, ""},
    {"hr", Treatment::kKeep, kBlock | kVoid, ""},
    {"br", Treatment::kKeep, kBlock | kVoid, ""},
    {"ul", Treatment::kKeep, kBlock, ""},
    {"ol", Treatment::kKeep, kBlock, "start reversed type"},
    {"li", Treatment::kKeep, kBlock | kTarget, "value"},
    {"dl", Treatment::kKeep, kBlock, ""},
    {"dt", Treatment::kKeep, kBlock | kTarget, ""},
    {"dd", Treatment::kKeep, kBlock, ""},
    {"details", Treatment::kKeep, kBlock | kTarget, "open data-kind"},
    {"summary", Treatment::kKeep, kBlock | kTarget, ""},
    {"figure", Treatment::kKeep, kBlock | kTarget, ""},
    {"figcaption", Treatment::kKeep, kBlock, ""},
    {"table", Treatment::kKeep, kBlock | kScope | kTarget, ""},
    {"caption", Treatment::kKeep, kBlock | kScope, ""},
    {"colgroup", Treatment::kKeep, kPlain, "span"},
    {"col", Treatment::kKeep, kVoid, "span"},
    {"thead", Treatment::kKeep, kBlock, ""},
    {"tbody", Treatment::kKeep, kBlock, ""},
    {"tfoot", Treatment::kKeep, kBlock, ""},
    {"tr", Treatment::kKeep, kBlock | kTarget, ""},
    {"td", Treatment::kKeep, kCell | kScope, "align colspan rowspan"},
    {"th", Treatment::kKeep, kCell | kScope, "align colspan rowspan scope"},
    {"a", Treatment::kKeep, kTarget, "href title name"},
    {"span", Treatment::kKeep, kTarget, ""},
    {"em", Treatment::kKeep, kPlain, ""},
    {"strong", Treatment::kKeep, kPlain, ""},
    {"b", Treatment::kKeep, kPlain, ""},
    {"i", Treatment::kKeep, kPlain, ""},
    {"u", Treatment::kKeep, kPlain, ""},
    {"s", Treatment::kKeep, kPlain, ""},
    {"small", Treatment::kKeep, kPlain, ""},
    {"del", Treatment::kKeep, kPlain, ""},
    {"ins", Treatment::kKeep, kPlain, ""},
    {"sub", Treatment::kKeep, kPlain, ""},
    {"sup", Treatment::kKeep, kPlain, ""},
    {"mark", Treatment::kKeep, kPlain, ""},
    {"kbd", Treatment::kKeep, kPlain, ""},
    {"code", Treatment::kKeep, kPlain, ""},
    {"samp", Treatment::kKeep, kPlain, ""},
    {"var", Treatment::kKeep, kPlain, ""},
    {"abbr", Treatment::kKeep, kPlain, "title"},
    {"dfn", Treatment::kKeep, kPlain, "title"},
    {"cite", Treatment::kKeep, kPlain, ""},
    {"q", Treatment::kKeep, kPlain, ""},
    {"time", Treatment::kKeep, kPlain, "datetime"},
    {"bdi", Treatment::kKeep, kPlain, ""},
    {"bdo", Treatment::kKeep, kPlain, ""},
    {"wbr", Treatment::kKeep, kVoid, ""},
    {"ruby", Treatment::kKeep, kPlain, ""},
    {"rt", Treatment::kKeep, kPlain, ""},
    {"rp", Treatment::kKeep, kPlain, ""},
    {"img", Treatment::kKeep, kVoid, "src alt title width height"},
    {"picture", Treatment::kKeep, kPlain, ""},
    {"video", Treatment::kKeep, kBlock, "src poster width height muted loop playsinline"},
    {"source", Treatment::kKeep, kVoid, "src srcset type media"},
    {"input", Treatment::kKeep, kVoid, "type checked"},

    {"html", Treatment::kUnwrap, kPlain, ""},
    {"body", Treatment::kUnwrap, kPlain, ""},
    {"main", Treatment::kUnwrap, kPlain, ""},
    {"article", Treatment::kUnwrap, kPlain, ""},
    {"header", Treatment::kUnwrap, kPlain, ""},
    {"footer", Treatment::kUnwrap, kPlain, ""},
    {"nav", Treatment::kUnwrap, kPlain, ""},
    {"hgroup", Treatment::kUnwrap, kPlain, ""},
    {"center", Treatment::kUnwrap, kPlain, ""},
    {"font", Treatment::kUnwrap, kPlain, ""},
    {"big", Treatment::kUnwrap, kPlain, ""},
    {"tt", Treatment::kUnwrap, kPlain, ""},
    {"strike", Treatment::kUnwrap, kPlain, ""},
    {"nobr", Treatment::kUnwrap, kPlain, ""},
    {"noscript", Treatment::kUnwrap, kPlain, ""},
    {"template", Treatment::kUnwrap, kPlain, ""},
    {"label", Treatment::kUnwrap, kPlain, ""},
    {"legend", Treatment::kUnwrap, kPlain, ""},
    {"address", Treatment::kUnwrap, kPlain, ""},

    {"form", Treatment::kRefuse, kPlain, ""},
    {"fieldset", Treatment::kRefuse, kPlain, ""},
    {"button", Treatment::kRefuse, kPlain, ""},
    {"embed", Treatment::kRefuse, kVoid, ""},
    {"link", Treatment::kRefuse, kVoid, ""},
    {"meta", Treatment::kRefuse, kVoid, ""},
    {"base", Treatment::kRefuse, kVoid, ""},

    {"script", Treatment::kDrop, kPlain, ""},
    {"style", Treatment::kDrop, kPlain, ""},
    {"iframe", Treatment::kDrop, kPlain, ""},
    {"object", Treatment::kDrop, kPlain, ""},
    {"applet", Treatment::kDrop, kPlain, ""},
    {"svg", Treatment::kDrop, kPlain, ""},
    {"math", Treatment::kDrop, kPlain, ""},
    {"select", Treatment::kDrop, kPlain, ""},
    {"textarea", Treatment::kDrop, kPlain, ""},
    {"head", Treatment::kDrop, kPlain, ""},
    {"title", Treatment::kDrop, kPlain, ""},
    {"frameset", Treatment::kDrop, kPlain, ""},
    {"noframes", Treatment::kDrop, kPlain, ""},
    {"noembed", Treatment::kDrop, kPlain, ""},
    {"xmp", Treatment::kDrop, kPlain, ""},
    {"plaintext", Treatment::kDrop, kPlain, ""},
    {"listing", Treatment::kDrop, kPlain, ""},
};

bool is_number(std::string_view value) {
  if (!value.empty() && value.back() == '%') value.remove_suffix(1);
  return !value.empty() && value.size() <= 5 && value.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_token(std::string_view value) {
  return !value.empty() && value.size() <= 64 && std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_text(std::string_view value) { return value.size() <= 2000; }

bool is_flag(std::string_view) { return true; }

bool is_type(std::string_view value) {
  return value.size() <= 100 && value.find_first_of("<>&") == std::string_view::npos;
}

// Fragments that any browser can address: letters of every script, but no white space, quotes or control characters.
bool is_id(std::string_view value) {
  if (value.empty() || value.size() > 200) return false;
  if (value.substr(0, 7) == "pharos-") return false;  // the page around the article keeps these for itself
  return std::all_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z') ||
           std::string_view("_-.:").find(c) != std::string_view::npos;
  });
}

bool is_address_value(std::string_view value) { return value.size() <= 4096; }

struct AttributeRule {
  std::string_view name;
  bool (*allows)(std::string_view value);
};

constexpr AttributeRule kAttributes[] = {
    {"alt", is_text},
    {"title", is_text},
    {"name", is_id},
    {"id", is_id},
    {"lang", is_token},
    {"dir", is_token},
    {"role", is_token},
    {"data-kind", is_token},
    {"open", is_flag},
    {"checked", is_flag},
    {"muted", is_flag},
    {"loop", is_flag},
    {"playsinline", is_flag},
    {"reversed", is_flag},
    {"start", is_number},
    {"value", is_number},
    {"span", is_number},
    {"colspan", is_number},
    {"rowspan", is_number},
    {"width", is_number},
    {"height", is_number},
    {"align", is_token},
    {"scope", is_token},
    {"type", is_type},
    {"media", is_type},
    {"datetime", is_type},
    {"href", is_address_value},
    {"src", is_address_value},
    {"poster", is_address_value},
    {"srcset", is_address_value},
    {"class", is_text},
};

constexpr std::string_view kClasses[] = {"footnotes",  "footnote-ref",   "footnote-backref",
                                         "table-wrap", "task-list-item", "contains-task-list"};

// Only classes that our own stylesheet knows: an author's class must not dress a page up as something it is not.
std::string allowed_classes(std::string_view value) {
  std::string kept;
  for (std::size_t begin = 0; begin < value.size();) {
    const std::size_t start = value.find_first_not_of(" \t\n\r\f", begin);
    if (start == std::string_view::npos) break;
    const std::size_t end = std::min(value.find_first_of(" \t\n\r\f", start), value.size());
    std::string_view token = value.substr(start, end - start);
    begin = end;
    if (token.substr(0, 9) == "language-") {
      // Fences say more than the language: "js{2}", "js:line-numbers".
      const std::size_t bad =
          token.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+#.-", 9);
      token = token.substr(0, bad);
      if (token.size() == 9) continue;
    } else if (!(is_token(token) && (token == "callout" || token.substr(0, 8) == "callout-")) &&
               std::find(std::begin(kClasses), std::end(kClasses), token) == std::end(kClasses)) {
      continue;
    }
    if (!kept.empty()) kept += ' ';
    kept += token;
  }
  return kept;
}

bool lists(std::string_view names, std::string_view name) {
  for (std::size_t at = names.find(name); at != std::string_view::npos; at = names.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || names[at - 1] == ' ') && (end == names.size() || names[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

const ElementRule* element_rule(std::string_view name) {
  static const auto* const kByName = [] {
    auto* rules = new std::unordered_map<std::string_view, const ElementRule*>;
    for (const ElementRule& rule : kElements) rules->emplace(rule.name, &rule);
    return rules;
  }();
  const auto found = kByName->find(name);
  return found == kByName->end() ? nullptr : found->second;
}

bool known_attribute(std::string_view name) {
  return std::any_of(std::begin(kAttributes), std::end(kAttributes),
                     [&](const AttributeRule& rule) { return rule.name == name; });
}

bool dangerous_attribute(std::string_view name) {
  return (name.size() > 2 && name.substr(0, 2) == "on") || name == "srcdoc" || name == "formaction";
}

bool is_address(std::string_view attribute) {
  return attribute == "href" || attribute == "src" || attribute == "poster" || attribute == "srcset";
}

std::optional<std::string> allowed_attribute(const ElementRule& element, std::string_view name,
                                             std::string_view value) {
  if (name == "class") {
    std::string classes = allowed_classes(value);
    if (classes.empty()) return std::nullopt;
    return classes;
  }
  if (name == "id" ? !element.is(kTarget) : name != "lang" && name != "dir" && !lists(element.attributes, name)) {
    return std::nullopt;
  }
  const auto* const rule = std::find_if(std::begin(kAttributes), std::end(kAttributes),
                                        [&](const AttributeRule& candidate) { return candidate.name == name; });
  if (rule == std::end(kAttributes) || !rule->allows(value)) return std::nullopt;
  if (rule->allows == is_flag) return std::string();
  return std::string(value);
}

}  // namespace pharos::content
