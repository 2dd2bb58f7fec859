// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/language.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "pharos/base/error.h"

namespace pharos {
namespace {

struct KnownLanguage {
  std::string_view primary;
  std::string_view script;       // the likely one, CLDR likelySubtags
  std::string_view native_name;  // CLDR, capitalised as in menus
};

// ISO 639-1 and the three-letter languages that help centers are translated into.
constexpr std::array kKnown = {
#define L(tag, script, native) \
  KnownLanguage { tag, script, native }
    L("aa", "Latn", ""),
    L("ab", "Cyrl", ""),
    L("af", "Latn", "Afrikaans"),
    L("ak", "Latn", "Akan"),
    L("am", "Ethi", "አማርኛ"),
    L("an", "Latn", ""),
    L("ar", "Arab", "العربية"),
    L("as", "Beng", "অসমীয়া"),
    L("av", "Cyrl", ""),
    L("ay", "Latn", ""),
    L("az", "Latn", "Azərbaycan"),
    L("ba", "Cyrl", ""),
    L("be", "Cyrl", "Беларуская"),
    L("bg", "Cyrl", "Български"),
    L("bi", "Latn", ""),
    L("bm", "Latn", ""),
    L("bn", "Beng", "বাংলা"),
    L("bo", "Tibt", ""),
    L("br", "Latn", "Brezhoneg"),
    L("bs", "Latn", "Bosanski"),
    L("ca", "Latn", "Català"),
    L("ce", "Cyrl", ""),
    L("co", "Latn", ""),
    L("cs", "Latn", "Čeština"),
    L("cv", "Cyrl", ""),
    L("cy", "Latn", "Cymraeg"),
    L("da", "Latn", "Dansk"),
    L("de", "Latn", "Deutsch"),
    L("dv", "Thaa", ""),
    L("dz", "Tibt", ""),
    L("ee", "Latn", ""),
    L("el", "Grek", "Ελληνικά"),
    L("en", "Latn", "English"),
    L("eo", "Latn", "Esperanto"),
    L("es", "Latn", "Español"),
    L("et", "Latn", "Eesti"),
    L("eu", "Latn", "Euskara"),
    L("fa", "Arab", "فارسی"),
    L("ff", "Latn", ""),
    L("fi", "Latn", "Suomi"),
    L("fj", "Latn", ""),
    L("fo", "Latn", "Føroyskt"),
    L("fr", "Latn", "Français"),
    L("fy", "Latn", "Frysk"),
    L("ga", "Latn", "Gaeilge"),
    L("gd", "Latn", "Gàidhlig"),
    L("gl", "Latn", "Galego"),
    L("gn", "Latn", ""),
    L("gu", "Gujr", "ગુજરાતી"),
    L("ha", "Latn", "Hausa"),
    L("he", "Hebr", "עברית"),
    L("hi", "Deva", "हिन्दी"),
    L("hr", "Latn", "Hrvatski"),
    L("ht", "Latn", ""),
    L("hu", "Latn", "Magyar"),
    L("hy", "Armn", "Հայերեն"),
    L("ia", "Latn", ""),
    L("id", "Latn", "Indonesia"),
    L("ig", "Latn", "Igbo"),
    L("is", "Latn", "Íslenska"),
    L("it", "Latn", "Italiano"),
    L("iu", "Cans", ""),
    L("ja", "Jpan", "日本語"),
    L("jv", "Latn", "Jawa"),
    L("ka", "Geor", "ქართული"),
    L("kk", "Cyrl", "Қазақ тілі"),
    L("km", "Khmr", "ខ្មែរ"),
    L("kn", "Knda", "ಕನ್ನಡ"),
    L("ko", "Kore", "한국어"),
    L("ku", "Latn", "Kurdî"),
    L("ky", "Cyrl", "Кыргызча"),
    L("la", "Latn", ""),
    L("lb", "Latn", "Lëtzebuergesch"),
    L("lo", "Laoo", "ລາວ"),
    L("lt", "Latn", "Lietuvių"),
    L("lv", "Latn", "Latviešu"),
    L("mg", "Latn", "Malagasy"),
    L("mi", "Latn", "Māori"),
    L("mk", "Cyrl", "Македонски"),
    L("ml", "Mlym", "മലയാളം"),
    L("mn", "Cyrl", "Монгол"),
    L("mr", "Deva", "मराठी"),
    L("ms", "Latn", "Melayu"),
    L("mt", "Latn", "Malti"),
    L("my", "Mymr", "မြန်မာ"),
    L("nb", "Latn", "Norsk bokmål"),
    L("ne", "Deva", "नेपाली"),
    L("nl", "Latn", "Nederlands"),
    L("nn", "Latn", "Norsk nynorsk"),
    L("no", "Latn", "Norsk"),
    L("oc", "Latn", "Occitan"),
    L("or", "Orya", "ଓଡ଼ିଆ"),
    L("os", "Cyrl", ""),
    L("pa", "Guru", "ਪੰਜਾਬੀ"),
    L("pl", "Latn", "Polski"),
    L("ps", "Arab", "پښتو"),
    L("pt", "Latn", "Português"),
    L("qu", "Latn", ""),
    L("rm", "Latn", "Rumantsch"),
    L("ro", "Latn", "Română"),
    L("ru", "Cyrl", "Русский"),
    L("rw", "Latn", "Kinyarwanda"),
    L("sa", "Deva", ""),
    L("sc", "Latn", ""),
    L("sd", "Arab", "سنڌي"),
    L("se", "Latn", ""),
    L("si", "Sinh", "සිංහල"),
    L("sk", "Latn", "Slovenčina"),
    L("sl", "Latn", "Slovenščina"),
    L("sm", "Latn", ""),
    L("sn", "Latn", ""),
    L("so", "Latn", "Soomaali"),
    L("sq", "Latn", "Shqip"),
    L("sr", "Cyrl", "Српски"),
    L("su", "Latn", "Basa Sunda"),
    L("sv", "Latn", "Svenska"),
    L("sw", "Latn", "Kiswahili"),
    L("ta", "Taml", "தமிழ்"),
    L("te", "Telu", "తెలుగు"),
    L("tg", "Cyrl", "Тоҷикӣ"),
    L("th", "Thai", "ไทย"),
    L("ti", "Ethi", "ትግርኛ"),
    L("tk", "Latn", "Türkmen dili"),
    L("tl", "Latn", "Tagalog"),
    L("tr", "Latn", "Türkçe"),
    L("tt", "Cyrl", "Татар"),
    L("ug", "Arab", "ئۇيغۇرچە"),
    L("uk", "Cyrl", "Українська"),
    L("ur", "Arab", "اردو"),
    L("uz", "Latn", "O‘zbek"),
    L("vi", "Latn", "Tiếng Việt"),
    L("vo", "Latn", ""),
    L("wo", "Latn", ""),
    L("xh", "Latn", "IsiXhosa"),
    L("yi", "Hebr", "ייִדיש"),
    L("yo", "Latn", "Yorùbá"),
    L("zh", "Hans", "中文"),
    L("zu", "Latn", "IsiZulu"),
    L("fil", "Latn", "Filipino"),
    L("ast", "Latn", "Asturianu"),
    L("ceb", "Latn", "Cebuano"),
    L("ckb", "Arab", "کوردیی ناوەندی"),
    L("yue", "Hant", "粵語"),
#undef L
};

struct NativeName {
  std::string_view tag;
  std::string_view name;
};

constexpr std::array kRegionalNames = {
    NativeName{"zh-Hans", "简体中文"},         NativeName{"zh-CN", "简体中文"},
    NativeName{"zh-SG", "简体中文（新加坡）"}, NativeName{"zh-Hant", "繁體中文"},
    NativeName{"zh-TW", "繁體中文（台灣）"},   NativeName{"zh-HK", "繁體中文（香港）"},
    NativeName{"pt-BR", "Português (Brasil)"}, NativeName{"pt-PT", "Português (Portugal)"},
    NativeName{"en-GB", "English (UK)"},       NativeName{"en-US", "English (US)"},
    NativeName{"es-MX", "Español (México)"},   NativeName{"es-419", "Español (Latinoamérica)"},
    NativeName{"fr-CA", "Français (Canada)"},  NativeName{"sr-Latn", "Srpski (latinica)"},
    NativeName{"en-XA", "[Þšéûðö Éñĝļîšĥ]"},
};

constexpr std::array<std::string_view, 3> kTraditionalRegions = {"TW", "HK", "MO"};
constexpr std::array<std::string_view, 6> kRightToLeftScripts = {"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"};

const KnownLanguage* find_known(std::string_view primary) {
  for (const KnownLanguage& known : kKnown) {
    if (known.primary == primary) return &known;
  }
  return nullptr;
}

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

std::vector<std::string> split_subtags(std::string_view tag) {
  std::vector<std::string> parts(1);
  for (const char c : tag) {
    if (c == '-' || c == '_') {
      parts.emplace_back();
    } else {
      parts.back() += lower(c);
    }
  }
  return parts;
}

// The kinds of subtags in the order in which RFC 5646, section 2.1 lets them follow each other.
enum class Subtag { kNone, kScript, kRegion, kVariant };

// What a subtag after the first is, put into the letter case of section 2.1.1: scripts in title case, regions in upper
// case, everything else in lower case.
Subtag canonical_case(std::string& subtag) {
  const bool letters = std::all_of(subtag.begin(), subtag.end(), is_alpha);
  if (letters && subtag.size() == 4) {
    subtag[0] = upper(subtag[0]);
    return Subtag::kScript;
  }
  if (letters && subtag.size() == 2) {
    std::transform(subtag.begin(), subtag.end(), subtag.begin(), upper);
    return Subtag::kRegion;
  }
  const bool digits = std::all_of(subtag.begin(), subtag.end(), is_digit);
  if (digits && subtag.size() == 3) return Subtag::kRegion;
  const bool alphanumeric =
      std::all_of(subtag.begin(), subtag.end(), [](char c) { return is_alpha(c) || is_digit(c); });
  const bool variant =
      alphanumeric && subtag.size() <= 8 && (subtag.size() >= 5 || (subtag.size() == 4 && is_digit(subtag[0])));
  return variant ? Subtag::kVariant : Subtag::kNone;
}

}  // namespace

std::optional<Language> Language::parse(std::string_view tag) {
  if (tag.empty() || tag.size() > 35) return std::nullopt;
  std::vector<std::string> parts = split_subtags(tag);
  if (find_known(parts[0]) == nullptr) return std::nullopt;
  std::string canonical = parts[0];
  Subtag last = Subtag::kNone;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const Subtag kind = canonical_case(parts[i]);
    if (kind < last || kind == Subtag::kNone || (kind == last && kind != Subtag::kVariant)) return std::nullopt;
    last = kind;
    canonical += "-" + parts[i];
  }
  return Language(std::move(canonical));
}

