#include "fetch/fetch.h"

#include <fmt/format.h>
#include <memory>

#include "base/ascii.h"
#include "fetch/curl_library.h"
#include "fetch/limits.h"

namespace loom::fetch {
namespace {

using base::Error;
using base::Result;

constexpr const char* kSchemes = "http,https";
constexpr long kStatusMax = 399;

struct Answer {
  std::string body;
  bool is_too_large = false;
};

/// CURLOPT_WRITEFUNCTION. Less than all bytes ends the transfer.
std::size_t on_bytes(const char* bytes, std::size_t size, std::size_t count, void* target) {
  Answer& answer = *static_cast<Answer*>(target);
  const std::size_t length = size * count;
  if (length > kAnswerBytesMax - answer.body.size()) {
    answer.is_too_large = true;
    return 0;
  }
  answer.body.append(bytes, length);
  return length;
}

/// One request and what libcurl needs for it.
class Transfer {
 public:
  explicit Transfer(const CurlLibrary& curl) : curl_(curl), handle_(curl.easy_init()) {}
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer() {
    curl_.slist_free_all(header_lines_);
    curl_.easy_cleanup(handle_);
  }

  Result<std::string> run(const Request& request) {
    if (handle_ == nullptr) {
      return Error("there is no memory to fetch " + request.url);
    }
    set_limits();
    set_request(request);
    Answer answer;
    set(CURLOPT_WRITEFUNCTION, &on_bytes);
    set(CURLOPT_WRITEDATA, &answer);
    const CURLcode result = curl_.easy_perform(handle_);
    if (answer.is_too_large) {
      return Error(fmt::format("{}: the answer is larger than {} MiB", request.url, kAnswerBytesMax >> 20));
    }
    if (result != CURLE_OK) {
      return Error(fmt::format("{}: {}", request.url, curl_.easy_strerror(result)));
    }
    long status = 0;
    curl_.easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
    return status <= kStatusMax
               ? Result<std::string>(std::move(answer.body))
               : Result<std::string>(Error(fmt::format("{}: status {}", request.url, status)));
  }

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    curl_.easy_setopt(handle_, option, value);
  }

  void set_limits() {
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, kSchemes);
    set(CURLOPT_REDIR_PROTOCOLS_STR, kSchemes);
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, kRedirectCountMax);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(kConnectTimeMax.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(kFetchTimeMax.count()));
    // Every coding that libcurl can unpack.
    set(CURLOPT_ACCEPT_ENCODING, "");
    set(CURLOPT_USERAGENT, "loom");
  }

  void set_request(const Request& request) {
    set(CURLOPT_URL, request.url.c_str());
    if (request.is_post) {
      set(CURLOPT_POST, 1L);
      set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
      set(CURLOPT_POSTFIELDS, request.body.c_str());
    }
    for (const std::string& line : request.header_lines) {
      if (curl_slist* more = curl_.slist_append(header_lines_, line.c_str())) {
        header_lines_ = more;
      }
    }
    set(CURLOPT_HTTPHEADER, header_lines_);
  }

  const CurlLibrary& curl_;
  CURL* handle_;
  curl_slist* header_lines_ = nullptr;
};

bool has_known_scheme(std::string_view url) {
  const std::string lower = base::lower_ascii(url.substr(0, url.find(':')));
  return (lower == "http" || lower == "https") && url.substr(lower.size()).starts_with("://");
}

}  // namespace

Result<std::string> fetch(const Request& request) {
  if (!has_known_scheme(request.url)) {
    return Error(request.url + ": only http:// and https:// are fetched");
  }
  const CurlLibrary* curl = find_curl_library();
  if (curl == nullptr) {
    return Error(request.url + ": libcurl is not installed (Debian: apt install libcurl4)");
  }
  return Transfer(*curl).run(request);
}

}  // namespace loom::fetch
