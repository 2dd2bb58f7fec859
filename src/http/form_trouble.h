// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "http/exchange.h"
#include "http/form_body.h"
#include "http/page_desk.h"
#include "pharos/base/error.h"
#include "pharos/engine/front_desk.h"

// What the desk could not take, in the words of the page's language. The desk speaks to programs, in English.
namespace pharos::http {

/// Why nothing of a form was kept, for a reader. A value type.
struct Trouble {
  int status = 422;
  std::string words;
  std::int64_t retry_after = 0;
};

/// Too much, no room, out of order, sent before. Throws the error again when it is none of these: then it is ours.
Trouble trouble_of(const PageTexts& texts, const Error& error);

/// A form's field as readers know it: the desk's name of it, the id of its input, and the most characters.
struct FieldOfForm {
  std::string_view name, input;
  std::size_t most;
};

/// The faults in the order of `fields`, one sentence a field. Files that were sent must be chosen again: it says so.
std::vector<FormFault> faults_of(const PageTexts& texts, const engine::InvalidFields& invalid,
                                 const std::vector<FieldOfForm>& fields, const FormBody& form,
                                 const desk::AttachmentStore& store);

/// What makes a repeated form the same one, of the hidden field and all that was typed and chosen.
desk::Idempotency idempotency_of(const FormBody& form);
/// For the hidden field of a new form.
std::string new_request_key();

/// Sets status and Retry-After.
void apply(const Trouble& trouble, Response& response);

}  // namespace pharos::http
