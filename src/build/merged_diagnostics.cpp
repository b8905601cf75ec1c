#include "build/merged_diagnostics.h"

#include <fmt/format.h>
#include <map>
#include <tuple>

namespace loom::build {
namespace {

constexpr std::string_view kRendering = "while rendering ";

bool names_a_page(const base::Diagnostic& diagnostic) {
  return !diagnostic.trail.empty() && diagnostic.trail.back().starts_with(kRendering);
}

}  // namespace

void add_merged(base::Diagnostics& out, const base::Diagnostics& found) {
  using Key = std::tuple<std::string, std::uint32_t, std::uint32_t, std::string>;
  std::map<Key, std::size_t> counts;
  for (const base::Diagnostic& item : found.items()) {
    if (names_a_page(item)) {
      ++counts[{item.file, item.line, item.column, item.message}];
    }
  }
  for (base::Diagnostic item : found.items()) {
    if (!names_a_page(item)) {
      out.add(std::move(item));
      continue;
    }
    std::size_t& count = counts[{item.file, item.line, item.column, item.message}];
    if (count == 0) {
      continue;
    }
    if (count > 1) {
      item.trail.back() += fmt::format(" and {} more page{}", count - 1, count == 2 ? "" : "s");
    }
    count = 0;
    out.add(std::move(item));
  }
}

}  // namespace loom::build
