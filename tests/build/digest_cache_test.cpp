#include "build/digest_cache.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

TEST(DigestCache, DigestsFollowTheFileAndTheKind) {
  DigestCache cache;
  const site::SourceFile file = site::make_source_file("a.txt", "abc");
  const std::string digest = *cache.find("/nowhere", file, base::Sha2::Sha256);
  EXPECT_EQ(digest, base::sha2(base::Sha2::Sha256, "abc"));
  EXPECT_EQ(*cache.find("/nowhere", file, base::Sha2::Sha512), base::sha2(base::Sha2::Sha512, "abc"));
  const site::SourceFile changed = site::make_source_file("a.txt", "abd");
  EXPECT_EQ(*cache.find("/nowhere", changed, base::Sha2::Sha256), base::sha2(base::Sha2::Sha256, "abd"));
}

TEST(DigestCache, AFileThatCannotBeReadIsAnError) {
  DigestCache cache;
  site::SourceFile file;
  file.path = "large.bin";
  EXPECT_FALSE(cache.find("/nowhere", file, base::Sha2::Sha256));
}

}  // namespace
}  // namespace loom::build
