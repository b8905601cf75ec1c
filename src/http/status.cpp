#include "http/status.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>

#include "base/check.h"

namespace loom::http {

namespace {

struct StatusName {
  int status;
  std::string_view reason;
};

constexpr std::array kStatusNames{
    StatusName{200, "OK"},
    StatusName{204, "No Content"},
    StatusName{206, "Partial Content"},
    StatusName{301, "Moved Permanently"},
    StatusName{302, "Found"},
    StatusName{303, "See Other"},
    StatusName{304, "Not Modified"},
    StatusName{307, "Temporary Redirect"},
    StatusName{308, "Permanent Redirect"},
    StatusName{400, "Bad Request"},
    StatusName{403, "Forbidden"},
    StatusName{404, "Not Found"},
    StatusName{405, "Method Not Allowed"},
    StatusName{406, "Not Acceptable"},
    StatusName{408, "Request Timeout"},
    StatusName{412, "Precondition Failed"},
    StatusName{413, "Content Too Large"},
    StatusName{414, "URI Too Long"},
    StatusName{416, "Range Not Satisfiable"},
    StatusName{417, "Expectation Failed"},
    StatusName{426, "Upgrade Required"},
    StatusName{429, "Too Many Requests"},
    StatusName{431, "Request Header Fields Too Large"},
    StatusName{500, "Internal Server Error"},
    StatusName{501, "Not Implemented"},
    StatusName{503, "Service Unavailable"},
    StatusName{505, "HTTP Version Not Supported"},
};

struct StatusTexts {
  int status = 0;
  std::string line;
  std::string body;
  std::string fields;
};

std::string special_fields(int status) {
  switch (status) {
    case 405:
      return fmt::format("Allow: {}\r\n", kAllowedMethods);
    case 426:
      return "Upgrade: HTTP/1.1\r\nConnection: upgrade\r\n";
    case 503:
      return "Retry-After: 1\r\n";
    default:
      return "";
  }
}

StatusTexts make_texts(const StatusName& name) {
  StatusTexts texts;
  texts.status = name.status;
  texts.line = fmt::format("HTTP/1.1 {} {}\r\n", name.status, name.reason);
  if (name.status >= 400) {
    texts.body = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{0} {1}</title>\n<h1>{0} "
        "{1}</h1>\n"
        "</html>\n",
        name.status, name.reason);
    texts.fields = fmt::format(
        "Content-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nCache-Control: no-store\r\n"
        "X-Content-Type-Options: nosniff\r\n{}",
        texts.body.size(), special_fields(name.status));
  }
  return texts;
}

using StatusTable = std::array<StatusTexts, kStatusNames.size()>;

StatusTable make_table() {
  StatusTable table;
  std::transform(kStatusNames.begin(), kStatusNames.end(), table.begin(), make_texts);
  return table;
}

const StatusTexts& texts_of(int status) {
  static const StatusTable kTable = make_table();
  const auto found =
      std::find_if(kTable.begin(), kTable.end(), [&](const auto& texts) { return texts.status == status; });
  LOOM_CHECK(found != kTable.end());
  return *found;
}

}  // namespace

std::string_view status_line(int status) {
  return texts_of(status).line;
}

std::string_view status_reason(int status) {
  const auto found = std::find_if(kStatusNames.begin(), kStatusNames.end(),
                                  [&](const auto& name) { return name.status == status; });
  LOOM_CHECK(found != kStatusNames.end());
  return found->reason;
}

std::string_view error_body(int status) {
  LOOM_CHECK(status >= 400);
  return texts_of(status).body;
}

std::string_view error_fields(int status) {
  LOOM_CHECK(status >= 400);
  return texts_of(status).fields;
}

}  // namespace loom::http
