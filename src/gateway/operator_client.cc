// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/gateway/operator_client.h"

#include "gateway/http_client.h"

namespace pharos::gateway {

OperatorAnswer ask_as_operator(const std::string& url, const std::string& token, const std::string& json) {
  HttpPolicy policy;
  policy.allow_private = true;
  const HttpClient client(policy);
  HttpRequest request;
  request.url = url;
  request.headers = {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}};
  request.body = json;
  HttpAnswer answer = client.send(request);
  return {answer.status, std::move(answer.body)};
}

}  // namespace pharos::gateway
