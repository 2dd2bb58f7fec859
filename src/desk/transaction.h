// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pharos::desk {

/// A value of a parameter or a column. Booleans are integers 0 and 1, moments integers (seconds since 1970).
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

/// One row of an answer. A value type. Reading another type, or NULL, gives the neutral value.
class SqlRow {
 public:
  explicit SqlRow(std::vector<SqlValue> values) : values_(std::move(values)) {}

  bool is_null(std::size_t column) const;
  std::int64_t integer(std::size_t column) const;
  double number(std::size_t column) const;
  bool flag(std::size_t column) const { return integer(column) != 0; }
  const std::string& text(std::size_t column) const;

 private:
  std::vector<SqlValue> values_;
};

/// A transaction under way, in SQL that SQLite and PostgreSQL both speak: TEXT, BIGINT and DOUBLE PRECISION columns,
/// `?` for parameters, ON CONFLICT, RETURNING. Belongs to the thread that runs the job. Throws pharos::Error:
/// {conflict} for a broken constraint, {full}, {unavailable}, {corrupt}, {internal} for faulty SQL.
class Transaction {
 public:
  virtual ~Transaction() = default;

  /// Rows of a SELECT, or of RETURNING.
  virtual std::vector<SqlRow> query(std::string_view sql, const std::vector<SqlValue>& parameters = {}) = 0;
  /// How many rows it changed.
  virtual std::int64_t execute(std::string_view sql, const std::vector<SqlValue>& parameters = {}) = 0;

  /// The first row, or nothing.
  std::optional<SqlRow> first(std::string_view sql, const std::vector<SqlValue>& parameters = {}) {
    auto rows = query(sql, parameters);
    return rows.empty() ? std::nullopt : std::optional<SqlRow>(std::move(rows.front()));
  }
};

}  // namespace pharos::desk
