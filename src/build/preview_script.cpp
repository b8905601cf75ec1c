#include "build/preview_script.h"

#include "base/ascii.h"

namespace loom::build {
namespace {

constexpr std::string_view kScript = "<script src=\"/_loom/live.js\" async></script>";
constexpr std::string_view kBodyEnd = "</body>";

/// Where the last `</body>` begins, in any case of letters; the end of the text when there is none.
std::size_t find_body_end(std::string_view html) {
  for (std::size_t at = html.rfind("</"); at != std::string_view::npos && at > 0;
       at = html.rfind("</", at - 1)) {
    if (base::equals_ignore_case(html.substr(at, kBodyEnd.size()), kBodyEnd)) {
      return at;
    }
  }
  return html.size();
}

}  // namespace

std::string with_preview_script(std::string_view html) {
  const std::size_t at = find_body_end(html);
  std::string out;
  out.reserve(html.size() + kScript.size());
  out += html.substr(0, at);
  out += kScript;
  out += html.substr(at);
  return out;
}

}  // namespace loom::build
