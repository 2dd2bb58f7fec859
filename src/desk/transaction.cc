// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/transaction.h"

namespace pharos::desk {

bool SqlRow::is_null(std::size_t column) const { return std::holds_alternative<std::monostate>(values_.at(column)); }

std::int64_t SqlRow::integer(std::size_t column) const {
  const auto* value = std::get_if<std::int64_t>(&values_.at(column));
  return value ? *value : 0;
}

double SqlRow::number(std::size_t column) const {
  const SqlValue& value = values_.at(column);
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return static_cast<double>(integer(column));
}

const std::string& SqlRow::text(std::size_t column) const {
  static const std::string empty;
  const auto* value = std::get_if<std::string>(&values_.at(column));
  return value ? *value : empty;
}

}  // namespace pharos::desk
