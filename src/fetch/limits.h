// The limits of fetching from the network. Each is answered with an error.
#pragma once

#include <chrono>
#include <cstddef>

namespace loom::fetch {

inline constexpr std::chrono::milliseconds kConnectTimeMax{10'000};
/// From the first byte sent to the last received, redirects included.
inline constexpr std::chrono::milliseconds kFetchTimeMax{30'000};
/// Of an answer, unpacked.
inline constexpr std::size_t kAnswerBytesMax = std::size_t{32} << 20;
inline constexpr long kRedirectCountMax = 10;

}  // namespace loom::fetch
