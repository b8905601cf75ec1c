// A long list of pages cut into pages of a list ("pagers"). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loom::site {

struct Pager {
  /// From 1.
  std::size_t index = 1;
  std::string path;
  std::string permalink;
  /// Range of Paginator::pages.
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Paginator {
  std::size_t paginate_by = 0;
  /// "/blog/page/", the folder of the numbered pagers.
  std::string base_path;
  std::string base_url;
  /// In the order of listing (reversed when `paginate_reversed`).
  std::vector<std::uint32_t> pages;
  /// At least one. The first has the path of the list itself; "/blog/page/1/" redirects there.
  std::vector<Pager> pagers;
};

struct PaginatorInput {
  std::size_t paginate_by = 0;
  bool reversed = false;
  std::string_view paginate_path;
  std::string_view path;
  std::string_view permalink;
};

/// Requires: paginate_by > 0; path and permalink end with '/'.
Paginator build_paginator(const PaginatorInput& input, std::vector<std::uint32_t> pages);

}  // namespace loom::site
