// What the field lines of one request head mean, gathered line by line. Keeps offsets, not views, because the
// bytes may move while more arrive. Never allocates. One thread. RFC 9110, RFC 9112 §6.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "http/known_field.h"
#include "http/request.h"

namespace loom::http {

class FieldCollector {
 public:
  /// A line whose trimmed value is `value`, `offset` bytes into the head. Returns 0, or 400 when the field
  /// makes the request invalid.
  int add(std::string_view name, std::string_view value, std::size_t offset);

  /// Fills in all that comes from fields. `head` holds the offsets given; its field lines end at
  /// `fields_end`. Requires: minor_version, target_form and, in absolute-form, host of `request` are set.
  /// Returns 0 or the status of the refusal.
  int finish(std::string_view head, std::size_t fields_end, Request& request) const;

 private:
  struct Span {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
    std::uint32_t line_count = 0;
  };
  enum class Coding : std::uint8_t { None, Chunked, Unknown };

  int add_content_length(std::string_view value);
  int add_transfer_encoding(std::string_view value);
  int add_host(std::string_view value);
  void add_connection(std::string_view value);
  int finish_framing(Request& request) const;
  std::string_view singleton(std::string_view head, KnownField field) const;
  ListField list(std::string_view head, std::size_t fields_end, KnownField field) const;
  Span& span(KnownField field) { return spans_[static_cast<std::size_t>(field)]; }
  const Span& span(KnownField field) const { return spans_[static_cast<std::size_t>(field)]; }

  std::array<Span, kKnownFieldCount> spans_{};
  std::uint64_t content_length_ = 0;
  Coding last_coding_ = Coding::None;
  bool has_unknown_coding_ = false;
  bool says_close_ = false;
  bool says_keep_alive_ = false;
  bool says_upgrade_ = false;
  Expectation expectation_ = Expectation::None;
};

}  // namespace loom::http
