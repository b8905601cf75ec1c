#include "site/located_data.h"

#include <gtest/gtest.h>

namespace loom::site {
namespace {

TEST(LocatedData, FindsTheNearestPlaceAround) {
  LocatedData data;
  data.places["extra"] = {3, 1};
  data.places["extra.menu"] = {4, 5};
  EXPECT_EQ(data.find_place("extra.menu.0.name").line, 4u);
  EXPECT_EQ(data.find_place("extra.other#key").line, 3u);
  EXPECT_EQ(data.find_place("title").line, 0u);
}

TEST(LocatedData, AnErrorShowsItsLineOfAPartOfAFile) {
  const DataText input{"content/a.md", "one\ntwo\r\nthree", 5, {}};
  const base::Diagnostic error = make_error_in(input, {6, 2}, "wrong");
  EXPECT_EQ(error.file, "content/a.md");
  EXPECT_EQ(error.line, 6u);
  EXPECT_EQ(error.column, 2u);
  EXPECT_EQ(error.source_line, "two");
  EXPECT_EQ(make_error_in(input, {99, 1}, "x").source_line, "");
  EXPECT_EQ(make_error_in(input, {0, 0}, "x").source_line, "");
}

}  // namespace
}  // namespace loom::site
