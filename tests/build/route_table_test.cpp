#include "build/route_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/snapshot_text.h"

namespace loom::build {
namespace {

using support::resource_of;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(RouteTable, TwoClaimsOfOnePathAreAnErrorThatNamesBoth) {
  RouteTable routes;
  base::Diagnostics diagnostics;
  routes.add("/a/", "content/a.md", resource_of("first"), diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  routes.add("/a/", "static/a/index.html", resource_of("second"), diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].file, "static/a/index.html");
  EXPECT_THAT(diagnostics.items()[0].message, testing::HasSubstr("content/a.md"));
}

TEST(RouteTable, ADefaultGivesWayWhicheverComesFirst) {
  RouteTable routes;
  base::Diagnostics diagnostics;
  const auto own = resource_of("own");
  routes.add_default("/robots.txt", "robots.txt", resource_of("default"));
  routes.add("/robots.txt", "static/robots.txt", own, diagnostics);
  routes.add("/atom.xml", "static/atom.xml", own, diagnostics);
  routes.add_default("/atom.xml", "atom.xml", resource_of("default"));
  EXPECT_TRUE(diagnostics.empty());
  const auto published = routes.publish(nullptr, resource_of("none"), "/");
  EXPECT_EQ(*published.snapshot->find("/robots.txt"), own);
  EXPECT_EQ(*published.snapshot->find("/atom.xml"), own);
  EXPECT_EQ(routes.size(), 2U);
}

TEST(RouteTable, OnceADefaultGaveWayTheNextClaimIsAnError) {
  RouteTable routes;
  base::Diagnostics diagnostics;
  routes.add_default("/a", "default", resource_of("1"));
  routes.add("/a", "one", resource_of("2"), diagnostics);
  routes.add("/a", "two", resource_of("3"), diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 1U);
}

TEST(RouteTable, ChangedPathsAreTheNewTheOtherAndTheGoneOnesInOrder) {
  base::Diagnostics diagnostics;
  const auto same = resource_of("same");
  const auto not_found = resource_of("none");
  RouteTable before;
  before.add("/gone", "", resource_of("gone"), diagnostics);
  before.add("/other", "", resource_of("old"), diagnostics);
  before.add("/same", "", same, diagnostics);
  const auto first = before.publish(nullptr, not_found, "/");
  EXPECT_THAT(first.changed_paths, ElementsAre("/404.html", "/gone", "/other", "/same"));

  RouteTable after;
  after.add("/new", "", resource_of("new"), diagnostics);
  after.add("/other", "", resource_of("new"), diagnostics);
  after.add("/same", "", same, diagnostics);
  const auto second = after.publish(first.snapshot.get(), not_found, "/blog/");
  EXPECT_THAT(second.changed_paths, ElementsAre("/gone", "/new", "/other"));
  EXPECT_EQ(second.snapshot->find("/gone"), nullptr);
  EXPECT_EQ(second.snapshot->size(), 3U);
  EXPECT_EQ(second.snapshot->mount_path(), "/blog/");
  EXPECT_THAT(after.publish(second.snapshot.get(), not_found, "/blog/").changed_paths, IsEmpty());
}

TEST(RouteTable, AnotherPageForUnknownPathsIsAChange) {
  base::Diagnostics diagnostics;
  RouteTable routes;
  routes.add("/a", "", resource_of("a"), diagnostics);
  const auto first = routes.publish(nullptr, resource_of("old"), "/");
  const auto second = routes.publish(first.snapshot.get(), resource_of("new"), "/");
  EXPECT_THAT(second.changed_paths, ElementsAre("/404.html"));
}

}  // namespace
}  // namespace loom::build
