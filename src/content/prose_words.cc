// SPDX-License-Identifier: GPL-3.0-or-later
#include <iterator>
#include <string_view>
#include <vector>

#include "content/text_lines.h"
#include "content/translation_state.h"
#include "pharos/base/utf8.h"

namespace pharos::content {
namespace {

constexpr std::uint64_t kFnvOffset = 14695981039346656037ULL;
constexpr std::uint64_t kFnvPrime = 1099511628211ULL;
// From here on (CJK, Hangul has spaces but no harm is done), a character is a word.
constexpr char32_t kFirstIdeograph = 0x2E80;
constexpr char32_t kGeneralPunctuation = 0x2000;
constexpr char32_t kThai = 0x0E00;
constexpr char32_t kKhmerEnd = 0x17FF;

/// Cuts text into hashed words.
class WordHasher {
 public:
  explicit WordHasher(std::vector<std::uint64_t>& words) : words_(words) {}
  ~WordHasher() { end(); }
  WordHasher(const WordHasher&) = delete;
  WordHasher& operator=(const WordHasher&) = delete;

  void add(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const DecodedPoint decoded = decode_utf8(text, at);
      add(decoded.point);
      at += decoded.bytes;
    }
    end();
  }

 private:
  void add(char32_t point) {
    if (point >= 'A' && point <= 'Z') point += 'a' - 'A';
    const bool letter = (point >= 'a' && point <= 'z') || (point >= 0xC0 && point < kGeneralPunctuation);
    const bool alone = (point >= kFirstIdeograph && (point < 0x3000 || point > 0x303F) && point < 0xFE00) ||
                       (point >= kThai && point <= 0x0FFF) || (point >= 0x1000 && point <= 0x109F) ||
                       (point >= 0x1780 && point <= kKhmerEnd);
    if (!letter && !alone) return end();
    if (alone) end();
    hash_ = (hash_ ^ point) * kFnvPrime;
    open_ = true;
    if (alone) end();
  }

  void end() {
    if (open_) words_.push_back(hash_);
    hash_ = kFnvOffset;
    open_ = false;
  }

  std::vector<std::uint64_t>& words_;
  std::uint64_t hash_ = kFnvOffset;
  bool open_ = false;
};

// The part of a line that readers read: without `code`, <tags>, {ids}, (targets) of links and bare addresses.
void add_line(std::string_view line, WordHasher& words) {
  struct Pair {
    std::string_view open;
    std::string_view close;
  };
  static constexpr Pair kSkipped[] = {{"`", "`"}, {"<", ">"},        {"](", ")"},
                                      {"{", "}"}, {"https://", " "}, {"http://", " "}};
  // A closing mark that is not found once is looked for no more: the line would be read once for each opening one.
  bool absent[std::size(kSkipped)] = {};
  std::size_t start = 0;
  std::size_t at = 0;
  while (at < line.size()) {
    const Pair* skipped = nullptr;
    for (const Pair& pair : kSkipped) {
      if (!absent[&pair - kSkipped] && line.substr(at).starts_with(pair.open)) skipped = &pair;
    }
    if (skipped == nullptr) {
      ++at;
      continue;
    }
    words.add(line.substr(start, at - start));
    at += skipped->open.size();
    const std::size_t close = line.find(skipped->close, at);
    // What is never closed is text again; an address runs to the line's end.
    if (close != std::string_view::npos) {
      at = close + skipped->close.size();
    } else if (skipped->close == " ") {
      at = line.size();
    } else {
      absent[skipped - kSkipped] = true;
    }
    start = at;
  }
  words.add(line.substr(start));
}

}  // namespace

std::vector<std::uint64_t> prose_words(const Page& page) {
  std::vector<std::uint64_t> hashes;
  WordHasher words(hashes);
  words.add(page.article.title);
  words.add(page.article.summary);
  std::string_view body = page.body;
  std::string_view fence;
  while (!body.empty()) {
    const std::string_view line = trim(take_line(body));
    const std::string_view marker = line.substr(0, 3);
    if (!fence.empty()) {
      if (marker == fence) fence = {};
      continue;
    }
    if (marker == "```" || marker == "~~~") {
      fence = marker;
      continue;
    }
    if (line.starts_with("import ") || line.starts_with("export ")) continue;
    add_line(line, words);
  }
  return hashes;
}

}  // namespace pharos::content
