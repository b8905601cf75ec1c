#include "build/data/fetch_cache.h"

#include <fmt/format.h>

namespace loom::build {
namespace {

/// Lengths keep two requests with the same text in different places apart.
std::string key_of(const fetch::Request& request) {
  std::string key = fmt::format("{}:{}{}:{}{}", request.url.size(), request.url, request.body.size(),
                                request.body, request.is_post ? "post" : "get");
  for (const std::string& line : request.header_lines) {
    key += "\n" + line;
  }
  return key;
}

}  // namespace

const FetchCache::Result& FetchCache::find(const fetch::Request& request) {
  std::promise<Result> promise;
  std::shared_future<Result>* answer = nullptr;
  bool is_mine = false;
  {
    const std::lock_guard lock(mutex_);
    const auto [entry, is_new] = answers_.try_emplace(key_of(request));
    if (is_new) {
      entry->second = promise.get_future().share();
    }
    answer = &entry->second;
    is_mine = is_new;
  }
  if (is_mine) {
    promise.set_value(fetcher_(request));
  }
  return answer->get();
}

void FetchCache::forget_failures() {
  const std::lock_guard lock(mutex_);
  std::erase_if(answers_, [](const auto& entry) { return !entry.second.get(); });
}

}  // namespace loom::build
