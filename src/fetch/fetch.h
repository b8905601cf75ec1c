// One HTTP request to another machine, for data that templates ask for where `--allow-fetch` is given. Waits
// for the answer. Any thread of a build; never the loop thread.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace loom::fetch {

struct Request {
  /// "http://" or "https://" and the rest.
  std::string url;
  bool is_post = false;
  /// Of a POST.
  std::string body = {};
  /// "Accept: text/xml", without line ends.
  std::vector<std::string> header_lines = {};
};

/// The body of an answer with a status below 400, redirects followed. The Error, for every other outcome,
/// names the URL. Other schemes than http and https are refused, in redirects too.
base::Result<std::string> fetch(const Request& request);

}  // namespace loom::fetch
