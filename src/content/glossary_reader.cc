// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/glossary_reader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "content/field_reader.h"
#include "content/front_matter.h"
#include "content/page.h"
#include "content/page_names.h"
#include "content/report.h"
#include "content/text_lines.h"

namespace pharos::content {
namespace {

constexpr std::string_view kRule = "glossary";
constexpr std::string_view kYamlEndings[] = {".yml", ".yaml"};
constexpr std::uint64_t kMaxBytes = 1024 * 1024;

/// One key of a term on its way into the glossary.
struct Entry {
  const DataNode& node;
  std::string_view key;
  FieldReader& reader;
  GlossaryTerm& term;
};

struct FieldRow {
  std::string_view key;
  void (*read)(const Entry& entry);
};
constexpr FieldRow kFields[] = {
    {"concept", [](const Entry& e) { e.term.concept_id = e.reader.text(e.node, e.key).value_or(""); }},
    {"term", [](const Entry& e) { e.term.term = e.reader.text(e.node, e.key).value_or(""); }},
    {"synonyms", [](const Entry& e) { e.term.synonyms = e.reader.texts(e.node, e.key); }},
    {"typed", [](const Entry& e) { e.term.typed = e.reader.texts(e.node, e.key); }},
    {"definition", [](const Entry& e) { e.term.definition = e.reader.text(e.node, e.key).value_or(""); }},
};

GlossaryTerm read_term(const DataNode& node, FieldReader& reader) {
  GlossaryTerm term;
  for (const DataNode& member : node.members) {
    const auto row = std::find_if(std::begin(kFields), std::end(kFields),
                                  [&member](const FieldRow& field) { return field.key == member.name; });
    if (row == std::end(kFields)) {
      reader.fault(member,
                   "a term has no \"" + member.name + "\": there are concept, term, synonyms, typed and definition");
    } else {
      row->read(Entry{member, row->key, reader, term});
    }
  }
  return term;
}

// Words that stand twice in a glossary lead to two terms at once.
void check_words(const DataNode& node, const GlossaryTerm& term, std::map<std::string, std::string>& owners,
                 FieldReader& reader) {
  std::vector<std::string> words{term.term};
  words.insert(words.end(), term.synonyms.begin(), term.synonyms.end());
  for (const std::string& word : words) {
    const auto [owner, first] = owners.emplace(ascii_lower(word), term.term);
    if (!first) {
      reader.fault(node,
                   "\"" + word + "\" already belongs to the term \"" + owner->second + "\": keep it in one of them");
    }
  }
}

Glossary read_glossary(const std::string& text, const std::string& path, const Language& language,
                       Diagnostics& diagnostics) {
  Glossary glossary(language);
  FieldReader reader(path, kRule, diagnostics);
  const DataNode data = read_yaml(text, path, 1, kRule, diagnostics);
  const DataNode* terms = data.find("terms");
  if (terms == nullptr || !terms->is_list()) {
    if (!data.is_null() && (terms == nullptr || !terms->is_null())) {
      reader.fault(terms == nullptr ? data : *terms, "a glossary should be a list of terms below \"terms:\"");
    }
    return glossary;
  }
  std::map<std::string, std::string> owners;
  for (const DataNode& item : terms->items) {
    if (!item.is_map()) {
      reader.wrong_type(item, "an entry of terms", "a map with concept, term and synonyms");
      continue;
    }
    GlossaryTerm term = read_term(item, reader);
    if (term.term.empty()) {
      reader.fault(item, "this entry has no term: add term: with the word that the site uses");
      continue;
    }
    check_words(item, term, owners, reader);
    glossary.terms.push_back(std::move(term));
  }
  return glossary;
}

}  // namespace

std::vector<Glossary> read_glossaries(const std::filesystem::path& root, const FileList& files,
                                      const SiteSettings& settings, Diagnostics& diagnostics) {
  std::vector<Glossary> glossaries;
  for (const FoundFile& file : files.files) {
    const std::optional<std::string_view> inside = below(file.path, settings.glossary_folder);
    if (!inside || inside->empty()) continue;
    for (const std::string_view ending : kYamlEndings) {
      if (!inside->ends_with(ending)) continue;
      const std::string tag(inside->substr(0, inside->size() - ending.size()));
      const std::optional<Language> language = Language::parse(tag);
      if (!language || settings.find(*language) == nullptr) {
        report(
            diagnostics, "unconfigured-language", file.path, 0,
            "\"" + tag + "\" is not among the site's languages: name the file by one of them or add it to pharos.yml");
        continue;
      }
      if (file.size > kMaxBytes) {
        report(diagnostics, kRule, file.path, 0, "the glossary is larger than 1 MiB: it is not read");
        continue;
      }
      const std::optional<std::string> text = source_text(read_file(root / file.path), file.path, diagnostics);
      if (text) glossaries.push_back(read_glossary(*text, file.path, *language, diagnostics));
    }
  }
  std::sort(glossaries.begin(), glossaries.end(),
            [](const Glossary& a, const Glossary& b) { return a.language < b.language; });
  return glossaries;
}

}  // namespace pharos::content
