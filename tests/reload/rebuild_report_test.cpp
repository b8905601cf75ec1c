#include "reload/rebuild_report.h"

#include <gtest/gtest.h>

namespace loom::reload {
namespace {

RebuildReport report_of(std::vector<std::string> sources) {
  RebuildReport report;
  report.changed_sources = std::move(sources);
  report.published = true;
  report.rendered_count = 4;
  report.changed_path_count = 2;
  report.duration = std::chrono::microseconds(3210);
  return report;
}

TEST(RebuildReport, OneLineSaysWhatChangedWhatWasDoneAndHowLongItTook) {
  EXPECT_EQ(rebuild_line(report_of({"content/a.md"})), "content/a.md: 4 rendered, 2 answers changed, 3.2 ms");
  RebuildReport one = report_of({"content/a.md"});
  one.changed_path_count = 1;
  EXPECT_EQ(rebuild_line(one), "content/a.md: 4 rendered, 1 answer changed, 3.2 ms");
}

TEST(RebuildReport, ManySourcesAreCounted) {
  EXPECT_TRUE(rebuild_line(report_of({"a", "b"})).starts_with("a, b: "));
  EXPECT_TRUE(rebuild_line(report_of({"a", "b", "c", "d"})).starts_with("a, b and 2 more: "));
  EXPECT_TRUE(rebuild_line(report_of({})).starts_with("by the clock: "));
}

TEST(RebuildReport, ErrorsSayThatTheSiteFromBeforeStays) {
  RebuildReport report = report_of({"a"});
  report.published = false;
  report.diagnostics.add({});
  EXPECT_EQ(rebuild_line(report), "a: 1 error, the site from before stays (3.2 ms)");
  report.diagnostics.add({});
  EXPECT_EQ(rebuild_line(report), "a: 2 errors, the site from before stays (3.2 ms)");
}

TEST(RebuildReport, AMendedSiteIsWellAgain) {
  RebuildReport report = report_of({"a"});
  report.is_mended = true;
  EXPECT_TRUE(rebuild_line(report).ends_with("the site is well again"));
}

}  // namespace
}  // namespace loom::reload
