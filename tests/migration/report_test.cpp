#include "migration/report.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

TEST(Report, NamesFileLineAndWhatToDoOnOneLineEach) {
  NewSite site;
  site.leave("a\nb.md", 3, "left", "do it");
  site.leave("c", 0, "whole");
  site.lost_paths = {{"/x", "gone"}};
  const std::string text = render_report(site);
  EXPECT_NE(text.find("- a b.md:3: left (do it)\n- c: whole\n"), std::string::npos) << text;
  EXPECT_NE(text.find("- /x: gone\n"), std::string::npos) << text;
}

TEST(Report, JsonHoldsTheNumbers) {
  ImportReport report;
  report.page_count = 2;
  report.addresses = {5, 3, 1};
  report.lost_paths = {{"/\"x\"", "y"}};
  EXPECT_EQ(render_report_json(report),
            "{\"pages\":2,\"files\":0,\"addresses\":{\"old\":5,\"kept\":3,\"redirected\":1,"
            "\"lost\":[{\"path\":\"/\\\"x\\\"\",\"reason\":\"y\"}]},\"leftovers\":[]}\n");
}

}  // namespace
}  // namespace loom::migration
