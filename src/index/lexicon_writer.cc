// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/lexicon_writer.h"

#include <algorithm>
#include <numeric>

#include "index/body_file.h"
#include "index/varint.h"
#include "pharos/base/files.h"
#include "pharos/text/word_sequence.h"

namespace pharos::index {
namespace {

void append_words(std::string& out, const std::vector<SectionWord>& words, const std::vector<std::uint32_t>& ranks,
                  const std::vector<text::WordShape>& shapes) {
  append_varint(out, words.size());
  for (const SectionWord& word : words) {
    // Whether words touch matters only where no space divides them.
    if (word.gap && !shapes[word.word].points.empty()) append_varint(out, 0);
    append_varint(out, (static_cast<std::uint64_t>(ranks[word.word]) + 1) * 2 + (word.part ? 1 : 0));
  }
}

void append_fixed(std::string& out, std::uint32_t value) {
  for (const int shift : {0, 8, 16, 24}) out += static_cast<char>((value >> shift) & 0xFF);
}

}  // namespace

std::uint32_t LexiconWriter::number_of(const std::string& word) {
  const auto [place, is_new] = numbers_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
  if (is_new) {
    words_.push_back(word);
    shapes_.push_back(text::shape_of(analyzer_, word));
    occurrences_.push_back(0);
    in_sections_.push_back(0);
    in_titles_.push_back(0);
  }
  return place->second;
}

LexiconWriter::Words LexiconWriter::words_of(std::string_view text) {
  Words words;
  for (const text::SequenceWord& word : text::word_sequence(analyzer_, text)) {
    words.push_back({number_of(word.term), word.part, word.gap});
    ++occurrences_[words.back().word];
  }
  return words;
}

void LexiconWriter::count_neighbours(const Words& words, std::vector<std::uint32_t>& hashes) const {
  std::vector<text::PlacedShape> places;
  places.reserve(words.size());
  for (const SectionWord& word : words) places.push_back({&shapes_[word.word], word.part, word.gap});
  text::for_each_neighbour(analyzer_.row().rank, places.data(), places.data() + places.size(),
                           [&](text::TermClass, std::uint32_t hash) { hashes.push_back(hash); });
}

void LexiconWriter::count_section(const std::vector<const Words*>& parts) {
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> hashes;
  for (const Words* part : parts) {
    for (const SectionWord& word : *part) words.push_back(word.word);
    count_neighbours(*part, hashes);
    section_words_ += part->size();
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const std::uint32_t word : words) ++in_sections_[word];
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  for (const std::uint32_t hash : hashes) ++neighbours_[hash];
}

void LexiconWriter::add(const content::Article& article) {
  ArticleWords record;
  record.first = static_cast<std::uint32_t>(sections_.size()) + 1;
  record.headline.push_back(words_of(article.title));
  for (const std::string& question : article.questions) record.headline.push_back(words_of(question));
  for (const Words& line : record.headline) {
    ++titles_;
    title_words_ += line.size();
    std::vector<std::uint32_t> once;
    for (const SectionWord& word : line) once.push_back(word.word);
    std::sort(once.begin(), once.end());
    once.erase(std::unique(once.begin(), once.end()), once.end());
    for (const std::uint32_t word : once) ++in_titles_[word];
  }
  record.title = analyzer_.sameness_key(article.title);
  ++same_titles_[record.title];
  for (const std::string& tag : article.tags) {
    const Words words = words_of(tag);
    record.tags.insert(record.tags.end(), words.begin(), words.end());
  }
  for (std::size_t i = 0; i < article.sections.size(); ++i) {
    const content::Section& section = article.sections[i];
    SectionRecord written;
    written.article = static_cast<std::uint32_t>(articles_.size());
    written.heading = words_of(section.heading);
    if (i == 0) written.text = words_of(article.summary);
    const Words text = words_of(section.text);
    written.text.insert(written.text.end(), text.begin(), text.end());
    std::vector<const Words*> parts = {&record.headline[0], &record.tags, &written.heading, &written.text};
    for (std::size_t q = 1; i == 0 && q < record.headline.size(); ++q) parts.push_back(&record.headline[q]);
    count_section(parts);
    sections_.push_back(std::move(written));
  }
  articles_.push_back(std::move(record));
}

std::string LexiconWriter::lexicon_bytes(const std::vector<std::uint32_t>& order) const {
  std::string out;
  append_varint(out, words_.size());
  append_varint(out, sections_.size());
  append_varint(out, titles_);
  append_varint(out, articles_.size());
  append_varint(out, section_words_);
  append_varint(out, title_words_);
  for (const std::uint32_t word : order) {
    append_varint(out, words_[word].size());
    out += words_[word];
  }
  for (const std::uint32_t word : order) append_varint(out, in_sections_[word]);
  for (const std::uint32_t word : order) append_varint(out, in_titles_[word]);
  // What occurs once is most of it and need not be written: absent means once.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> repeated;
  for (const auto& [hash, count] : neighbours_) {
    if (count > 1) repeated.emplace_back(hash, count);
  }
  std::sort(repeated.begin(), repeated.end());
  append_varint(out, repeated.size());
  std::uint32_t last = 0;
  for (const auto& [hash, count] : repeated) {
    append_varint(out, hash - last);
    last = hash;
  }
  for (const auto& [hash, count] : repeated) append_varint(out, count);
  return compress(out);
}

std::string LexiconWriter::words_bytes(const std::vector<std::uint32_t>& ranks) const {
  std::string records;
  std::vector<std::uint32_t> offsets;
  for (const SectionRecord& section : sections_) {
    offsets.push_back(static_cast<std::uint32_t>(records.size()));
    append_varint(records, section.article);
    append_words(records, section.heading, ranks, shapes_);
    append_words(records, section.text, ranks, shapes_);
  }
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    const ArticleWords& article = articles_[i];
    const std::uint32_t end =
        i + 1 < articles_.size() ? articles_[i + 1].first : static_cast<std::uint32_t>(sections_.size()) + 1;
    offsets.push_back(static_cast<std::uint32_t>(records.size()));
    append_varint(records, article.first);
    append_varint(records, end - article.first);
    append_varint(records, same_titles_.at(article.title));
    append_words(records, article.tags, ranks, shapes_);
    append_varint(records, article.headline.size());
    for (const Words& line : article.headline) append_words(records, line, ranks, shapes_);
  }
  offsets.push_back(static_cast<std::uint32_t>(records.size()));
  std::string out(kWordsMagic);
  append_fixed(out, static_cast<std::uint32_t>(sections_.size()));
  append_fixed(out, static_cast<std::uint32_t>(articles_.size()));
  for (const std::uint32_t offset : offsets) append_fixed(out, offset);
  return out + records;
}

void LexiconWriter::finish(const std::filesystem::path& lexicon_file, const std::filesystem::path& words_file) const {
  std::vector<std::uint32_t> order(words_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    return occurrences_[a] != occurrences_[b] ? occurrences_[a] > occurrences_[b] : words_[a] < words_[b];
  });
  std::vector<std::uint32_t> ranks(words_.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  write_file_synced(lexicon_file, lexicon_bytes(order));
  write_file_synced(words_file, words_bytes(ranks));
}

}  // namespace pharos::index
