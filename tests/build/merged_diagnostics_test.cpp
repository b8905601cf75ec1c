#include "build/merged_diagnostics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loom::build {
namespace {

using testing::ElementsAre;

base::Diagnostic mistake(std::uint32_t line, std::vector<std::string> trail) {
  base::Diagnostic diagnostic;
  diagnostic.file = "templates/page.html";
  diagnostic.line = line;
  diagnostic.message = "wrong";
  diagnostic.trail = std::move(trail);
  return diagnostic;
}

std::vector<std::string> last_trails(const std::vector<base::Diagnostic>& found) {
  base::Diagnostics in;
  for (const base::Diagnostic& item : found) {
    in.add(item);
  }
  base::Diagnostics out;
  add_merged(out, in);
  std::vector<std::string> trails;
  for (const base::Diagnostic& item : out.items()) {
    trails.push_back(item.trail.empty() ? "" : item.trail.back());
  }
  return trails;
}

TEST(MergedDiagnostics, OneMistakeOnSeveralPagesIsSaidOnce) {
  EXPECT_THAT(last_trails({mistake(1, {"while rendering a.md"})}), ElementsAre("while rendering a.md"));
  EXPECT_THAT(last_trails({mistake(1, {"while rendering a.md"}), mistake(1, {"while rendering b.md"})}),
              ElementsAre("while rendering a.md and 1 more page"));
  EXPECT_THAT(last_trails({mistake(1, {"while rendering a.md"}), mistake(1, {"while rendering b.md"}),
                           mistake(1, {"while rendering c.md"})}),
              ElementsAre("while rendering a.md and 2 more pages"));
}

TEST(MergedDiagnostics, OthersStayAsTheyAre) {
  EXPECT_THAT(last_trails({mistake(1, {"while rendering a.md"}), mistake(2, {"while rendering a.md"}),
                           mistake(3, {}), mistake(3, {})}),
              ElementsAre("while rendering a.md", "while rendering a.md", "", ""));
}

}  // namespace
}  // namespace loom::build
