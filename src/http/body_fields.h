// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/exchange.h"
#include "http/form_body.h"
#include "pharos/base/json.h"
#include "pharos/engine/front_desk.h"

namespace pharos::http {

/// The fields of a request's body, a JSON object or a form, and what is wrong with their types: all faults at once.
/// What is there and not asked for is passed over. One request, one thread.
class BodyFields {
 public:
  /// application/json. Throws BodyRefused: 415 for another Content-Type, 400 for what is no JSON object.
  static BodyFields of_json(const Request& request);
  /// Either of them.
  static BodyFields of_json_or_form(const Request& request);

  /// Empty where it is absent or null, or no text: that is a fault.
  std::string text(std::string_view name);
  /// true or false; in forms these words, and "on" as browsers send a ticked box.
  bool flag(std::string_view name, bool fallback);
  /// The same, and its absence is a fault.
  bool required_flag(std::string_view name);
  /// An object, or null where it is absent; only JSON has them.
  const Json& object(std::string_view name);
  std::vector<desk::Upload> take_files() { return std::move(form_.files); }

  void fault(std::string_view name, std::string message);
  const std::vector<engine::FieldFault>& faults() const { return faults_; }
  /// Throws InvalidFields when there were faults.
  void done() const;

 private:
  bool absent(std::string_view name) const;

  bool is_form_ = false;
  Json json_;
  FormBody form_;
  std::vector<engine::FieldFault> faults_;
};

/// The tag in the field "language"; by Accept-Language where there is none.
std::string language_of(BodyFields& body, const Context& context, const Request& request);

}  // namespace pharos::http
