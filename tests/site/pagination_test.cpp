#include "site/pagination.h"

#include <gtest/gtest.h>

namespace loom::site {
namespace {

Paginator build(std::size_t paginate_by, std::vector<std::uint32_t> pages, bool reversed = false,
                std::string_view folder = "page") {
  return build_paginator({paginate_by, reversed, folder, "/blog/", "https://x.org/blog/"}, std::move(pages));
}

TEST(Pagination, TheFirstPagerHasThePathOfTheList) {
  const Paginator paginator = build(2, {5, 6, 7, 8, 9});
  ASSERT_EQ(paginator.pagers.size(), 3u);
  EXPECT_EQ(paginator.pagers[0].path, "/blog/");
  EXPECT_EQ(paginator.pagers[1].path, "/blog/page/2/");
  EXPECT_EQ(paginator.pagers[2].permalink, "https://x.org/blog/page/3/");
  EXPECT_EQ(paginator.pagers[2].begin, 4u);
  EXPECT_EQ(paginator.pagers[2].end, 5u);
  EXPECT_EQ(paginator.base_url, "https://x.org/blog/page/");
}

TEST(Pagination, ExactMultiplesMakeNoEmptyPager) {
  EXPECT_EQ(build(2, {1, 2, 3, 4}).pagers.size(), 2u);
}

TEST(Pagination, AnEmptyListHasOnePager) {
  const Paginator paginator = build(2, {});
  ASSERT_EQ(paginator.pagers.size(), 1u);
  EXPECT_EQ(paginator.pagers[0].begin, paginator.pagers[0].end);
}

TEST(Pagination, ReversedListsTurnAround) {
  EXPECT_EQ(build(2, {1, 2, 3}, true).pages.front(), 3u);
}

TEST(Pagination, AnEmptyPaginatePathNumbersDirectly) {
  EXPECT_EQ(build(1, {1, 2}, false, "").pagers[1].path, "/blog/2/");
}

}  // namespace
}  // namespace loom::site
