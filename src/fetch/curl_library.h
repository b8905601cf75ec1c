// The part of libcurl that is used, loaded when it is first needed: it and the 30 libraries behind it would
// cost every start of the program more than 2 ms. Any thread.
#pragma once

#include <curl/curl.h>

namespace loom::fetch {

struct CurlLibrary {
  decltype(&curl_easy_init) easy_init = nullptr;
  decltype(&curl_easy_setopt) easy_setopt = nullptr;
  decltype(&curl_easy_perform) easy_perform = nullptr;
  decltype(&curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&curl_easy_strerror) easy_strerror = nullptr;
  decltype(&curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&curl_slist_append) slist_append = nullptr;
  decltype(&curl_slist_free_all) slist_free_all = nullptr;
};

/// Null when libcurl is not installed. Stays loaded.
const CurlLibrary* find_curl_library();

}  // namespace loom::fetch
