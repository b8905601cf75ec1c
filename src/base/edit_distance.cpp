#include "base/edit_distance.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"

namespace loom::base {
namespace {

constexpr std::size_t kDistanceMax = 3;

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost 1.
std::size_t distance_between(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
        continue;
      }
      const std::size_t substitution =
          rows[i - 1][j - 1] + (to_lower(a[i - 1]) != to_lower(b[j - 1]) ? 1 : 0);
      rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, substitution});
      if (i > 1 && j > 1 && to_lower(a[i - 1]) == to_lower(b[j - 2]) &&
          to_lower(a[i - 2]) == to_lower(b[j - 1])) {
        rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> find_nearest_name(std::string_view name, std::span<const std::string> candidates) {
  const std::string* nearest = nullptr;
  std::size_t nearest_distance = kDistanceMax + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(name.size(), candidate.size());
    const std::size_t shorter = std::min(name.size(), candidate.size());
    if (longer - shorter > kDistanceMax) {
      continue;
    }
    const std::size_t distance = distance_between(name, candidate);
    if (distance < nearest_distance && distance <= std::max<std::size_t>(1, longer / 3)) {
      nearest = &candidate;
      nearest_distance = distance;
    }
  }
  return nearest == nullptr ? std::nullopt : std::optional<std::string>(*nearest);
}

}  // namespace loom::base
