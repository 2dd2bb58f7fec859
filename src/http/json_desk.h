// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/json_answer.h"
#include "pharos/desk/rating.h"
#include "pharos/desk/tickets.h"
#include "pharos/engine/front_desk.h"

// How what readers handed over looks in JSON, to whoever knows a ticket's code: nothing that only the team is to see.
namespace pharos::http {

/// The members "helpful" and "unhelpful" of the object under way.
void write_ratings(JsonWriter& json, const desk::RatingSummary& summary);
/// A new ticket: where it went, and where to follow it.
void write_receipt(JsonWriter& json, const desk::Ticket& ticket);
void write_conversation(JsonWriter& json, const desk::Conversation& conversation);
/// What the desk is doing, for operators.
void write_desk_health(JsonWriter& json, const engine::DeskHealth& health);

}  // namespace pharos::http
