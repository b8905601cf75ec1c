// Bytes of a connection -> whole requests: the head, and a body that is read past before the request is
// answered. Pure; one thread. RFC 9112 §3 to §7.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/body_drain.h"
#include "http/request_parser.h"

namespace loom::server {

class RequestReader {
 public:
  enum class Outcome : std::uint8_t { NeedMore, Request, Rejected };
  struct Step {
    Outcome outcome = Outcome::NeedMore;
    /// Bytes that need not be given again.
    std::size_t consumed_bytes = 0;
    /// With Request: the body was not read and will not be; the connection ends after the answer.
    bool body_is_unread = false;
    /// With Rejected: the answer, after which the connection ends.
    int reject_status = 0;
  };

  /// `bytes` begin after those consumed so far, and hold all that was given and not consumed, and more.
  Step read(std::string_view bytes);

  /// Requires: the last `read` returned Request. Views into its bytes or into this object, until the next
  /// `read`.
  const http::Request& request() const { return parser_.request(); }

  /// A request has begun and is not complete.
  bool is_inside_request() const;
  /// What is missing is the rest of a body.
  bool is_inside_body() const { return is_draining_; }

 private:
  Step read_head(std::string_view bytes);
  Step drain_body(std::string_view bytes, std::size_t consumed_bytes);

  http::RequestParser parser_;
  http::BodyDrain body_;
  /// The head of the request whose body is being read past.
  std::string head_;
  bool is_draining_ = false;
  bool is_complete_ = false;
};

}  // namespace loom::server
