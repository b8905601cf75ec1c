#include "build/data/fetch_cache.h"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>

namespace loom::build {
namespace {

TEST(FetchCache, EachRequestIsMadeOnce) {
  std::atomic<int> count{0};
  FetchCache cache([&](const fetch::Request& request) -> FetchCache::Result {
    return request.url + " " + std::to_string(++count);
  });
  EXPECT_EQ(*cache.find({"http://a"}), "http://a 1");
  EXPECT_EQ(*cache.find({"http://a"}), "http://a 1");
  EXPECT_EQ(*cache.find({"http://a", true}), "http://a 2");
  EXPECT_EQ(*cache.find({"http://a", true, "body"}), "http://a 3");
  EXPECT_EQ(*cache.find({"http://a", false, "", {"Accept: x"}}), "http://a 4");
}

TEST(FetchCache, ThreadsWaitForOneAnswer) {
  std::atomic<int> count{0};
  FetchCache cache([&](const fetch::Request&) -> FetchCache::Result { return std::to_string(++count); });
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] { EXPECT_EQ(*cache.find({"http://a"}), "1"); });
    }
  }
  EXPECT_EQ(count, 1);
}

TEST(FetchCache, AFailureIsTriedAgainInTheNextBuild) {
  int count = 0;
  FetchCache cache([&](const fetch::Request&) -> FetchCache::Result {
    return ++count == 1 ? FetchCache::Result(base::Error("no network")) : FetchCache::Result("x");
  });
  EXPECT_FALSE(cache.find({"http://a"}));
  EXPECT_FALSE(cache.find({"http://a"}));
  cache.forget_failures();
  EXPECT_EQ(*cache.find({"http://a"}), "x");
  cache.forget_failures();
  EXPECT_EQ(*cache.find({"http://a"}), "x");
  EXPECT_EQ(count, 2);
}

}  // namespace
}  // namespace loom::build
