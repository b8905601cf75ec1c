// Bytes that end right before a page without access, so that reading one byte too far crashes.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

#include "base/check.h"

namespace loom::test {

class GuardedBytes {
 public:
  explicit GuardedBytes(std::string_view bytes) : size_(bytes.size()) {
    const auto page_bytes = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const std::size_t data_bytes = (bytes.size() + page_bytes - 1) / page_bytes * page_bytes;
    mapping_bytes_ = data_bytes + page_bytes;
    mapping_ = mmap(nullptr, mapping_bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    LOOM_CHECK(mapping_ != MAP_FAILED);
    char* const end = static_cast<char*>(mapping_) + data_bytes;
    LOOM_CHECK(mprotect(end, page_bytes, PROT_NONE) == 0);
    begin_ = end - size_;
    std::memcpy(end - size_, bytes.data(), size_);
  }
  GuardedBytes(const GuardedBytes&) = delete;
  GuardedBytes& operator=(const GuardedBytes&) = delete;
  ~GuardedBytes() { munmap(mapping_, mapping_bytes_); }

  std::string_view view() const { return {begin_, size_}; }

 private:
  std::size_t size_ = 0;
  void* mapping_ = nullptr;
  std::size_t mapping_bytes_ = 0;
  const char* begin_ = nullptr;
};

}  // namespace loom::test