Language Language::require(std::string_view tag, std::string_view parameter) {
  if (auto language = parse(tag)) return *std::move(language);
  throw Error(
      ErrorKind::kInvalidArgument,
      "'" + std::string(tag.substr(0, 40)) + "' is not a language tag; write one such as en, zh-Hans or pt-BR (BCP 47)",
      std::string(parameter));
}

std::string_view Language::primary() const { return std::string_view(tag_).substr(0, tag_.find('-')); }

std::string_view Language::script() const {
  const std::string_view tag = tag_;
  for (std::size_t at = tag.find('-'); at != std::string_view::npos;) {
    const std::size_t end = tag.find('-', at + 1);
    const std::string_view part =
        tag.substr(at + 1, end == std::string_view::npos ? std::string_view::npos : end - at - 1);
    if (part.size() == 4 && is_alpha(part[0])) return part;
    if (primary() == "zh" &&
        std::find(kTraditionalRegions.begin(), kTraditionalRegions.end(), part) != kTraditionalRegions.end()) {
      return "Hant";
    }
    at = end;
  }
  const KnownLanguage* known = find_known(primary());
  return known == nullptr ? std::string_view("Latn") : known->script;
}

bool Language::right_to_left() const {
  return std::find(kRightToLeftScripts.begin(), kRightToLeftScripts.end(), script()) != kRightToLeftScripts.end();
}

