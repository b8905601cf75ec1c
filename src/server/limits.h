// Every limit of the connections, with its unit, its default and the answer when it is reached. Those of a
// request's head are in http/limits.h.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace loom::server {

/// What an operator may set, and tests make tiny.
struct Limits {
  /// Open connections. Beyond: the one that has been idle longest is closed; when none is idle, the new one
  /// gets a 503.
  std::size_t connections_max = 16'000;
  /// From the accept to the first byte. Then: close.
  std::chrono::milliseconds silence{15'000};
  /// From the first byte of a request head to its last, however the bytes arrive. Then: 408 and close.
  std::chrono::milliseconds head{10'000};
  /// Between requests of one connection. Then: close.
  std::chrono::milliseconds idle{60'000};
  /// The same while more than kBusyPercent of the connections are in use.
  std::chrono::milliseconds idle_when_busy{5'000};
  /// While bytes wait to be sent, the peer must acknowledge `progress_bytes_min` in each such period. Else:
  /// reset.
  std::chrono::milliseconds write_stall{30'000};
  std::uint64_t progress_bytes_min = 30 * 512;
  /// For the rest of a request body after its answer, and for input after the last answer. Then: close.
  std::chrono::milliseconds drain{2'000};
  /// From the first signal to stop to the end of the process, for answers under way. Then: reset.
  std::chrono::milliseconds shutdown{10'000};
};

inline constexpr std::size_t kBusyPercent = 80;
/// Descriptors that are kept from connections: listeners, files of the snapshot, inotify, pipes.
inline constexpr std::size_t kReservedDescriptors = 512;
/// Input that is read and dropped before a close, so that the answer is not lost to a reset.
inline constexpr std::size_t kLingerBytesMax = 64 * 1024;
/// Requests of one connection that are answered in one turn of the loop; the next ones wait for the others'
/// turns.
inline constexpr std::size_t kRequestsPerTurn = 16;
/// Bytes of large answers that one connection sends in one turn.
inline constexpr std::size_t kSendBytesPerTurn = 1024 * 1024;
/// Bytes read at once; input beyond a whole head waits in the kernel.
inline constexpr std::size_t kReceiveBytes = 64 * 1024;
/// The answers to one read are gathered here before they are sent.
inline constexpr std::size_t kGatherBytes = 64 * 1024;
/// A body up to this size is copied behind its head (measured on loopback: cheaper than a second part to
/// send); a larger one is sent from where it lies.
inline constexpr std::size_t kCopiedBodyBytesMax = 16 * 1024;

/// Open live-reload streams. Beyond: the oldest is closed.
inline constexpr std::size_t kLiveStreamsMax = 64;
/// Unsent bytes for one live-reload stream. Beyond: it is closed, and its page connects anew.
inline constexpr std::size_t kLiveBacklogBytesMax = 64 * 1024;
inline constexpr std::chrono::milliseconds kLivePing{20'000};
/// Paths named in one live-reload event. Beyond: "anything may have changed".
inline constexpr std::size_t kLivePathsMax = 500;
/// Publications whose changed paths are remembered for pages that connect late.
inline constexpr std::size_t kLiveHistoryMax = 64;
inline constexpr std::size_t kLivePathsBytesMax = 24 * 1024;
/// Diagnostics in one live-reload event, and their bytes. Beyond: the first ones and a count.
inline constexpr std::size_t kLiveDiagnosticsMax = 50;
inline constexpr std::size_t kLiveDiagnosticsBytesMax = 24 * 1024;

/// Mistakes listed on the page that preview serves before the first good build. Beyond: a count.
inline constexpr std::size_t kFailurePageDiagnosticsMax = 200;

}  // namespace loom::server
