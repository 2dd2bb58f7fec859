// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/reading.h"

#include <mecab.h>

#include <algorithm>
#include <memory>

#include "pharos/text/fold.h"
#include "text/kana.h"

namespace pharos::text {
namespace {

constexpr std::size_t kLongestText = 64;  // UTF-16 units; longer text is no word
constexpr std::size_t kMostAnalyses = 4;
constexpr std::size_t kReadingField = 7;  // of IPADIC's features: part of speech (4), inflection (2), base, reading

class Dictionary {
 public:
  Dictionary() {
    model_.reset(MeCab::createModel(""));
    if (!model_) {
      const char* reason = MeCab::getLastError();
      why_not_ = std::string(
                     "MeCab opens no dictionary, so Japanese words are not found by their reading; install "
                     "mecab-ipadic-utf8: ") +
                 (reason == nullptr ? "no reason given" : reason);
      return;
    }
    const MeCab::DictionaryInfo* info = model_->dictionary_info();
    std::string charset = info == nullptr || info->charset == nullptr ? "" : info->charset;
    for (char& c : charset) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (charset == "utf8" || charset == "utf-8") return;
    why_not_ = "MeCab's dictionary is written in " + charset +
               ", not in UTF-8, so Japanese words are not found by their reading; install mecab-ipadic-utf8";
    model_.reset();
  }

  const MeCab::Model* model() const { return model_.get(); }
  const std::string& why_not() const { return why_not_; }

 private:
  std::unique_ptr<MeCab::Model> model_;
  std::string why_not_;
};

const Dictionary& dictionary() {
  static const auto instance = std::make_unique<Dictionary>();
  return *instance;
}

// A thread's own analysis.
struct Analysis {
  explicit Analysis(const MeCab::Model& model) : tagger(model.createTagger()), lattice(model.createLattice()) {}
  std::unique_ptr<MeCab::Tagger> tagger;
  std::unique_ptr<MeCab::Lattice> lattice;
};

// Words of finance that the dictionary lacks, or reads as names.
struct KnownReading {
  std::u16string_view word;
  std::u16string_view reading;
};
constexpr KnownReading kKnown[] = {
    {u"取引所", u"とりひきじょ"}, {u"販売所", u"はんばいじょ"},
    {u"成行", u"なりゆき"},       {u"成行注文", u"なりゆきちゅうもん"},
    {u"逆指値", u"ぎゃくさしね"}, {u"建玉", u"たてぎょく"},
    {u"追証", u"おいしょう"},     {u"現物", u"げんぶつ"},
    {u"出来高", u"できだか"},     {u"市場", u"しじょう"},
    {u"市場", u"いちば"},         {u"口座名義", u"こうざめいぎ"},
};

std::string_view field(std::string_view features, std::size_t number) {
  for (; number > 0; --number) {
    const std::size_t comma = features.find(',');
    if (comma == std::string_view::npos) return {};
    features.remove_prefix(comma + 1);
  }
  return features.substr(0, features.find(','));
}

// What the dictionary's weights say against an analysis. Others than the best are mostly made of characters' other
// readings (できん for 出金), unless nearly as likely: きょう and こんにち for 今日.
constexpr long kNearlyAsLikely = 2500;
long cost_of(const MeCab::Node* node) {
  long cost = 0;
  for (; node != nullptr && node->next != nullptr; node = node->next) {
    for (const MeCab::Path* path = node->next->lpath; path != nullptr; path = path->lnext) {
      if (path->lnode == node) cost += path->cost;
    }
  }
  return cost;
}

// The reading of one analysis; empty where a word of it has none.
std::u16string reading_of(const MeCab::Node* node) {
  std::u16string out;
  for (; node != nullptr; node = node->next) {
    if (node->stat == MECAB_BOS_NODE || node->stat == MECAB_EOS_NODE) continue;
    const std::string_view found = field(node->feature, kReadingField);
    const std::u16string reading = to_utf16(found.empty() ? std::string_view(node->surface, node->length) : found);
    if (!std::all_of(reading.begin(), reading.end(), is_kana)) return {};
    out += as_hiragana(reading);
  }
  return out;
}

void add(std::vector<std::u16string>& readings, std::u16string reading) {
  const bool known = std::find(readings.begin(), readings.end(), reading) != readings.end();
  if (!reading.empty() && !known) readings.push_back(std::move(reading));
}

}  // namespace

std::vector<std::u16string> readings(std::u16string_view text) {
  if (text.empty() || text.size() > kLongestText) return {};
  std::vector<std::u16string> out;
  for (const KnownReading& row : kKnown) {
    if (row.word == text) out.emplace_back(row.reading);
  }
  const MeCab::Model* model = dictionary().model();
  if (model == nullptr) return out;
  thread_local Analysis analysis(*model);
  if (!analysis.tagger || !analysis.lattice) return out;
  MeCab::Lattice& lattice = *analysis.lattice;
  const std::string utf8 = to_utf8(text);
  lattice.clear();
  lattice.set_request_type(MECAB_NBEST);
  lattice.set_sentence(utf8.data(), utf8.size());
  if (!analysis.tagger->parse(&lattice)) return out;
  const long best = cost_of(lattice.bos_node());
  // The first step of next() gives the best analysis itself.
  for (std::size_t i = 0; i < kMostAnalyses && lattice.next(); ++i) {
    if (cost_of(lattice.bos_node()) <= best + kNearlyAsLikely) add(out, reading_of(lattice.bos_node()));
  }
  return out;
}

bool readings_available() { return dictionary().model() != nullptr; }

const std::string& why_no_readings() { return dictionary().why_not(); }

}  // namespace pharos::text
