// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/compression.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

#include "pharos/base/error.h"

namespace pharos::http {
namespace {

constexpr int kLevel = 5;  // half the time of 9 for 2 % more bytes on our pages
constexpr int kGzipWindow = 15 + 16;
constexpr int kMemoryLevel = 8;

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

// "q=0", "q=0.0", "q=0.000": not acceptable. Anything else, also what is no weight at all, counts as wanted.
bool refused(std::string_view parameters) {
  const std::size_t equals = parameters.find('=');
  if (equals == std::string_view::npos || !equals_ignoring_case(trim(parameters.substr(0, equals)), "q")) return false;
  const std::string_view weight = trim(parameters.substr(equals + 1));
  return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  std::optional<bool> any;
  for (std::size_t at = 0; at < accept_encoding.size();) {
    const std::size_t end = std::min(accept_encoding.find(',', at), accept_encoding.size());
    const std::string_view part = accept_encoding.substr(at, end - at);
    const std::size_t semicolon = std::min(part.find(';'), part.size());
    const std::string_view coding = trim(part.substr(0, semicolon));
    const bool wanted = semicolon == part.size() || !refused(part.substr(semicolon + 1));
    if (equals_ignoring_case(coding, "gzip") || equals_ignoring_case(coding, "x-gzip")) return wanted;
    if (coding == "*") any = wanted;
    at = end + 1;
  }
  return any.value_or(false);
}

bool compressible(std::string_view content_type) {
  constexpr std::array<std::string_view, 9> kPrefixes = {"text/",
                                                         "application/json",
                                                         "application/problem+json",
                                                         "application/javascript",
                                                         "application/xml",
                                                         "image/svg+xml",
                                                         "application/manifest+json",
                                                         "application/openapi+json",
                                                         "application/vnd.oai.openapi+json"};
  return std::any_of(kPrefixes.begin(), kPrefixes.end(),
                     [&](std::string_view prefix) { return content_type.substr(0, prefix.size()) == prefix; });
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw Error(ErrorKind::kInternal, "zlib cannot begin: out of memory");
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw Error(ErrorKind::kInternal, "zlib did not finish");
  return out;
}

}  // namespace pharos::http
