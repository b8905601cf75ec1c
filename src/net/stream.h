// Bytes in and out of one connected socket that never waits. Loop thread only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/unique_fd.h"

namespace loom::net {

enum class IoOutcome : std::uint8_t { Bytes, WouldBlock, Closed, Failed };

/// What one call did. `bytes` counts only with IoOutcome::Bytes, where it is at least 1.
struct IoResult {
  IoOutcome outcome = IoOutcome::Failed;
  std::size_t bytes = 0;
};

/// A part of a file that is sent without passing through this process.
struct FilePart {
  int fd = -1;
  std::uint64_t offset = 0;
  std::size_t size_bytes = 0;
};

class Stream {
 public:
  Stream() = default;
  /// Requires: `socket` is connected and non-blocking.
  explicit Stream(base::UniqueFd socket) : socket_(std::move(socket)) {}

  int fd() const { return socket_.get(); }
  bool is_open() const { return static_cast<bool>(socket_); }

  /// Closed: the peer has sent all that it will.
  IoResult receive(std::span<char> buffer);
  /// Requires: `bytes` is not empty. `more` says that further bytes follow at once.
  IoResult send(std::string_view bytes, bool more = false);
  /// Sends the parts in order. Requires: at most kGatheredPartsMax parts, not all of them empty.
  IoResult send_gathered(std::span<const std::string_view> parts);
  /// Closed: the file is shorter than `part`.
  IoResult send_file(const FilePart& part);

  /// Bytes that the peer has acknowledged since the connection began; 0 when the kernel does not say.
  std::uint64_t acknowledged_bytes() const;

  /// No more bytes to the peer; its own are still received.
  void shut_down_sending();
  void close() { socket_.reset(); }
  /// Closes and drops what is queued; the peer sees a reset.
  void reset();

 private:
  base::UniqueFd socket_;
};

}  // namespace loom::net
