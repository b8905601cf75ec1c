#include "build/export_output.h"

#include <cstdlib>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/unique_fd.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

using support::TempFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(ResolveOutput, FindsTheFolderBehindALink) {
  const TempFolder disk;
  disk.make_folder("real/out");
  disk.link("real/out", "link");
  const auto output = resolve_output(disk.path("link/"), "");
  ASSERT_TRUE(output);
  EXPECT_THAT(output->path, testing::EndsWith("/real/out"));
  EXPECT_EQ(output->name, "out");
  EXPECT_TRUE(output->exists);
}

TEST(ResolveOutput, MakesTheFolderAboveAMissingOne) {
  const TempFolder disk;
  const auto output = resolve_output(disk.path("a/b/out"), "");
  ASSERT_TRUE(output);
  EXPECT_FALSE(output->exists);
  EXPECT_TRUE(disk.exists("a/b"));
  EXPECT_FALSE(disk.exists("a/b/out"));
}

TEST(ResolveOutput, RefusesFoldersThatHoldMoreThanAnOutput) {
  const TempFolder disk;
  disk.make_folder("site/content");
  EXPECT_FALSE(resolve_output("/", ""));
  EXPECT_FALSE(resolve_output(disk.path(), disk.path("site")));
  EXPECT_FALSE(resolve_output(disk.path("site/../site"), disk.path("site")));
  EXPECT_TRUE(resolve_output(disk.path("site/public"), disk.path("site")));
  EXPECT_TRUE(resolve_output(disk.path("site2"), disk.path("site")));
}

TEST(ResolveOutput, RefusesFoldersThatTheSiteIsReadFrom) {
  const TempFolder disk;
  disk.make_folder("site/content");
  for (const char* path : {"site/content", "site/content/out", "site/static", "site/templates/a/b"}) {
    const auto output = resolve_output(disk.path(path), disk.path("site"));
    ASSERT_FALSE(output) << path;
    EXPECT_THAT(output.error().message(), HasSubstr("read from there"));
  }
  EXPECT_TRUE(resolve_output(disk.path("site/contents"), disk.path("site")));
}

TEST(ResolveOutput, RefusesAnEmptyName) {
  EXPECT_FALSE(resolve_output("", ""));
}

TEST(ResolveOutput, RefusesTheHomeDirectory) {
  const TempFolder disk;
  const char* before = std::getenv("HOME");
  const std::string kept = before != nullptr ? before : "";
  setenv("HOME", disk.path().c_str(), 1);
  const auto home = resolve_output(disk.path(), "");
  setenv("HOME", kept.c_str(), 1);
  ASSERT_FALSE(home);
  EXPECT_THAT(home.error().message(), HasSubstr("home"));
}

TEST(ResolveOutput, RefusesAFile) {
  const TempFolder disk;
  disk.write("out", "");
  EXPECT_FALSE(resolve_output(disk.path("out"), ""));
}

TEST(FindForeignEntries, NamesWhatTheRecordDoesNot) {
  const TempFolder disk;
  disk.write("index.html", "");
  disk.write("CNAME", "");
  disk.write("a/index.html", "");
  disk.write("a/notes.txt", "");
  disk.link("nowhere", "a/link");
  disk.make_folder(".git/refs/tags");
  disk.write(".loom-new-abcdef/index.html", "");
  const base::UniqueFd fd(open(disk.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const ExportRecord record = {{"index.html", {}}, {"a/index.html", {}}, {"gone.html", {}}};
  EXPECT_THAT(find_foreign_entries(fd.get(), record),
              ElementsAre(".git/refs/tags/", "CNAME", "a/link", "a/notes.txt"));
}

TEST(FindForeignEntries, FindsNoneInAnEmptyFolder) {
  const TempFolder disk;
  const base::UniqueFd fd(open(disk.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  EXPECT_THAT(find_foreign_entries(fd.get(), {}), testing::IsEmpty());
}

TEST(ForeignEntriesError, NamesAtMostFive) {
  const std::string message = foreign_entries_error("/out", {"a", "b", "c", "d", "e", "f", "g"}).message();
  EXPECT_THAT(message, HasSubstr("a, b, c, d, e and 2 more"));
  EXPECT_THAT(message, HasSubstr("--force"));
  EXPECT_THAT(foreign_entries_error("/out", {"a"}).message(), Not(HasSubstr("more")));
}

}  // namespace
}  // namespace loom::build
