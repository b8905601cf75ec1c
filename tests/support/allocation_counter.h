// Counts the allocations of the calling thread by replacing operator new: include it in one file of a test
// binary only.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

namespace loom::test {

inline thread_local std::size_t allocation_count = 0;

inline void* counted_allocation(std::size_t size_bytes) {
  ++allocation_count;
  void* const memory = std::malloc(size_bytes);
  if (memory == nullptr) {
    throw std::bad_alloc();
  }
  return memory;
}

}  // namespace loom::test

void* operator new(std::size_t size_bytes) {
  return loom::test::counted_allocation(size_bytes);
}
void* operator new[](std::size_t size_bytes) {
  return loom::test::counted_allocation(size_bytes);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}
