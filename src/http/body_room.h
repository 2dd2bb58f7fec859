// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace pharos::http {

/// How much of request bodies all connections may hold at once. Without it, a hundred uploads at a time would take the
/// memory, and slow ones the threads, of those who only search.
struct BodyRoomLimits {
  std::size_t bytes = std::size_t{256} << 20;
  std::size_t upload_from = 64 * 1024;  ///< longer bodies are uploads
  std::size_t uploads = 16;             ///< at once; fewer than the server has threads
  std::size_t uploads_of_one = 4;       ///< of one address
};

/// Gives connections room for bodies. Thread-safe.
class BodyRoom {
 public:
  explicit BodyRoom(BodyRoomLimits limits = {}) : limits_(limits) {}
  BodyRoom(const BodyRoom&) = delete;
  BodyRoom& operator=(const BodyRoom&) = delete;

  /// Room taken by one body, given back when it ends. Move-only; a moved-from or default one holds nothing.
  class Hold {
   public:
    Hold() = default;
    ~Hold();
    Hold(Hold&& other) noexcept { swap(other); }
    Hold& operator=(Hold&& other) noexcept {
      swap(other);
      return *this;
    }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

    explicit operator bool() const { return room_ != nullptr; }
    /// Room for what has arrived. False when there is none. REQUIRES: it holds.
    bool grow(std::size_t bytes);

   private:
    friend class BodyRoom;
    void swap(Hold& other) noexcept {
      std::swap(room_, other.room_);
      std::swap(address_, other.address_);
      std::swap(bytes_, other.bytes_);
      std::swap(upload_, other.upload_);
    }
    BodyRoom* room_ = nullptr;
    std::string address_;
    std::size_t bytes_ = 0;
    bool upload_ = false;
  };

  /// A hold for a body announced to be so long; one that holds nothing when it would not fit, or too many come at once.
  Hold admit(const std::string& address, std::size_t announced);

 private:
  BodyRoomLimits limits_;
  std::mutex mutex_;
  std::size_t bytes_ = 0, uploads_ = 0;
  std::map<std::string, std::size_t> uploads_of_;
};

}  // namespace pharos::http
