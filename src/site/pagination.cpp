#include "site/pagination.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/escape.h"

namespace loom::site {

Paginator build_paginator(const PaginatorInput& input, std::vector<std::uint32_t> pages) {
  LOOM_CHECK(input.paginate_by > 0);
  Paginator paginator;
  paginator.paginate_by = input.paginate_by;
  const std::string folder = input.paginate_path.empty() ? "" : std::string(input.paginate_path) + "/";
  paginator.base_path = std::string(input.path) + folder;
  paginator.base_url = std::string(input.permalink) + base::url_path_encoded(folder);
  paginator.pages = std::move(pages);
  if (input.reversed) {
    std::reverse(paginator.pages.begin(), paginator.pages.end());
  }
  const std::size_t page_count = paginator.pages.size();
  const std::size_t pager_count =
      std::max<std::size_t>(1, (page_count + input.paginate_by - 1) / input.paginate_by);
  for (std::size_t i = 0; i < pager_count; ++i) {
    Pager pager;
    pager.index = i + 1;
    const std::string number = std::to_string(i + 1) + "/";
    pager.path = i == 0 ? std::string(input.path) : paginator.base_path + number;
    pager.permalink = i == 0 ? std::string(input.permalink) : paginator.base_url + number;
    pager.begin = i * input.paginate_by;
    pager.end = std::min(pager.begin + input.paginate_by, page_count);
    paginator.pagers.push_back(std::move(pager));
  }
  return paginator;
}

}  // namespace loom::site
