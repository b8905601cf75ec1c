// The ids of one document: no two are equal. One thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace loom::markdown {

class IdRegistry {
 public:
  /// Takes `id` as it is, whether or not it was taken before: authors choose their own ids.
  void reserve(std::string_view id);

  /// `wanted`, or "wanted-1", "wanted-2", ... when it is taken.
  std::string take_unique(std::string wanted);

 private:
  /// Id to the last suffix tried.
  std::unordered_map<std::string, std::uint32_t> taken_;
};

}  // namespace loom::markdown