std::string_view Language::native_name() const {
  for (const NativeName& row : kRegionalNames) {
    if (row.tag == tag_) return row.name;
  }
  const KnownLanguage* known = find_known(primary());
  return known == nullptr || known->native_name.empty() ? std::string_view(tag_) : known->native_name;
}

std::optional<Language> best_match(const Language& wanted, const std::vector<Language>& available) {
  const Language* best = nullptr;
  int best_score = 0;
  for (const Language& candidate : available) {
    int score = 0;
    if (candidate == wanted) {
      score = 3;
    } else if (candidate.primary() == wanted.primary()) {
      score = candidate.script() == wanted.script() ? 2 : 1;
    }
    if (score > best_score) {
      best = &candidate;
      best_score = score;
    }
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

std::optional<Language> negotiate(std::string_view accept_language, const std::vector<Language>& available) {
  struct Wanted {
    Language language;
    double quality;
  };
  std::vector<Wanted> wanted;
  std::size_t at = 0;
  while (at < accept_language.size() && wanted.size() < 32) {
    const std::size_t end = std::min(accept_language.find(',', at), accept_language.size());
    std::string_view item = accept_language.substr(at, end - at);
    at = end + 1;
    while (!item.empty() && (item.front() == ' ' || item.front() == '\t')) item.remove_prefix(1);
    std::size_t tag_end = item.find_first_of("; \t");
    if (tag_end == std::string_view::npos) tag_end = item.size();
    double quality = 1;
    if (const std::size_t q = item.find("q=", tag_end); q != std::string_view::npos) {
      const std::string_view number = item.substr(q + 2);
      if (std::from_chars(number.data(), number.data() + number.size(), quality).ec != std::errc()) quality = 0;
    }
    if (const auto language = Language::parse(item.substr(0, tag_end)); language && quality > 0 && quality <= 1) {
      wanted.push_back({*language, quality});
    }
  }
  std::stable_sort(wanted.begin(), wanted.end(),
                   [](const Wanted& a, const Wanted& b) { return a.quality > b.quality; });
  for (const Wanted& want : wanted) {
    if (auto match = best_match(want.language, available)) return match;
  }
  return std::nullopt;
}

}  // namespace pharos
