// Reads past a request body and throws it away, so that its bytes are never taken for the next request. Never
// allocates. One thread. RFC 9112 §6.2, §7.1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "http/request.h"

namespace loom::http {

enum class DrainState : std::uint8_t { NeedMore, Complete, Rejected };

class BodyDrain {
 public:
  /// A body without bytes.
  BodyDrain() = default;
  explicit BodyDrain(const Request& request);

  struct Progress {
    DrainState state = DrainState::Complete;
    /// Of the bytes given; what follows them is the next request when Complete.
    std::size_t consumed_bytes = 0;
    /// When Rejected: 400 for broken chunks, 413 for a body longer than kBodyDrainBytesMax. The connection
    /// must close.
    int reject_status = 0;
  };
  /// `bytes` follow those consumed so far. NeedMore has consumed them all.
  Progress consume(std::string_view bytes);

 private:
  /// What the next byte belongs to.
  enum class Step : std::uint8_t {
    Data,
    LastData,
    DataReturn,
    DataLineFeed,
    SizeStart,
    Size,
    ExtensionStart,
    Extension,
    ExtensionValueStart,
    ExtensionValue,
    QuotedValue,
    QuotedPair,
    QuotedValueEnd,
    SizeLineFeed,
    TrailerStart,
    TrailerName,
    TrailerValue,
    TrailerLineFeed,
    LastLineFeed,
    Done,
    Failed
  };

  static Step step_after(Step step, char c);
  static Step step_after_size(Step step, char c);
  static Step step_after_trailer(Step step, char c);
  int take(char c);
  std::size_t skip_data(std::size_t available_bytes);

  Step step_ = Step::Done;
  int reject_status_ = 0;
  /// Of the body or of the current chunk.
  std::uint64_t remaining_bytes_ = 0;
  std::uint64_t drained_bytes_ = 0;
  std::size_t line_bytes_ = 0;
};

}  // namespace loom::http
