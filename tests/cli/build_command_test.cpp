#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "support/temp_folder.h"

namespace loom::cli {
namespace {

class BuildCommandTest : public testing::Test {
 protected:
  void SetUp() override { ::setenv("XDG_CACHE_HOME", cache_.path().c_str(), 1); }
  void TearDown() override { ::unsetenv("XDG_CACHE_HOME"); }

  int build(std::optional<std::string> output = {}) {
    BuildCommand command;
    command.site.site = folder_.path();
    command.site.quiet = true;
    command.output = std::move(output);
    return run_build(command);
  }
  bool has(std::string_view path) const { return std::filesystem::exists(folder_.path(path)); }

  support::TempFolder folder_;

 private:
  support::TempFolder cache_;
};

TEST_F(BuildCommandTest, WritesToPublicInTheSite) {
  folder_.write("a.md", "A");
  EXPECT_EQ(build(), kExitSuccess);
  EXPECT_TRUE(has("public/a/index.html"));
}

TEST_F(BuildCommandTest, WritesWhereTheConfigurationSaysUnlessTheCommandLineDoes) {
  folder_.write("loom.toml", "base_url = \"https://example.org\"\noutput_dir = \"docs\"\n");
  folder_.write("content/a.md", "A");
  EXPECT_EQ(build(), kExitSuccess);
  EXPECT_TRUE(has("docs/a/index.html"));
  EXPECT_FALSE(has("public"));
  EXPECT_EQ(build(folder_.path("out")), kExitSuccess);
  EXPECT_TRUE(has("out/a/index.html"));
}

TEST_F(BuildCommandTest, DoesNotPublishWhatItWroteBefore) {
  folder_.write("a.md", "A");
  EXPECT_EQ(build(folder_.path("out")), kExitSuccess);
  EXPECT_EQ(build(folder_.path("out")), kExitSuccess);
  EXPECT_TRUE(has("out/a/index.html"));
  EXPECT_FALSE(has("out/out"));
}

TEST_F(BuildCommandTest, LeavesTheFolderWhenTheSiteHasErrors) {
  folder_.write("a.md", "A");
  EXPECT_EQ(build(), kExitSuccess);
  folder_.write("a.md", "[broken](nowhere.md)");
  folder_.write("b.md", "B");
  EXPECT_EQ(build(), kExitFailure);
  EXPECT_TRUE(has("public/a/index.html"));
  EXPECT_FALSE(has("public/b/index.html"));
}

}  // namespace
}  // namespace loom::cli
