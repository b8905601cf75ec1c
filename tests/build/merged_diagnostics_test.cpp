#include "build/merged_diagnostics.h"

#include <gmock/gmock.h>

namespace loom::build {
namespace {

using ::testing::ElementsAre;

base::Diagnostic mistake_on(const std::string& page, std::uint32_t line = 3) {
  base::Diagnostic diagnostic;
  diagnostic.file = "templates/page.html";
  diagnostic.line = line;
  diagnostic.message = "unknown variable";
  diagnostic.trail = {"in the macro `m`", "while rendering " + page};
  return diagnostic;
}

TEST(MergedDiagnostics, SaysOneMistakeOfManyPagesOnce) {
  base::Diagnostics found;
  for (const char* page : {"a.md", "b.md", "c.md"}) {
    found.add(mistake_on(page));
  }
  base::Diagnostics out;
  add_merged(out, found);
  ASSERT_EQ(out.items().size(), 1U);
  EXPECT_THAT(out.items()[0].trail, ElementsAre("in the macro `m`", "while rendering a.md and 2 more pages"));
}

TEST(MergedDiagnostics, KeepsDifferentPlacesApart) {
  base::Diagnostics found;
  found.add(mistake_on("a.md", 3));
  found.add(mistake_on("a.md", 4));
  base::Diagnostic without_page;
  without_page.message = "plain";
  found.add(without_page);
  found.add(without_page);
  base::Diagnostics out;
  add_merged(out, found);
  EXPECT_EQ(out.items().size(), 4U);
  EXPECT_EQ(out.items()[0].trail.back(), "while rendering a.md");
}

}  // namespace
}  // namespace loom::build
