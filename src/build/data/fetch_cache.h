// What was fetched from the network for templates: each request is made once, however many pages ask for it,
// and its answer stands for as long as the program runs. Thread-safe.
#pragma once

#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <string>

#include "fetch/fetch.h"

namespace loom::build {

class FetchCache {
 public:
  using Result = base::Result<std::string>;
  using Fetcher = std::function<Result(const fetch::Request&)>;

  explicit FetchCache(Fetcher fetcher = fetch::fetch) : fetcher_(std::move(fetcher)) {}

  /// Waits for the answer, or for the thread that fetches it already. The reference lives until
  /// forget_failures(), and for ever for what did not fail.
  const Result& find(const fetch::Request& request);
  /// The end of a build: what failed is tried again when it is asked for again. Requires: nobody is in
  /// find().
  void forget_failures();

 private:
  Fetcher fetcher_;
  std::mutex mutex_;
  std::map<std::string, std::shared_future<Result>> answers_;
};

}  // namespace loom::build
