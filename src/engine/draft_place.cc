// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/draft_place.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "pharos/base/error.h"
#include "pharos/text/fold.h"

namespace pharos::engine {
namespace {

constexpr std::size_t kSlugBytes = 60;
constexpr std::size_t kFewestLetters = 3;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What stands around the keys in the paths of a language's articles: "en/" and ".md".
struct Frame {
  std::string before, behind;
};

std::optional<Frame> frame_of(const content::Article& article) {
  const std::string& key = article.key.str();
  const std::size_t at = article.path.rfind(key);
  if (at == std::string::npos || (at > 0 && article.path[at - 1] != '/')) return std::nullopt;
  Frame frame{article.path.substr(0, at), article.path.substr(at + key.size())};
  if (frame.behind.empty() || frame.behind.front() != '.') return std::nullopt;  // README.md of a folder
  return frame;
}

}  // namespace

std::string slug_of(const std::string& title, const std::string& question_id) {
  std::string slug;
  std::size_t letters = 0;
  std::size_t all = 0;  // characters of words in any script
  for (const char c : text::to_utf8(text::without_marks(text::fold(title, text::kFoldNone).text))) {
    if (is_letter(c) || is_digit(c)) {
      slug += c;
      letters += is_letter(c) ? 1 : 0;
    } else if (c != '\'' && !slug.empty() && slug.back() != '-') {
      slug += '-';
    }
    all += is_letter(c) || static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
  }
  if (slug.size() > kSlugBytes) {
    slug.resize(kSlugBytes);
    const std::size_t hyphen = slug.rfind('-');
    if (hyphen != std::string::npos && hyphen > kSlugBytes / 2) slug.resize(hyphen);
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  // "usdt" alone is not what a Chinese question about USDT is about.
  return letters >= kFewestLetters && 2 * letters >= all ? slug
                                                         : "question-" + question_id.substr(question_id.find('-') + 1);
}

std::string draft_path(const content::Library& library, const std::string& language, const ArticleKey& key) {
  const auto wanted = Language::parse(language);
  // A suffix says the language only beside the same page in the default one.
  const bool lone_suffix = library.tree.layout == content::Layout::kSuffix && wanted != library.tree.default_language;
  if (wanted && !lone_suffix) {
    for (const content::Article& article : library.articles) {
      if (article.language != *wanted) continue;
      const auto frame = frame_of(article);
      if (!frame) continue;
      return frame->before + key.str() + frame->behind.substr(0, frame->behind.rfind('.')) + ".md";
    }
    // The first article of its language.
    if (library.tree.layout == content::Layout::kFolders) {
      const std::string& documents = library.tree.documents_folder;
      return (documents.empty() ? "" : documents + "/") + wanted->tag() + "/" + key.str() + ".md";
    }
  }
  throw Error(ErrorKind::kInvalidArgument,
              language +
                  ": the content folder does not show where articles of this language stand; write the page by " +
                  "hand, or add the question to an article",
              "language");
}

}  // namespace pharos::engine
