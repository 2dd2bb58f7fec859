// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/digest.h"

#include <doctest/doctest.h>

#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos {
namespace {

TEST_CASE("SHA-256 gives the standard's answers") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a file's digest is that of its bytes, also beyond one piece") {
  const TemporaryFolder folder;
  const std::string bytes(700'001, '\x7f');
  write_file_synced(folder.path() / "big", bytes);
  write_file_synced(folder.path() / "empty", "");
  CHECK(sha256_of_file(folder.path() / "big") == sha256(bytes));
  CHECK(sha256_of_file(folder.path() / "empty") == sha256(""));
  CHECK_THROWS_AS(sha256_of_file(folder.path() / "absent"), Error);
}

TEST_CASE("random names are as long as asked and never the same") {
  CHECK(random_hex(0) == "");
  CHECK(random_hex(8).size() == 16);
  CHECK(random_hex(8).find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(random_hex(16) != random_hex(16));
}

TEST_CASE("HMAC-SHA256 gives the standard's answers") {
  // RFC 4231, test cases 1 and 2; base 64 of the digests.
  CHECK(base64(hmac_sha256(std::string(20, '\x0b'), "Hi There")) == "sDRMYdjbOFNcqK/OrwvxK4gdwgDJgz2nJuk3bC4yz/c=");
  CHECK(base64(hmac_sha256("Jefe", "what do ya want for nothing?")) == "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
}

TEST_CASE("base 64 is written as RFC 4648 says, and read back in both alphabets") {
  const std::vector<std::pair<std::string, std::string>> vectors = {
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    CHECK(base64(bytes) == text);
    CHECK(from_base64(text) == bytes);
  }
  CHECK(from_base64("_-8") == from_base64("/+8="));
  CHECK(from_base64("Zg") == "f");
  for (const char* wrong : {"Z", "Zm9v!", "Zh==", "Zm 9v"}) CHECK(!from_base64(wrong));
  const std::string every("\0\x01\xfe\xff\x80", 5);
  CHECK(from_base64(base64(every)) == every);
}

TEST_CASE("secrets are equal only when every byte is") {
  CHECK(equal_secrets("abc", "abc"));
  CHECK(equal_secrets("", ""));
  CHECK_FALSE(equal_secrets("abc", "abd"));
  CHECK_FALSE(equal_secrets("abc", "abcd"));
}

}  // namespace
}  // namespace pharos
