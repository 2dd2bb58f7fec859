// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/typed_runs.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <unordered_set>

#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "text/utf16.h"

namespace pharos::text {
namespace {

// What is written so in every language: brands, chains, kinds of codes, words of buttons that are left in English.
constexpr std::u16string_view kBrands =
    u"airdrop android api app apple binance bitcoin blockchain bot btc bybit captcha cfd chrome coinbase cookie cvv "
    u"dai "
    u"defi demo dex email erc etf eth ethereum facebook faq futures gmail google gps html http https iban id ios ip "
    u"iphone json kraken kucoin kyc launchpad ledger lumen margin mastercard maker memo metamask mfa microsoft nft ok "
    u"okx online otp p2p passkey paypal pc pdf pin pix polygon premium pro push qr revolut ripple samsung sepa sim sms "
    u"sol solana spam spot staking steam swap swift taker tag telegram tether tiktok token ton trc trezor tron trx tx "
    u"txid uid url usb usd usdc usdt vip visa vpn web webhook websocket whatsapp wi-fi wifi windows xrp youtube";

const std::unordered_set<std::u16string_view>& brands() {
  static const auto set = [] {
    std::unordered_set<std::u16string_view> made;
    for (std::size_t at = 0; at < kBrands.size();) {
      const std::size_t end = std::min(kBrands.find(u' ', at), kBrands.size());
      made.insert(kBrands.substr(at, end - at));
      at = end + 1;
    }
    return made;
  }();
  return set;
}

constexpr std::size_t kLongestTicker = 5;
constexpr std::size_t kLongestName = 3;

bool looks_alike(std::string_view script) { return script == "Latn" || script == "Cyrl" || script == "Grek"; }

// "" for what all scripts share: digits, marks, punctuation.
std::string_view script_of(char32_t point) {
  if (point < 0x80) return u_isalpha(static_cast<UChar32>(point)) ? "Latn" : "";
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode code = uscript_getScript(static_cast<UChar32>(point), &status);
  return code <= USCRIPT_INHERITED ? std::string_view() : std::string_view(uscript_getShortName(code));
}

bool belongs_to_word(char32_t point) {
  return u_isalnum(static_cast<UChar32>(point)) || (U_MASK(u_charType(static_cast<UChar32>(point))) & U_GC_M_MASK) != 0;
}

// Builds one run after the other from folded text.
class Splitter {
 public:
  explicit Splitter(std::string_view utf8) : original_(utf8), folded_(fold(utf8, kFoldNone)) {}

  std::vector<TypedRun> run() {
    const std::u16string_view text = folded_.text;
    std::uint32_t next = 0;
    for (std::uint32_t at = 0; at < text.size(); at = next) {
      const char32_t point = point_at(text, at, next);
      const bool inner_apostrophe = point == U'\'' && next < text.size() && open_ && looks_alike(script_of(text[next]));
      if (!inner_apostrophe && !belongs_to_word(point)) {
        close(at);
        continue;
      }
      const std::string_view script = script_of(point);
      if (!script.empty()) turn_to(script, at);
      if (!open_) begin(at);
      digits_ = digits_ || u_isdigit(static_cast<UChar32>(point));
    }
    close(static_cast<std::uint32_t>(text.size()));
    find_name();
    silence_tickers();
    return std::move(runs_);
  }

 private:
  void begin(std::uint32_t at) {
    open_ = true;
    digits_ = false;
    begin_ = at;
    script_ = {};
    letters_ = other_letters_ = 0;
  }

  void turn_to(std::string_view script, std::uint32_t at) {
    if (!open_) begin(at);
    if (script_.empty()) script_ = script;
    if (script != script_) {
      if (!looks_alike(script) || !looks_alike(script_)) {
        close(at);
        begin(at);
        script_ = script;
      } else {
        other_script_ = script;
        ++other_letters_;
        return;
      }
    }
    ++letters_;
  }

  void close(std::uint32_t end) {
    if (!open_) return;
    open_ = false;
    TypedRun run;
    run.text = folded_.text.substr(begin_, end - begin_);
    // İ folds to i with a dot unless the language is known to be Turkish.
    run.text.erase(std::remove(run.text.begin(), run.text.end(), u'\u0307'), run.text.end());
    run.script = other_letters_ > letters_ ? other_script_ : script_;
    run.letters = letters_ + other_letters_;
    run.begin = folded_.origin[begin_];
    run.end = folded_.origin_end[end - 1];
    const bool first = runs_.empty();
    run.silent = run.letters == 0 || (digits_ && looks_alike(run.script)) || in_address(begin_, end) ||
                 brands().count(run.text) != 0;
    run.name = !first && u_isupper(static_cast<UChar32>(decode_utf8(original_, run.begin).point));
    runs_.push_back(std::move(run));
  }

  // foo@bar.example, foo_bar, 0x12.34
  bool in_address(std::uint32_t begin, std::uint32_t end) const {
    const std::u16string_view text = folded_.text;
    const auto joins = [&](std::size_t at, std::size_t beyond) {
      if (at >= text.size()) return false;
      if (text[at] == u'@' || text[at] == u'_') return true;
      return text[at] == u'.' && beyond < text.size() && belongs_to_word(text[beyond]) && text[beyond] < 0x2000;
    };
    return joins(std::size_t{begin} - 1, std::size_t{begin} - 2) || joins(end, std::size_t{end} + 1);
  }

  bool in_capitals(const TypedRun& run) const {
    for (std::size_t at = run.begin; at < run.end;) {
      const DecodedPoint decoded = decode_utf8(original_, at);
      if (u_islower(static_cast<UChar32>(decoded.point))) return false;
      at += decoded.bytes;
    }
    return true;
  }

  // `São Paulo` is a name as a whole; a longer text in title case is a title.
  void find_name() {
    if (runs_.size() < 2 || runs_.size() > kLongestName) return;
    if (!std::all_of(runs_.begin() + 1, runs_.end(), [](const TypedRun& run) { return run.name; })) return;
    runs_[0].name = u_isupper(static_cast<UChar32>(decode_utf8(original_, runs_[0].begin).point)) != 0;
  }

  // Short words in capitals are codes, unless everything is in capitals, and that is more than a code or two.
  void silence_tickers() {
    bool shouted = runs_.size() > 2;
    for (const TypedRun& run : runs_) {
      shouted = shouted && (!looks_alike(run.script) || run.silent || in_capitals(run));
    }
    if (shouted) {
      for (TypedRun& run : runs_) run.name = false;
      return;
    }
    for (TypedRun& run : runs_) {
      if (looks_alike(run.script) && run.text.size() > 1 && run.text.size() <= kLongestTicker && in_capitals(run)) {
        run.silent = true;
      }
    }
  }

  std::string_view original_;
  FoldedText folded_;
  std::vector<TypedRun> runs_;
  bool open_ = false;
  bool digits_ = false;
  std::uint32_t begin_ = 0;
  std::uint32_t letters_ = 0;
  std::uint32_t other_letters_ = 0;
  std::string_view script_;
  std::string_view other_script_;
};

}  // namespace

std::vector<TypedRun> typed_runs(std::string_view utf8) { return Splitter(utf8).run(); }

}  // namespace pharos::text
