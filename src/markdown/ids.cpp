#include "markdown/ids.h"

#include <utility>

namespace loom::markdown {

void IdRegistry::reserve(std::string_view id) {
  taken_.try_emplace(std::string(id), 0);
}

std::string IdRegistry::take_unique(std::string wanted) {
  const auto [entry, is_new] = taken_.try_emplace(wanted, 0);
  if (is_new) {
    return wanted;
  }
  std::string candidate;
  std::uint32_t& suffix = entry->second;
  do {
    ++suffix;
    candidate = wanted + "-" + std::to_string(suffix);
  } while (taken_.contains(candidate));
  taken_.emplace(candidate, 0);
  return candidate;
}

}  // namespace loom::markdown
