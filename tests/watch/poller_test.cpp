#include "watch/poller.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace loom::watch {

static bool operator==(const Change& a, const Change& b) {
  return a.path == b.path && a.kind == b.kind;
}

namespace {

using support::TempFolder;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(Poller, SeesNothingWhenNothingChanges) {
  const TempFolder site;
  site.write("content/a.md", "one");
  Poller poller({site.path(), {}, ""});
  poller.add_folder("");
  EXPECT_THAT(poller.find_changes(), IsEmpty());
}

TEST(Poller, SeesWritesArrivalsAndDeletionsOnce) {
  const TempFolder site;
  site.write("content/a.md", "one");
  site.write("content/b.md", "one");
  Poller poller({site.path(), {}, ""});
  poller.add_folder("");
  site.write("content/a.md", "longer");
  site.remove("content/b.md");
  site.write("content/new/c.md", "one");
  EXPECT_THAT(poller.find_changes(), UnorderedElementsAre(Change{"content/a.md", ChangeKind::Writing},
                                                          Change{"content/b.md", ChangeKind::Gone},
                                                          Change{"content/new", ChangeKind::Ready},
                                                          Change{"content/new/c.md", ChangeKind::Writing}));
  EXPECT_THAT(poller.find_changes(), IsEmpty());
}

TEST(Poller, SeesAFileThatBecomesAFolder) {
  const TempFolder site;
  site.write("a", "one");
  Poller poller({site.path(), {}, ""});
  poller.add_folder("");
  site.remove("a");
  site.make_folder("a");
  EXPECT_THAT(poller.find_changes(), ElementsAre(Change{"a", ChangeKind::Ready}));
}

TEST(Poller, LooksOnlyAtItsFolders) {
  const TempFolder site;
  site.write("polled/a.md", "one");
  site.write("watched/a.md", "one");
  Poller poller({site.path(), {}, ""});
  poller.add_folder("polled");
  poller.add_folder("polled");
  poller.add_folder("polled/below");
  EXPECT_EQ(poller.folder_count(), 1U);
  site.write("watched/a.md", "longer");
  site.write("polled/a.md", "longer");
  EXPECT_THAT(poller.find_changes(), ElementsAre(Change{"polled/a.md", ChangeKind::Writing}));
}

}  // namespace
}  // namespace loom::watch
