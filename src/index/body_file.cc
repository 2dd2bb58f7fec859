// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/body_file.h"

#include <zlib.h>

#include <cstdint>
#include <cstring>

#include "pharos/base/error.h"

namespace pharos::index {
namespace {

// Beyond what an article may have; a lexicon of ten million words is as large.
constexpr std::size_t kMaxBody = 256U << 20U;

}  // namespace

std::string compress(std::string_view text) {
  if (text.size() > kMaxBody) {
    throw Error(ErrorKind::kInvalidArgument, "more than " + std::to_string(kMaxBody >> 20) +
                                                 " MiB of text in one piece cannot be indexed; split the article");
  }
  // The size goes first, so that reading needs no guess.
  const auto size = static_cast<std::uint32_t>(text.size());
  uLongf bound = compressBound(static_cast<uLong>(text.size()));
  std::string out(sizeof size + bound, '\0');
  std::memcpy(out.data(), &size, sizeof size);
  if (compress2(reinterpret_cast<Bytef*>(out.data() + sizeof size), &bound, reinterpret_cast<const Bytef*>(text.data()),
                static_cast<uLong>(text.size()), 6) != Z_OK) {
    throw Error(ErrorKind::kInternal, "zlib cannot compress a body");
  }
  out.resize(sizeof size + bound);
  return out;
}

std::string decompress(std::string_view bytes) {
  std::uint32_t size = 0;
  if (bytes.size() < sizeof size) throw Error(ErrorKind::kCorrupt, "the body of an article is not readable");
  std::memcpy(&size, bytes.data(), sizeof size);
  if (size > kMaxBody) throw Error(ErrorKind::kCorrupt, "the body of an article is not readable");
  std::string text(size, '\0');
  uLongf got = size;
  const int result = uncompress(reinterpret_cast<Bytef*>(text.data()), &got,
                                reinterpret_cast<const Bytef*>(bytes.data() + sizeof size),
                                static_cast<uLong>(bytes.size() - sizeof size));
  if (result != Z_OK || got != size) throw Error(ErrorKind::kCorrupt, "the body of an article is not readable");
  return text;
}

}  // namespace pharos::index
