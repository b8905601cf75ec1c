// The entry point of a fuzz target: libFuzzer calls it with every input it invents, replay.cpp with those of
// the corpus. A target aborts when the program breaks a promise.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace loom::fuzz {

inline std::string_view text_of_input(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Takes the text before the next line that holds nothing but `mark`, and the mark; all when there is none.
inline std::string_view take_part(std::string_view& rest, std::string_view mark) {
  std::size_t at = rest.find(mark);
  while (at != std::string_view::npos &&
         ((at != 0 && rest[at - 1] != '\n') ||
          (at + mark.size() < rest.size() && rest[at + mark.size()] != '\n'))) {
    at = rest.find(mark, at + 1);
  }
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size()
                                                  : std::min(rest.size(), at + mark.size() + 1));
  return part;
}

}  // namespace loom::fuzz
