// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/said_nearby.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "pharos/text/fold.h"

namespace pharos::desk {
namespace {

constexpr std::size_t kBefore = 64;
constexpr std::size_t kAfter = 32;
/// What follows a number speaks of it less often than what leads to it.
constexpr std::size_t kAfterHandicap = 12;

struct WordRow {
  Said said;
  std::u16string_view words;  ///< folded, divided by "|"; beginnings of words where the script has spaces
};

constexpr WordRow kWords[] = {
    {kSaidKey,
     u"key|keys|privkey|private|secret|wif|api key|私钥|密钥|秘钥|金鑰|私鑰|密鑰|秘密鍵|シークレット|プライベートキー|"
     u"비밀키|개인키|개인 키|비밀 키|시크릿|프라이빗|ключ|приватн|секрет|anahtar|gizli|özel|khóa|khoá|bí mật|riêng "
     u"tư|clave|"
     u"llave|privad|secret|chave|segredo|คีย์|กุญแจ|ลับ|مفتاح|سري|السر|خاص"},
    {kSaidTransaction,
     u"tx|txid|txn|txhash|hash|transaction|block|交易|哈希|雜湊|哈希值|区块|區塊|トランザクション|取引|ハッシュ|거래|"
     u"해시|"
     u"트랜잭션|транзакци|хеш|хэш|перевод|işlem|giao dịch|mã "
     u"băm|transacción|transaccion|transação|transacao|ธุรกรรม|แฮช|"
     u"معاملة|المعاملة|هاش|public key|公钥|公鑰"},
    {kSaidCard, u"card|visa|mastercard|credit|debit|卡|カード|카드|карт|kart|thẻ|tarjeta|cartão|cartao|บัตร|بطاق"},
    {kSaidOrder,
     u"order|ticket|case|reference|ref|invoice|id|uid|tracking|receipt|订单|訂單|单号|單號|编号|編號|工单|工單|流水|"
     u"注文|"
     u"受付|주문|접수|заказ|ордер|обращени|заявк|тикет|sipariş|siparis|talep|đơn|mã|pedido|orden|"
     u"caso|folio|recibo|chamado|protocolo|คำสั่งซื้อ|ออเดอร์|طلب"},
    {kSaidPhone,
     u"phone|mobile|tel|cell|call|whatsapp|telegram|sms|电话|手机|電話|手機|携帯|전화|휴대폰|연락처|телефон|тел|звон|"
     u"telefon|"
     u"cep|điện thoại|sđt|sdt|zalo|teléfono|telefono|móvil|celular|telefone|โทร|เบอร์|هاتف|جوال|الهاتف|موبايل"},
    {kSaidSeed,
     u"seed|mnemonic|recovery|phrase|助记|助記|种子|種子|短语|短語|密语|密語|シード|ニーモニック|시드|"
     u"니모닉|"
     u"복구|сид|мнемо"},
};

struct Word {
  std::u16string_view text;
  Said said;
};

bool is_spaced_letter(char16_t unit) {
  return (unit >= u'a' && unit <= u'z') || (unit >= 0xC0 && unit < 0x250) || (unit >= 0x400 && unit < 0x530) ||
         (unit >= 0x1E00 && unit < 0x1F00);
}

using ByFirst = std::unordered_map<char16_t, std::vector<Word>>;

const ByFirst& words_by_first() {
  static const ByFirst table = [] {
    ByFirst words;
    for (const WordRow& row : kWords) {
      for (std::size_t at = 0; at < row.words.size();) {
        const std::size_t bar = std::min(row.words.find(u'|', at), row.words.size());
        words[row.words[at]].push_back({row.words.substr(at, bar - at), row.said});
        at = bar + 1;
      }
    }
    return words;
  }();
  return table;
}

/// Whether the word stands at `at`: where spaces divide words at the beginning of one, short Latin words as a whole.
bool stands(const std::u16string& text, std::size_t at, std::u16string_view word) {
  if (text.compare(at, word.size(), word) != 0) return false;
  if (!is_spaced_letter(word.front())) return true;
  if (at > 0 && is_spaced_letter(text[at - 1])) return false;
  const bool short_latin = word.size() <= 4 && word.front() < 0x250;
  return !short_latin || at + word.size() >= text.size() || !is_spaced_letter(text[at + word.size()]);
}

struct Nearest {
  Said said = kSaidNothing;
  std::size_t distance = ~std::size_t{0};
};

void look(const GuardedSource& source, std::size_t begin, std::size_t end, bool before, std::uint8_t asked,
          Nearest& nearest) {
  const std::u16string text = text::fold(source.bytes(begin, end), text::kFoldNone).text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto words = words_by_first().find(text[at]);
    if (words == words_by_first().end()) continue;
    for (const Word& word : words->second) {
      if ((word.said & asked) == 0 || !stands(text, at, word.text)) continue;
      const std::size_t distance = before ? text.size() - at - word.text.size() : at + kAfterHandicap;
      if (distance < nearest.distance) nearest = {word.said, distance};
    }
  }
}

}  // namespace

Said said_nearby(const GuardedSource& source, std::size_t begin, std::size_t end, std::uint8_t asked) {
  Nearest nearest;
  look(source, begin > kBefore ? begin - kBefore : 0, begin, true, asked, nearest);
  look(source, end, std::min(end + kAfter, source.glyphs.size()), false, asked, nearest);
  return nearest.said;
}

}  // namespace pharos::desk
