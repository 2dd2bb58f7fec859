// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pharos/content/library.h"

// Help-center articles made from a few sentences a language, always the same ones for the same size.
namespace pharos::bench {

/// The sentences of a language and what readers ask in it.
struct Sample {
  std::string_view language;
  std::vector<std::string_view> sentences;
  std::vector<std::string_view> queries;
};

/// A row for each measured language.
const std::vector<Sample>& samples();

/// About `bytes` bytes of the language's sentences.
std::string text(const Sample& sample, std::size_t bytes);

/// `articles` articles of four sections in one language, with the words of each title rare enough to be searched for.
content::Library library(const Sample& sample, std::size_t articles);

}  // namespace pharos::bench
