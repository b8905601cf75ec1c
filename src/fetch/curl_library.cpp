// Tested by tests/fetch/fetch_test.cpp.
#include "fetch/curl_library.h"

#include <dlfcn.h>
#include <memory>

namespace loom::fetch {
namespace {

template <typename Function>
bool find_symbol(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

std::unique_ptr<const CurlLibrary> load() {
  void* library = ::dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    library = ::dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  }
  decltype(&curl_global_init) global_init = nullptr;
  auto curl = std::make_unique<CurlLibrary>();
  const bool is_whole = library != nullptr && find_symbol(library, "curl_global_init", global_init) &&
                        find_symbol(library, "curl_easy_init", curl->easy_init) &&
                        find_symbol(library, "curl_easy_setopt", curl->easy_setopt) &&
                        find_symbol(library, "curl_easy_perform", curl->easy_perform) &&
                        find_symbol(library, "curl_easy_getinfo", curl->easy_getinfo) &&
                        find_symbol(library, "curl_easy_strerror", curl->easy_strerror) &&
                        find_symbol(library, "curl_easy_cleanup", curl->easy_cleanup) &&
                        find_symbol(library, "curl_slist_append", curl->slist_append) &&
                        find_symbol(library, "curl_slist_free_all", curl->slist_free_all);
  return is_whole && global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? std::move(curl) : nullptr;
}

}  // namespace

const CurlLibrary* find_curl_library() {
  static const std::unique_ptr<const CurlLibrary> kLibrary = load();
  return kLibrary.get();
}

}  // namespace loom::fetch
