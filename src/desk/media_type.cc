// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/media_type.h"

#include <magic.h>

#include <memory>

#include "pharos/base/error.h"

namespace pharos::desk {
namespace {

using Magic = std::unique_ptr<magic_set, decltype(&magic_close)>;

[[noreturn]] void fail(magic_t magic) {
  const char* const cause = magic == nullptr ? nullptr : magic_error(magic);
  throw Error(ErrorKind::kUnavailable, std::string("libmagic cannot tell types of files; is the package libmagic-mgc "
                                                   "installed? ") +
                                           (cause == nullptr ? "" : cause));
}

Magic open_magic() {
  Magic magic(magic_open(MAGIC_MIME_TYPE), &magic_close);
  if (!magic || magic_load(magic.get(), nullptr) != 0) fail(magic.get());
  return magic;
}

}  // namespace

std::string media_type_of(std::string_view bytes) {
  // Marks stand at the beginning; a longer look only costs time.
  constexpr std::size_t kLook = 256 << 10;
  // A handle belongs to one thread, and opening one costs more than using it.
  thread_local const Magic magic = open_magic();
  const std::string_view beginning = bytes.substr(0, kLook);
  const char* const type = magic_buffer(magic.get(), beginning.data(), beginning.size());
  if (type == nullptr) fail(magic.get());
  return type;
}

}  // namespace pharos::desk
