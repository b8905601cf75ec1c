// Reads one request head from bytes as they arrive. Strict: CRLF only, no folding, no white space where the
// grammar has none. Never allocates, looks at each byte once however it trickles in. One thread. RFC 9112 §2
// to §6.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "http/request.h"

namespace loom::http {

enum class ParseState : std::uint8_t { NeedMore, Complete, Rejected };

class RequestParser {
 public:
  /// `bytes` starts at the first byte of a request; each further call gives the same bytes, at any address,
  /// and more. NeedMore: nothing wrong so far. Complete: request() is set and its views lie in `bytes`.
  /// Rejected: reject_status() is the answer (400, 414, 431, 501, 505), after which the connection must be
  /// closed. A refusal comes with the first byte that shows it.
  ParseState parse(std::string_view bytes);

  /// Requires: the last parse() returned Complete. Valid as long as those bytes are.
  const Request& request() const;
  /// Requires: the last parse() returned Rejected.
  int reject_status() const;

  /// Whether a request has begun: a byte other than an empty line was seen. A connection that waits without
  /// one is idle.
  bool has_begun() const { return step_ != Step::LeadingLines; }

  /// Ready for the next request.
  void reset() { *this = RequestParser(); }

 private:
  enum class Step : std::uint8_t {
    LeadingLines,
    LeadingLineFeed,
    Method,
    Target,
    Version,
    FieldStart,
    FieldName,
    ValueStart,
    Value,
    ValueLineFeed,
    HeadLineFeed,
    Done,
    Failed
  };

  Step step_ = Step::LeadingLines;
};

}  // namespace loom::http
