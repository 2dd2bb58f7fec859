// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "content/front_matter.h"
#include "content/page.h"
#include "content/page_names.h"
#include "content/report.h"
#include "content/text_lines.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"

namespace pharos::content {
namespace {

constexpr std::size_t kRevisionDigits = 16;

std::string kibibytes(std::uint64_t bytes) { return std::to_string((bytes + 1023) / 1024) + " KiB"; }

// README and index are their folder's own page; at the top it is called "index".
std::string key_text(const Place& place) {
  const std::string_view path = stem(place.path);
  if (!is_folder_page(path)) return std::string(path);
  const std::string_view folder = folder_of(path);
  return folder.empty() ? "index" : std::string(folder);
}

void normalize_line_ends(std::string& text) {
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from];
  }
  text.resize(to);
}

}  // namespace

std::optional<std::string> source_text(std::string bytes, const std::string& path, Diagnostics& diagnostics) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    report(diagnostics, "invalid-utf8", path, 1, "the file is UTF-16: save it as UTF-8, it is not read");
    return std::nullopt;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (const std::optional<std::size_t> at = first_invalid_utf8(bytes)) {
    const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*at), '\n');
    report(diagnostics, "invalid-utf8", path, static_cast<int>(line),
           "this line has bytes that are not UTF-8, shown as \xEF\xBF\xBD from here on: save the file as UTF-8");
    bytes = replace_invalid_utf8(bytes);
  }
  normalize_line_ends(bytes);
  return bytes;
}

std::optional<Page> read_page(const std::filesystem::path& root, const FoundFile& file, Place place,
                              const ReadOptions& options, Diagnostics& diagnostics) {
  if (file.size > options.max_article_bytes) {
    report(diagnostics, "article-too-large", file.path, 0,
           "the file has " + kibibytes(file.size) + ", an article at most " + kibibytes(options.max_article_bytes) +
               ": it is not read, split it into several articles");
    return std::nullopt;
  }
  const bool describes_category = is_category_page(place.path);
  const std::string text_of_key = describes_category ? std::string(folder_of(place.path)) : key_text(place);
  std::optional<ArticleKey> key = ArticleKey::parse(text_of_key.empty() ? "index" : text_of_key);
  if (!key) {
    report(
        diagnostics, "bad-path", file.path, 0,
        "the path cannot be part of an address: rename the file, its path may have at most 512 bytes of UTF-8 and no "
        "control characters");
    return std::nullopt;
  }
  std::string bytes;
  try {
    bytes = read_file(root / file.path);
  } catch (const Error& error) {
    report(diagnostics, "unreadable-file", file.path, 0, std::string(error.what()) + ": check its permissions");
    return std::nullopt;
  }
  Article article(*std::move(key), place.language);
  Page page(std::move(article), std::move(place));
  page.article.revision = sha256(bytes).substr(0, kRevisionDigits);
  page.article.path = file.path;
  page.describes_category = describes_category;
  std::optional<std::string> text = source_text(std::move(bytes), file.path, diagnostics);
  if (!text) return std::nullopt;
  const FrontMatter front = read_front_matter(*text, file.path, page.diagnostics);
  FieldReader reader(file.path, "front-matter", page.diagnostics);
  read_article_fields(front.data, reader, page.article, page.fields);
  page.body = front.body;
  page.body_line = front.body_line;
  if (!page.fields.translation_key.empty()) {
    std::string_view wanted = page.fields.translation_key;
    while (!wanted.empty() && wanted.front() == '/') wanted.remove_prefix(1);
    if (std::optional<ArticleKey> own = ArticleKey::parse(wanted)) {
      page.article.key = *std::move(own);
    } else {
      reader.fault(front.data, "translationKey should be a key such as deposits/wrong-network: it is not used");
    }
  }
  return page;
}

std::string_view held_back_reason(const Article& article, UtcTime now) {
  if (article.draft) return "a draft";
  if (article.publish && *article.publish > now) return "not yet published";
  if (article.expire && *article.expire <= now) return "expired";
  return {};
}

}  // namespace pharos::content
