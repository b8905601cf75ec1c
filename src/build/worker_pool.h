// All cores inside one step of a build. Nobody outside build/ sees threads.
#pragma once

#include <cstddef>
#include <functional>

namespace loom::build {

/// Calls `work(i)` for each i below `count`, on up to as many threads as the machine has cores, the calling
/// one included, and returns when all are done. Fewer than `kParallelCountMin` calls stay on the calling
/// thread. `work` must not throw and must not touch what another index touches.
void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work);

inline constexpr std::size_t kParallelCountMin = 16;

/// The same for work that takes milliseconds each: two calls are enough for two threads.
void for_each_large(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace loom::build
