// One request head as the parser hands it on: views, no copies. Any thread. RFC 9110, RFC 9112.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace loom::http {

enum class Method : std::uint8_t { Get, Head, Options, Post, Put, Patch, Delete, Trace, Connect, Unknown };

/// RFC 9112 §3.2.
enum class TargetForm : std::uint8_t { Origin, Absolute, Authority, Asterisk };

/// How the body that follows the head is delimited (RFC 9112 §6.3).
enum class Framing : std::uint8_t { None, Length, Chunked };

enum class Expectation : std::uint8_t { None, Continue, Unknown };

/// A field that may be spread over several lines (RFC 9110 §5.3).
struct ListField {
  /// Value of the first line.
  std::string_view first;
  /// The field lines after the first when there are more of the same name, else empty.
  std::string_view following_lines;

  bool empty() const { return first.empty() && following_lines.empty(); }
};

/// What a singleton field reads as when it was sent more than once: no grammar accepts it.
inline constexpr std::string_view kRepeatedField = ",";

/// Every view lies in the bytes given to the parser's last call, or is static; absent fields are empty.
struct Request {
  Method method = Method::Unknown;
  std::string_view method_name;

  TargetForm target_form = TargetForm::Origin;
  /// As sent.
  std::string_view target;
  /// Still percent-encoded; starts with "/"; "*" in asterisk-form, empty in authority-form.
  std::string_view path;
  /// With its "?"; empty when there is none.
  std::string_view query;

  /// 0 for HTTP/1.0, 1 for HTTP/1.1 and every later 1.x.
  int minor_version = 1;
  bool keep_alive = true;

  /// A well-formed "name[:port]", that of the target in absolute-form. Empty only in HTTP/1.0.
  std::string_view host;

  Framing framing = Framing::None;
  /// Of a body framed by length, in bytes.
  std::uint64_t content_length = 0;
  Expectation expectation = Expectation::None;

  ListField accept_encoding;
  ListField if_match;
  ListField if_none_match;
  std::string_view if_modified_since;
  std::string_view if_unmodified_since;
  std::string_view range;
  std::string_view if_range;
  std::string_view origin;
  std::string_view referer;
  std::string_view sec_fetch_site;
  std::string_view user_agent;
  /// Protocols of an Upgrade field that Connection names.
  std::string_view upgrade;

  /// Bytes of the head, the empty lines before it and the empty line after it included: the body starts
  /// there.
  std::size_t head_bytes = 0;

  bool has_body() const { return framing == Framing::Chunked || content_length != 0; }
};

}  // namespace loom::http
