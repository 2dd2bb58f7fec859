// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

// What strangers put into text fields, of each kind a few (after the kinds of the Big List of Naughty Strings).
namespace pharos::desk {

struct NaughtyString {
  std::string kind, text;
};

/// Well-formed UTF-8: must be kept and given back as it is.
inline const std::vector<NaughtyString>& naughty_strings() {
  using namespace std::string_literals;
  static const std::vector<NaughtyString> strings = {
      {"one character", "a"},
      {"only spaces", "   \t  "},
      {"reserved words", "NULL undefined true None -1 0x0 NaN Infinity 1e1000"},
      {"numbers", "0.0.0 1,000,000.00 ١٢٣ ½ ٪ 00º"},
      {"control characters", "a\x01\x02\x08\x0b\x0c\x0e\x1b[31mred\x1b[0m\x7f"},
      {"NUL inside", "before\0after"s},
      {"NUL alone", "\0"s},
      {"C1 control characters", "a\xC2\x80\xC2\x85\xC2\x9F"},
      {"line ends of all kinds",
       "a\r\nb\rc\nd\xC2\x85"
       "e\xE2\x80\xA8"
       "f\xE2\x80\xA9"
       "g"},
      {"byte order marks", "\xEF\xBB\xBFtext\xEF\xBB\xBF"},
      {"noncharacters", "\xEF\xBF\xBE\xEF\xBF\xBF\xF4\x8F\xBF\xBF"},
      {"private use", "\xEE\x80\x80\xF3\xB0\x80\x80"},
      {"white space of all kinds", "\xC2\xA0\xE1\x9A\x80\xE2\x80\x80\xE2\x80\x83\xE3\x80\x80\xE2\x80\xAF"},
      {"zero width", "\xE2\x80\x8B\xE2\x80\x8C\xE2\x80\x8D\xE2\x81\xA0 pay\xE2\x80\x8Bpal"},
      {"right to left", "لماذا لم يصل الإيداع؟ שלום עולם"},
      {"overrides of direction", "\xE2\x80\xAEtxt.exe\xE2\x80\xAC \xE2\x81\xA6isolated\xE2\x81\xA9 \xE2\x80\x8F"},
      {"stacked marks",
       "Z\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87\xCC\x88"
       "a\xCD\x8E\xCD\x94\xCD\xA4\xCD\xA9l\xCC\xB5\xCC\xB6\xCC\xB7go"},
      {"emoji", "😀👩‍👩‍👧‍👦🏳️‍🌈👍🏿🇺🇳1️⃣"},
      {"capital letters of all kinds", "İIıi ẞß ﬀ Ǆǅǆ Σσς ŉ ΐ"},
      {"full width", "ＵＳＤＴ　１２３ ﾊﾟｽﾜｰﾄﾞ"},
      {"scripts", "田中さん 한국어 ไทย हिन्दी 中文 ქართული ᚠᛇᚻ 𝒯𝓎𝓅𝑒 𐎀𐎁"},
      {"beyond the first plane", "𠜎𠜱𠝹𠱓 𝕋𝕙𝕖 🂡"},
      {"one very long word", std::string(4000, 'w')},
      {"SQL", "'; DROP TABLE ratings; --"},
      {"SQL with parameters", "1 OR 1=1 ? ?1 :name $1 @x %s %d {} \\x00"},
      {"SQL quotes", "a''b\"c`d\\'e"},
      {"LIKE", "100%_[a-z]"},
      {"HTML", "<script>alert(1)</script><img src=x onerror=alert(1)>"},
      {"HTML attribute", "\" autofocus onfocus=\"alert(1)\" x='"},
      {"HTML entities", "&lt;b&gt; &amp;amp; &#0; &#x202e;"},
      {"markdown", "[x](javascript:alert(1)) ![](http://example.invalid/a.png) `code` # title"},
      {"templates", "{{=<% %>=}} {{{x}}} ${7*7} #{7*7} <%= 7 %> {% raw %}"},
      {"shell", "$(touch /tmp/pharos-was-here); `id` | cat && rm -rf ./nothing & \n !!"},
      {"CSV", "=cmd|' /C calc'!A0"},
      {"CSV with an at sign", "@SUM(1+1)*cmd|' /C calc'!A0"},
      {"CSV quotes", "a,b;\"c\"\"d\",\ne"},
      {"path", "../../../../etc/passwd\\..\\..\\windows"},
      {"header", "subject\r\nX-Injected: yes\r\n\r\nbody"},
      {"XML", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x> ]]>"},
      {"JSON", "{\"a\":[1,2,{\"b\":null}]}\\u0000\\uD800"},
      {"YAML", "--- !!python/object:os.system 'x' &a *a\n- : ? |\n...\n"},
      {"YAML words", "yes"},
      {"YAML fence", "---"},
      {"TOML fence", "+++"},
      {"leading dash", "- how do I withdraw"},
      {"leading option", "--help"},
      {"leading hash", "# not a comment"},
      {"leading brace", "{not: a map}"},
      {"leading bracket", "[not, a list]"},
      {"leading colon", ": value"},
      {"ending colon", "error code 2015:"},
      {"ending backslash", "C:\\"},
      {"format", "%n%n%s%x%p"},

  };
  return strings;
}

/// Not UTF-8: must be refused, or kept with U+FFFD in its place.
inline const std::vector<NaughtyString>& broken_strings() {
  static const std::vector<NaughtyString> strings = {
      {"lone high surrogate", "a\xED\xA0\x80z"},
      {"lone low surrogate", "a\xED\xB0\x80z"},
      {"surrogate pair", "\xED\xA0\xBD\xED\xB8\x80"},
      {"overlong slash", "a\xC0\xAFz"},
      {"overlong NUL", "a\xC0\x80z"},
      {"continuation alone", "\x80\xBF"},
      {"cut short", "caf\xC3"},
      {"cut short of four", "\xF0\x9F\x98"},
      {"beyond Unicode", "\xF4\x90\x80\x80"},
      {"never valid", "\xFE\xFF"},
      {"Latin-1", "caf\xE9 d\xE9j\xE0"},
      {"UTF-16", std::string("\xFF\xFEh\0i\0", 6)},
      {"GBK", "\xB3\xE4\xD6\xB5"},
  };
  return strings;
}

}  // namespace pharos::desk
