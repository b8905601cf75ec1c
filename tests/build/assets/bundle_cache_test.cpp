#include "build/assets/bundle_cache.h"

#include <gtest/gtest.h>

#include "support/site_build.h"

namespace loom::build {
namespace {

class BundleCacheTest : public testing::Test {
 protected:
  std::shared_ptr<const Bundle> find(std::string_view files) {
    const site::SourceTree tree = support::source_tree(files);
    looked_up_.clear();
    BundleInput input;
    input.paths = {"a.css"};
    input.find = [&](std::string_view path) {
      looked_up_.emplace_back(path);
      return tree.find(path);
    };
    input.url_of = [](const site::SourceFile& file) { return "/" + file.path; };
    const BundleCache::Found found = cache_.find_or_make(input);
    return found.index() == 0 ? std::get<0>(found) : nullptr;
  }

  BundleCache cache_;
  std::vector<std::string> looked_up_;
};

TEST_F(BundleCacheTest, KeepsABundleWhileItsFilesStayTheSame) {
  constexpr std::string_view kSite = "--- a.css\n@import 'b.css';\n--- b.css\nb{}\n";
  const auto first = find(kSite);
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(find(std::string(kSite) + "--- other.css\nx{}\n"), first);
  EXPECT_EQ(looked_up_, (std::vector<std::string>{"a.css", "b.css"}));
  EXPECT_EQ(find("--- a.css\n@import 'b.css';\n"), nullptr);
  const auto changed = find("--- a.css\n@import 'b.css';\n--- b.css\nc{}\n");
  ASSERT_NE(changed, nullptr);
  EXPECT_EQ(*changed->file->bytes, "c{}");
}

TEST_F(BundleCacheTest, ForgetsWhatNobodyAsksFor) {
  constexpr std::string_view kSite = "--- a.css\na{}\n";
  const auto first = find(kSite);
  cache_.sweep();
  EXPECT_EQ(find(kSite), first);
  cache_.sweep();
  cache_.sweep();
  EXPECT_NE(find(kSite), first);
}

}  // namespace
}  // namespace loom::build
