// All HTTP policy: what a request gets from a snapshot. Pure: no I/O, no clock, no lock; a hit allocates
// nothing. Any thread. RFC 9110.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date_time.h"
#include "http/field_buffer.h"
#include "http/request.h"
#include "snapshot/snapshot.h"

namespace loom::server {

/// A run of body bytes: in memory, or part of a large file.
struct BodyPart {
  /// When `file` is null.
  std::string_view bytes;
  const snapshot::LargeFile* file = nullptr;
  std::uint64_t file_offset_bytes = 0;
  std::uint64_t file_length_bytes = 0;

  std::uint64_t size_bytes() const { return file != nullptr ? file_length_bytes : bytes.size(); }
};

/// A multipart/byteranges body (RFC 9110 §14.6).
struct MultipartBody {
  /// What stands between the ranges; `parts` view into it.
  std::string text;
  std::vector<BodyPart> parts;
};

/// To be sent in this order: status_line, fields, extra_fields, Date and Connection (added by the sender), an
/// empty line, parts(). The body is already left out where there must be none (HEAD, 204, 304).
struct Response {
  int status = 200;
  /// With its CRLF; static.
  std::string_view status_line;
  /// Field lines, each ended by CRLF: static, or of `resource`.
  std::string_view fields;
  /// More field lines, owned.
  http::FieldBuffer extra_fields;

  BodyPart body;
  /// When set, it is the body.
  std::unique_ptr<const MultipartBody> multipart;

  /// Owner of the bytes behind `fields`, `body` and the files of `multipart`; null when they are static.
  /// Points into the snapshot: copy it only when bytes are left unsent.
  const snapshot::ResourcePtr* resource = nullptr;

  /// The answer must be the last of its connection, and says so.
  bool close = false;

  std::span<const BodyPart> parts() const;
  std::uint64_t body_bytes() const;
};

struct RespondOptions {
  /// Refuses foreign Host and Origin values (403).
  bool preview = false;
  /// The name that the server was told to listen on ("0.0.0.0" and the like need not be named: address
  /// literals are always allowed).
  std::string_view bound_name;
  /// `--allow-host`; a name with a leading dot allows its subdomains too.
  std::span<const std::string> allowed_hosts;
  /// For two-digit years in dates (RFC 9110 §5.6.7).
  base::UnixTime now{};
  /// The body of the request has not been read and will not be: the connection closes after the answer.
  bool body_is_unread = false;
};

/// The answer to a request whose head was parsed.
Response respond(const http::Request& request, const snapshot::Snapshot& snapshot,
                 const RespondOptions& options);

/// A short answer without a snapshot: for heads the parser refused (400, 414, 431, 501, 505), broken bodies
/// (400, 413), timeouts (408), overload (503), failures (500). It closes the connection.
Response refuse(int status);
/// The same as an answer to a parsed request: no body for HEAD, closes only when the request or `options` ask
/// for it.
Response refuse(const http::Request& request, int status, const RespondOptions& options);

/// Whether the answer must not wait for the rest of the body: the client awaits "100 Continue" (which is
/// never sent) and none of the body has come, the method takes no body here, or the body is longer than what
/// is drained. Respond with body_is_unread then. Otherwise the body is drained first, so that a broken one is
/// answered 400, and the connection goes on. RFC 9110 §10.1.1.
bool answers_before_body(const http::Request& request, bool body_has_begun);

/// The statuses 0 (go on) and 403 of the preview's Host and Origin rules: a Host must be a loopback name, an
/// address literal, the bound name or an allowed one; an Origin must be that of the request's own Host.
/// Always 0 in production.
int find_refusal(const http::Request& request, const RespondOptions& options);

}  // namespace loom::server
