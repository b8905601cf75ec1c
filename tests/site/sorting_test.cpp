#include "site/sorting.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "support/site_model.h"

namespace loom::site {
namespace {

TEST(Sorting, NaturalOrderIsThatOfAPerson) {
  std::vector<std::string> titles = {"Track-13", "Métro", "bachata", "underground", "Track-2",
                                     "meter",    "BART",  "Track-3", "bolero"};
  std::sort(titles.begin(), titles.end(), natural_less);
  EXPECT_EQ(titles, (std::vector<std::string>{"bachata", "BART", "bolero", "meter", "Métro", "Track-2",
                                              "Track-3", "Track-13", "underground"}));
}

TEST(Sorting, CharactersThatAreNoLettersComeFirst) {
  std::vector<std::string> titles = {"C4",  "C++",       "C",     "a-b", "ab",
                                     "a b", "Österrike", "ольга", "pan", "(x)"};
  std::sort(titles.begin(), titles.end(), natural_less);
  EXPECT_EQ(titles, (std::vector<std::string>{"(x)", "a b", "a-b", "ab", "C", "C++", "C4", "ольга",
                                              "Österrike", "pan"}));
}

TEST(Sorting, NumbersWithLeadingZerosAndEqualTexts) {
  EXPECT_TRUE(natural_less("a2", "a10"));
  EXPECT_TRUE(natural_less("a", "a1"));
  EXPECT_FALSE(natural_less("a1", "a1"));
  EXPECT_FALSE(natural_less("a01", "a1"));
  EXPECT_TRUE(natural_less("x99999999999999999998", "x99999999999999999999"));
}

std::string sorted(std::string_view sort_by) {
  const support::SiteModel model(
      "--- config.toml\nbase_url = \"https://x.org\"\n--- content/_index.md\n+++\nsort_by = \"" +
      std::string(sort_by) + R"("
+++
--- content/a.md
+++
title = "Zebra"
weight = 2
date = 2024-01-01
+++
--- content/b.md
+++
title = "apple 10"
weight = 10
updated = 2026-01-01
+++
--- content/c.md
+++
title = "Apple 9"
date = 2025-01-01
+++
--- content/d.md
+++
date = 2025-01-01
weight = 2
+++
)");
  const Section& root = model.section("_index.md");
  return model.names(root.pages) + " | " + model.names(root.ignored_pages);
}

TEST(Sorting, ByEachField) {
  EXPECT_EQ(sorted("date"), "c.md d.md a.md | b.md");
  EXPECT_EQ(sorted("update_date"), "b.md c.md d.md a.md | ");
  EXPECT_EQ(sorted("weight"), "a.md d.md b.md | c.md");
  EXPECT_EQ(sorted("title"), "c.md b.md a.md | d.md");
  EXPECT_EQ(sorted("title_bytes"), "c.md a.md b.md | d.md");
  EXPECT_EQ(sorted("slug"), "a.md b.md c.md d.md | ");
  EXPECT_EQ(sorted("permalink"), "a.md b.md c.md d.md | ");
  EXPECT_EQ(sorted("none"), "c.md d.md a.md b.md | ");
}

}  // namespace
}  // namespace loom::site
