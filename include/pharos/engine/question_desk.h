// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pharos/base/article_key.h"
#include "pharos/content/library.h"
#include "pharos/desk/questions.h"
#include "pharos/engine/help_center.h"

// What editors do with readers' questions. Functions without state; they may be called from any thread.
namespace pharos::engine {

/// Two open questions that seem to ask the same. A value type.
struct DuplicateQuestion {
  std::string id, like;   ///< `like` is the older one
  double similarity = 0;  ///< of their words, 0..1
  std::string article;    ///< the key that a search for either finds first, or empty
};

/// Pairs that may be merged, likeliest first: alike by their words (desk::same_needs), or answered by the same article
/// when `help_center` is given. Only those of one language.
std::vector<DuplicateQuestion> duplicate_questions(const std::vector<desk::Question>& questions,
                                                   const HelpCenter* help_center);

/// A page that a question was written to.
struct WrittenQuestion {
  std::string path;     ///< of the file, relative to the content folder
  ArticleKey key;       ///< of the article
  bool changed = true;  ///< false: it was there already
};

/// Writes a draft of a new article in the question's language: the question as its title (or `title`), under
/// `questions`, and a body that an editor writes. It stands beside other articles of that language in `category`; its
/// key is no other article's in any language, and no file is ever overwritten. Throws Error{invalid_argument} with
/// parameter "category" for one that is not there, "text" for a question without words, and {unavailable} or {full}
/// where the file cannot be written. `read` says what the tree does not show by itself, as for a build.
WrittenQuestion write_draft(const std::filesystem::path& content_folder, const desk::Question& question,
                            const std::string& title, const std::string& category, content::ReadOptions read = {});

/// Adds the question to `questions` of an article in the question's language; every other byte of its file stays. The
/// article may be a draft. Throws Error{not_found} with parameter "article" when there is none in that language, and
/// {invalid_argument} for a front matter that cannot be edited (content::add_question).
WrittenQuestion write_phrasing(const std::filesystem::path& content_folder, const desk::Question& question,
                               const ArticleKey& article, content::ReadOptions read = {});

}  // namespace pharos::engine
