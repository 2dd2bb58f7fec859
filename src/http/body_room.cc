// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/body_room.h"

namespace pharos::http {

BodyRoom::Hold BodyRoom::admit(const std::string& address, std::size_t announced) {
  Hold hold;
  const std::lock_guard lock(mutex_);
  if (announced > limits_.bytes - bytes_) return hold;
  if (announced > limits_.upload_from) {
    std::size_t& of_one = uploads_of_[address];
    if (uploads_ >= limits_.uploads || of_one >= limits_.uploads_of_one) {
      if (of_one == 0) uploads_of_.erase(address);
      return hold;
    }
    ++uploads_;
    ++of_one;
    hold.upload_ = true;
    hold.address_ = address;
  }
  hold.room_ = this;
  return hold;
}

bool BodyRoom::Hold::grow(std::size_t bytes) {
  const std::lock_guard lock(room_->mutex_);
  if (bytes > room_->limits_.bytes - room_->bytes_) return false;
  room_->bytes_ += bytes;
  bytes_ += bytes;
  return true;
}

BodyRoom::Hold::~Hold() {
  if (room_ == nullptr) return;
  const std::lock_guard lock(room_->mutex_);
  room_->bytes_ -= bytes_;
  if (!upload_) return;
  --room_->uploads_;
  const auto of_one = room_->uploads_of_.find(address_);
  if (--of_one->second == 0) room_->uploads_of_.erase(of_one);
}

}  // namespace pharos::http
