// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_templates.h"

#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/utf8.h"

namespace pharos::http {
namespace {

constexpr std::string_view kEnding = ".mustache";
constexpr int kMaxDepth = 8;

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// "Updated {date}" to "Updated {{date}}".
std::string placeholders_as_tags(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '{' || c == '}') out += c;
  }
  return out;
}

/// Writes one template into `out`, and what it includes.
class Expansion {
 public:
  Expansion(const std::map<std::string, std::string, std::less<>>& sources, std::string_view page,
            const PageTexts& texts, const PageTemplates::StaticAddress& static_address)
      : sources_(sources), page_(page), texts_(texts), static_address_(static_address) {}

  void include(std::string_view name, int depth) {
    const auto source = sources_.find(name);
    if (source == sources_.end()) {
      throw Error(ErrorKind::kNotFound, "site/templates/" + std::string(name) + ".mustache is missing");
    }
    if (depth > kMaxDepth) {
      throw Error(ErrorKind::kInvalidArgument,
                  "site/templates/" + std::string(name) + ".mustache includes itself, directly or by another");
    }
    std::string_view rest = source->second;
    while (!rest.empty()) {
      const std::size_t open = rest.find("{{");
      out_ += rest.substr(0, open);
      if (open == std::string_view::npos) break;
      rest.remove_prefix(open);
      const std::size_t close = rest.find("}}");
      if (close == std::string_view::npos) {
        throw Error(ErrorKind::kInvalidArgument, "site/templates/" + std::string(name) + ".mustache: {{ without }}");
      }
      if (!resolve(trim(rest.substr(2, close - 2)), depth)) out_ += rest.substr(0, close + 2);
      rest.remove_prefix(close + 2);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  bool resolve(std::string_view tag, int depth) {
    if (tag.starts_with("> ")) {
      const std::string_view name = trim(tag.substr(2));
      include(name == "page" ? page_ : name, depth + 1);
    } else if (tag.starts_with("t.")) {
      out_ += placeholders_as_tags(escape_html(text(tag.substr(2))));
    } else if (tag.starts_with("raw.")) {
      out_ += escape_html(text(tag.substr(4)));
    } else if (tag.starts_with("static/")) {
      const std::string address = static_address_(tag.substr(7));
      if (address.empty()) throw Error(ErrorKind::kNotFound, "site/" + std::string(tag) + " is missing");
      out_ += address;
    } else {
      return false;
    }
    return true;
  }

  const std::string& text(std::string_view name) const {
    if (const std::string* found = texts_.find(name)) return *found;
    throw Error(ErrorKind::kInvalidArgument,
                "a template asks for the text \"" + std::string(name) + "\", which site/texts/en.json does not have");
  }

  const std::map<std::string, std::string, std::less<>>& sources_;
  std::string_view page_;
  const PageTexts& texts_;
  const PageTemplates::StaticAddress& static_address_;
  std::string out_;
};

}  // namespace

PageTemplates::PageTemplates(const std::filesystem::path& folder) {
  for (const FoundFile& file : list_files(folder).files) {
    if (!file.path.ends_with(kEnding)) continue;
    std::string source = read_file(folder / file.path, 1 << 20);
    // A file ends with a line feed; what is included in the midst of a line must not break it.
    while (source.ends_with('\n')) source.pop_back();
    sources_.emplace(file.path.substr(0, file.path.size() - kEnding.size()), std::move(source));
  }
}

std::string PageTemplates::page(std::string_view name, const PageTexts& texts,
                                const StaticAddress& static_address) const {
  Expansion expansion(sources_, name, texts, static_address);
  expansion.include("layout", 0);
  return expansion.take();
}

}  // namespace pharos::http
