#include "server/request_reader.h"

#include "base/check.h"
#include "server/respond.h"

namespace loom::server {

RequestReader::Step RequestReader::read(std::string_view bytes) {
  if (is_complete_) {
    parser_.reset();
    is_complete_ = false;
  }
  return is_draining_ ? drain_body(bytes, 0) : read_head(bytes);
}

RequestReader::Step RequestReader::read_head(std::string_view bytes) {
  const http::ParseState state = parser_.parse(bytes);
  if (state == http::ParseState::NeedMore) {
    return {};
  }
  if (state == http::ParseState::Rejected) {
    return {.outcome = Outcome::Rejected, .reject_status = parser_.reject_status()};
  }
  const http::Request& head = parser_.request();
  const bool answers_now = !head.has_body() || answers_before_body(head, bytes.size() != head.head_bytes);
  if (answers_now) {
    is_complete_ = true;
    return {
        .outcome = Outcome::Request, .consumed_bytes = head.head_bytes, .body_is_unread = head.has_body()};
  }
  body_ = http::BodyDrain(head);
  head_ = bytes.substr(0, head.head_bytes);
  is_draining_ = true;
  return drain_body(bytes.substr(head_.size()), head_.size());
}

RequestReader::Step RequestReader::drain_body(std::string_view bytes, std::size_t consumed_bytes) {
  const http::BodyDrain::Progress progress = body_.consume(bytes);
  consumed_bytes += progress.consumed_bytes;
  if (progress.state == http::DrainState::NeedMore) {
    return {.consumed_bytes = consumed_bytes};
  }
  is_draining_ = false;
  if (progress.state == http::DrainState::Rejected) {
    return {.outcome = Outcome::Rejected,
            .consumed_bytes = consumed_bytes,
            .reject_status = progress.reject_status};
  }
  // The bytes of the head may have moved since it was parsed.
  parser_.reset();
  LOOM_CHECK(parser_.parse(head_) == http::ParseState::Complete);
  is_complete_ = true;
  return {.outcome = Outcome::Request, .consumed_bytes = consumed_bytes};
}

bool RequestReader::is_inside_request() const {
  return is_draining_ || (!is_complete_ && parser_.has_begun());
}

}  // namespace loom::server
