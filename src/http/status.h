// Status codes that Loom sends: status lines and the short answers for refusals. Any thread. RFC 9110 §15.
#pragma once

#include <string_view>

namespace loom::http {

/// "HTTP/1.1 200 OK\r\n". Static. Requires: a status that Loom sends.
std::string_view status_line(int status);
/// "Not Found". Static. Requires: as above.
std::string_view status_reason(int status);

/// A minimal HTML page for an error status. Static. Requires: as above, 400 or more.
std::string_view error_body(int status);
/// The field lines that go with it: Content-Type, Content-Length, Cache-Control, and Allow with 405. Static.
std::string_view error_fields(int status);

/// The methods of every resource: the value of Allow.
inline constexpr std::string_view kAllowedMethods = "GET, HEAD, OPTIONS";

}  // namespace loom::http
