// A running hash over the inputs of a step. Two different sequences of values give different fingerprints (up
// to a 64-bit collision): lengths are part of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/digest.h"

namespace loom::build {

class Fingerprint {
 public:
  Fingerprint& add(std::string_view text) {
    value_ = base::hash64(text, value_ + text.size());
    return *this;
  }
  Fingerprint& add(std::uint64_t number) {
    return add(std::string_view(reinterpret_cast<const char*>(&number), sizeof number));
  }

  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0x9e3779b97f4a7c15;
};

}  // namespace loom::build
