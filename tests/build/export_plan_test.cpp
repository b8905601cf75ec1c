#include "build/export_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/snapshot_text.h"

namespace loom::build {
namespace {

using support::representation_of;
using support::resource_of;
using support::snapshot_of;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> paths_of(const std::vector<ExportFile>& files) {
  std::vector<std::string> paths;
  for (const ExportFile& file : files) {
    paths.push_back(file.path);
  }
  return paths;
}

std::shared_ptr<snapshot::Resource> redirect_to(const std::string& location) {
  auto resource = resource_of("moved");
  resource->redirect = snapshot::Redirect{301, location};
  return resource;
}

TEST(PlanExport, GivesEachUrlItsFile) {
  const auto files =
      plan_export(*snapshot_of({{"/", ""}, {"/a/", ""}, {"/x.css", ""}, {"/b/c/feed", ""}}), false);
  EXPECT_THAT(paths_of(files.value()),
              ElementsAre("404.html", "a/index.html", "b/c/feed", "index.html", "x.css"));
}

TEST(PlanExport, KeepsAFolderThatHasTheNameOfTheMountPath) {
  snapshot::SnapshotBuilder builder(nullptr);
  builder.set("/", resource_of(""));
  builder.set("/x/", resource_of(""));
  builder.set("/blog/x/", resource_of(""));
  builder.set_not_found(resource_of(""));
  builder.set_mount_path("/blog/");
  EXPECT_THAT(paths_of(plan_export(*builder.build(), false).value()),
              ElementsAre("404.html", "blog/x/index.html", "index.html", "x/index.html"));
}

TEST(PlanExport, AddsTheCodingsThereAreWhenAsked) {
  snapshot::SnapshotBuilder builder(nullptr);
  auto resource = resource_of("text");
  resource->representations[1] = representation_of("gzip");
  builder.set("/a/", resource);
  builder.set_not_found(resource_of(""));
  const auto snapshot = builder.build();
  EXPECT_THAT(paths_of(plan_export(*snapshot, true).value()),
              ElementsAre("404.html", "a/index.html", "a/index.html.gz"));
  EXPECT_THAT(paths_of(plan_export(*snapshot, false).value()), ElementsAre("404.html", "a/index.html"));
}

TEST(PlanExport, WritesRedirectsWherePagesLeaveRoom) {
  snapshot::SnapshotBuilder builder(nullptr);
  builder.set("/blog/", resource_of("page"));
  builder.set("/blog", redirect_to("/blog/"));
  builder.set("/old", redirect_to("/blog/"));
  builder.set("/older.html", redirect_to("/blog/"));
  builder.set_not_found(resource_of(""));
  const auto files = plan_export(*builder.build(), false);
  EXPECT_THAT(paths_of(files.value()),
              ElementsAre("404.html", "blog/index.html", "old/index.html", "older.html"));
  EXPECT_EQ(*files.value()[1].body, "page");
}

TEST(PlanExport, PrefersThePageThatTheSiteHasFor404) {
  const auto files = plan_export(*snapshot_of({{"/404.html", "own"}}), false);
  ASSERT_EQ(files.value().size(), 1U);
  EXPECT_EQ(*files.value()[0].body, "own");
}

TEST(PlanExport, RefusesAFileAndAFolderOfOneName) {
  const auto files = plan_export(*snapshot_of({{"/a", ""}, {"/a/b/", ""}}), false);
  ASSERT_FALSE(files);
  EXPECT_THAT(files.error().message(), HasSubstr("a and a/b/index.html"));
}

class UnwritablePath : public testing::TestWithParam<std::string> {};

TEST_P(UnwritablePath, IsRefused) {
  const auto files = plan_export(*snapshot_of({{GetParam(), ""}}), false);
  ASSERT_FALSE(files);
  EXPECT_THAT(files.error().message(), HasSubstr("cannot be written as a file"));
}

INSTANTIATE_TEST_SUITE_P(Paths, UnwritablePath,
                         testing::Values("//", "/../a", "/a/../../b", "/a/..", "/.", "/a//b", "/a//",
                                         std::string("/a\0b", 4)));

}  // namespace
}  // namespace loom::build
