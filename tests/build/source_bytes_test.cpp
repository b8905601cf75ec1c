#include "build/source_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace loom::build {
namespace {

site::SourceFile file_on_disk(const std::string& root, const std::string& path) {
  site::SourceFile file;
  file.path = path;
  file.stamp = base::file_status(root + "/" + path).stamp;
  return file;
}

TEST(SourceBytes, BytesOfTheTreeAreShared) {
  const site::SourceFile file = site::make_source_file("a.txt", "abc");
  EXPECT_EQ(*load_source_bytes("/nowhere", file), file.bytes);
}

TEST(SourceBytes, OthersAreReadFromTheDisk) {
  const support::TempFolder folder;
  folder.write("a.bin", "abc");
  EXPECT_EQ(**load_source_bytes(folder.path(), file_on_disk(folder.path(), "a.bin")), "abc");
}

TEST(SourceBytes, AFileThatIsAnotherNowIsAnError) {
  const support::TempFolder folder;
  folder.write("a.bin", "abc");
  const site::SourceFile file = file_on_disk(folder.path(), "a.bin");
  folder.write("a.bin", "abcd");
  const auto bytes = load_source_bytes(folder.path(), file);
  ASSERT_FALSE(bytes);
  EXPECT_THAT(bytes.error().message(), testing::HasSubstr("changed while the site was built"));
  EXPECT_FALSE(load_source_bytes("/nowhere", file));
}

}  // namespace
}  // namespace loom::build
