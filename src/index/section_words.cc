// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/section_words.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

#include "index/body_file.h"
#include "index/varint.h"

namespace pharos::index {
namespace {

// In front of the records: the magic, the numbers of sections and articles, and where each begins.
constexpr std::size_t kHeader = 12;

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw Error(ErrorKind::kCorrupt, file.string() + ": is not readable; rebuild the index");
}

[[noreturn]] void fail_for_section() {
  throw Error(ErrorKind::kCorrupt, "the index names a section that it does not have; rebuild it");
}

std::uint32_t fixed(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

void read_words(VarintReader& reader, std::vector<SectionWord>& words) {
  std::uint32_t count = reader.next();
  while (count-- > 0) {
    std::uint32_t code = reader.next();
    const bool gap = code == 0;
    if (gap) code = reader.next();
    if (code < 2) throw Error(ErrorKind::kCorrupt, "the words of a section are not readable; rebuild the index");
    words.push_back({code / 2 - 1, (code & 1U) != 0, gap});
  }
}

}  // namespace

SectionWords::SectionWords(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (descriptor < 0 || ::fstat(descriptor, &status) != 0) {
    if (descriptor >= 0) ::close(descriptor);
    fail(file);
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  void* mapped = size < kHeader ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
  ::close(descriptor);
  if (mapped == MAP_FAILED) fail(file);
  bytes_ = {static_cast<const char*>(mapped), size};
  count_ = fixed(bytes_, 4);
  const std::size_t offsets = static_cast<std::size_t>(count_) + fixed(bytes_, 8) + 1;
  if (!bytes_.starts_with(kWordsMagic) || (size - kHeader) / 4 < offsets) {
    ::munmap(mapped, size);
    fail(file);
  }
}

SectionWords::~SectionWords() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

std::string_view SectionWords::record(std::uint32_t number) const {
  const std::size_t records = kHeader + (static_cast<std::size_t>(count_) + fixed(bytes_, 8) + 1) * 4;
  const std::uint32_t begin = fixed(bytes_, kHeader + static_cast<std::size_t>(number) * 4);
  const std::uint32_t end = fixed(bytes_, kHeader + (static_cast<std::size_t>(number) + 1) * 4);
  if (end < begin || records + end > bytes_.size()) {
    throw Error(ErrorKind::kCorrupt, "the words of a section are not readable; rebuild the index");
  }
  return bytes_.substr(records + begin, end - begin);
}

void SectionWords::read(std::uint32_t section, SectionText& text) const { read(section, true, text); }

void SectionWords::read_sibling(std::uint32_t section, SectionText& text) const { read(section, false, text); }

void SectionWords::read(std::uint32_t section, bool headline, SectionText& text) const {
  if (headline) text.headline.clear();
  text.labels.clear();
  text.text.clear();
  if (section == 0 || section > count_) fail_for_section();
  VarintReader reader(record(section - 1));
  const std::uint32_t number = reader.next();
  if (number >= fixed(bytes_, 8)) fail_for_section();
  VarintReader article(record(count_ + number));
  text.first = article.next();
  text.sections = article.next();
  text.same_title = article.next();
  if (text.first == 0 || section < text.first || section - text.first >= text.sections) fail_for_section();
  read_words(reader, text.labels);
  read_words(article, text.labels);
  if (headline) {
    const std::uint32_t lines = article.next();
    if (lines == 0) fail_for_section();
    for (std::uint32_t i = 0; i < lines; ++i) read_words(article, text.headline.emplace_back());
  }
  read_words(reader, text.text);
}

}  // namespace pharos::index
