// Reads one request head from bytes as they arrive. Strict: CRLF only, no folding, no white space where the
// grammar has none. Never allocates, looks at each byte once however it trickles in. One thread. RFC 9112 §2
// to §6.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "http/field_collector.h"
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

  /// Whether a request has begun: a byte that is not of an empty line was seen. A connection that waits
  /// without one is idle.
  bool has_begun() const { return step_ != Step::LeadingLines && step_ != Step::LeadingLineFeed; }

  /// Ready for the next request.
  void reset() { *this = RequestParser(); }

 private:
  /// What the next byte belongs to.
  enum class Step : std::uint8_t {
    LeadingLines,
    LeadingLineFeed,
    Method,
    Target,
    Version,
    FieldStart,
    FieldName,
    FieldValue,
    FieldLineFeed,
    HeadLineFeed,
    Done,
    Failed
  };

  bool run_step(std::string_view bytes);
  bool scan_leading_lines(std::string_view bytes);
  bool scan_method(std::string_view bytes);
  bool scan_target(std::string_view bytes);
  bool scan_version(std::string_view bytes);
  bool scan_field_start(std::string_view bytes);
  bool scan_field_name(std::string_view bytes);
  bool scan_field_value(std::string_view bytes);
  bool scan_line_feed(std::string_view bytes);
  bool end_of_field(std::string_view bytes);
  bool end_of_head(std::string_view bytes);
  bool go_on(Step step);
  bool fail(int status);

  Step step_ = Step::LeadingLines;
  int reject_status_ = 0;
  /// The next byte to look at, and the first one of the element being read (of a field line, its name).
  std::size_t position_ = 0;
  std::size_t element_begin_ = 0;
  std::size_t value_begin_ = 0;
  std::size_t method_begin_ = 0;
  std::size_t target_begin_ = 0;
  std::size_t target_bytes_ = 0;
  std::size_t leading_line_count_ = 0;
  std::size_t field_count_ = 0;
  Request request_;
  FieldCollector fields_;
};

}  // namespace loom::http
