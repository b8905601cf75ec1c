#include "http/body_drain.h"

#include <algorithm>

#include "http/characters.h"
#include "http/limits.h"

namespace loom::http {

BodyDrain::BodyDrain(const Request& request) {
  if (request.framing == Framing::Chunked) {
    step_ = Step::SizeStart;
  } else if (request.content_length > kBodyDrainBytesMax) {
    step_ = Step::Failed;
    reject_status_ = 413;
  } else if (request.content_length != 0) {
    step_ = Step::LastData;
    remaining_bytes_ = request.content_length;
  }
}

BodyDrain::Progress BodyDrain::consume(std::string_view bytes) {
  std::size_t position = 0;
  while (position < bytes.size() && step_ != Step::Done && step_ != Step::Failed) {
    if (step_ == Step::Data || step_ == Step::LastData) {
      position += skip_data(bytes.size() - position);
      continue;
    }
    if (++drained_bytes_ > kBodyDrainBytesMax) {
      reject_status_ = 413;
    } else {
      reject_status_ = take(bytes[position]);
    }
    if (reject_status_ != 0) {
      step_ = Step::Failed;
    } else {
      ++position;
    }
  }
  if (step_ == Step::Failed) {
    return {DrainState::Rejected, position, reject_status_};
  }
  return {step_ == Step::Done ? DrainState::Complete : DrainState::NeedMore, position, 0};
}

std::size_t BodyDrain::skip_data(std::size_t available_bytes) {
  const std::uint64_t skipped_bytes = std::min<std::uint64_t>(available_bytes, remaining_bytes_);
  remaining_bytes_ -= skipped_bytes;
  drained_bytes_ += skipped_bytes;
  if (remaining_bytes_ == 0) {
    step_ = step_ == Step::Data ? Step::DataReturn : Step::Done;
  }
  return static_cast<std::size_t>(skipped_bytes);
}

/// One byte of framing. Returns 0 or the status of the refusal.
int BodyDrain::take(char c) {
  step_ = step_after(step_, c);
  if (step_ == Step::Failed) {
    return 400;
  }
  switch (step_) {
    case Step::SizeStart:
    case Step::TrailerStart:
      remaining_bytes_ = 0;
      line_bytes_ = 0;
      return 0;
    case Step::Size:
      remaining_bytes_ = remaining_bytes_ * 16 + static_cast<unsigned int>(hex_value(c));
      if (remaining_bytes_ > kBodyDrainBytesMax) {
        return 413;
      }
      break;
    case Step::Data:
      line_bytes_ = 0;
      if (remaining_bytes_ == 0) {
        step_ = Step::TrailerStart;
      }
      return 0;
    default:
      break;
  }
  return ++line_bytes_ > kChunkLineBytesMax ? 400 : 0;
}

BodyDrain::Step BodyDrain::step_after(Step step, char c) {
  switch (step) {
    case Step::DataReturn:
      return c == '\r' ? Step::DataLineFeed : Step::Failed;
    case Step::DataLineFeed:
      return c == '\n' ? Step::SizeStart : Step::Failed;
    case Step::SizeLineFeed:
      return c == '\n' ? Step::Data : Step::Failed;
    case Step::TrailerStart:
    case Step::TrailerName:
    case Step::TrailerValue:
    case Step::TrailerLineFeed:
    case Step::LastLineFeed:
      return step_after_trailer(step, c);
    default:
      return step_after_size(step, c);
  }
}

/// chunk-size and chunk-ext, without the white space that RFC 9112 §7.1.1 calls bad.
BodyDrain::Step BodyDrain::step_after_size(Step step, char c) {
  const bool may_end = step == Step::Size || step == Step::Extension || step == Step::ExtensionValue ||
                       step == Step::QuotedValueEnd;
  if (may_end && c == '\r') {
    return Step::SizeLineFeed;
  }
  if (may_end && c == ';') {
    return Step::ExtensionStart;
  }
  switch (step) {
    case Step::SizeStart:
    case Step::Size:
      return hex_value(c) >= 0 ? Step::Size : Step::Failed;
    case Step::Extension:
      if (c == '=') {
        return Step::ExtensionValueStart;
      }
      [[fallthrough]];
    case Step::ExtensionStart:
      return is_token_character(c) ? Step::Extension : Step::Failed;
    case Step::ExtensionValueStart:
      if (c == '"') {
        return Step::QuotedValue;
      }
      [[fallthrough]];
    case Step::ExtensionValue:
      return is_token_character(c) ? Step::ExtensionValue : Step::Failed;
    case Step::QuotedValue:
      if (c == '"') {
        return Step::QuotedValueEnd;
      }
      if (c == '\\') {
        return Step::QuotedPair;
      }
      return is_quoted_text_character(c) ? Step::QuotedValue : Step::Failed;
    case Step::QuotedPair:
      return is_field_value_character(c) ? Step::QuotedValue : Step::Failed;
    default:
      return Step::Failed;
  }
}

/// Trailer fields have the grammar of header fields and are dropped (RFC 9110 §6.5.1).
BodyDrain::Step BodyDrain::step_after_trailer(Step step, char c) {
  switch (step) {
    case Step::TrailerStart:
      if (c == '\r') {
        return Step::LastLineFeed;
      }
      return is_token_character(c) ? Step::TrailerName : Step::Failed;
    case Step::TrailerName:
      if (c == ':') {
        return Step::TrailerValue;
      }
      return is_token_character(c) ? Step::TrailerName : Step::Failed;
    case Step::TrailerValue:
      if (c == '\r') {
        return Step::TrailerLineFeed;
      }
      return is_field_value_character(c) ? Step::TrailerValue : Step::Failed;
    case Step::TrailerLineFeed:
      return c == '\n' ? Step::TrailerStart : Step::Failed;
    default:
      return c == '\n' ? Step::Done : Step::Failed;
  }
}

}  // namespace loom::http
