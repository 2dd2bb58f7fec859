// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "index/lexicon_writer.h"
#include "index/library_samples.h"
#include "pharos/base/files.h"
#include "pharos/index/lexicon.h"
#include "pharos/index/section_words.h"

namespace pharos::index {

/// What LexiconWriter writes for some articles of one language.
class LexiconFiles {
 public:
  LexiconFiles(std::string_view tag, const std::vector<content::Article>& articles) {
    const text::Analyzer analyzer(content_samples::lang(tag));
    LexiconWriter writer(analyzer);
    for (const content::Article& article : articles) writer.add(article);
    writer.finish(lexicon_path(), words_path());
  }
  std::filesystem::path lexicon_path() const { return folder_.path() / "x.lexicon"; }
  std::filesystem::path words_path() const { return folder_.path() / "x.words"; }
  std::string lexicon_bytes() const { return read_file(lexicon_path()); }
  Lexicon lexicon() const { return Lexicon(lexicon_bytes()); }

 private:
  TemporaryFolder folder_;
};

}  // namespace pharos::index
