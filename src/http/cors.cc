// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/cors.h"

#include <algorithm>

namespace pharos::http {

bool CorsPolicy::everybody() const { return std::find(origins_.begin(), origins_.end(), "*") != origins_.end(); }

bool CorsPolicy::allows(std::string_view origin) const {
  return !origin.empty() && (everybody() || std::find(origins_.begin(), origins_.end(), origin) != origins_.end());
}

HeaderList CorsPolicy::answer_fields(std::string_view origin) const {
  if (origins_.empty()) return {};
  HeaderList fields;
  if (!everybody()) fields.emplace_back("Vary", "Origin");
  if (!allows(origin)) return fields;
  fields.emplace_back("Access-Control-Allow-Origin", everybody() ? "*" : std::string(origin));
  fields.emplace_back("Access-Control-Expose-Headers", "ETag, Idempotency-Replayed, Retry-After");
  return fields;
}

HeaderList CorsPolicy::preflight_fields(std::string_view origin, std::string_view allowed_methods) const {
  HeaderList fields = answer_fields(origin);
  if (!allows(origin)) return fields;
  fields.emplace_back("Access-Control-Allow-Methods", std::string(allowed_methods));
  fields.emplace_back("Access-Control-Allow-Headers",
                      "Accept-Language, Content-Type, Idempotency-Key, If-None-Match, Pharos-Session");
  fields.emplace_back("Access-Control-Max-Age", "86400");
  return fields;
}

}  // namespace pharos::http
