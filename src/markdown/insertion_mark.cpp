#include "markdown/insertion_mark.h"

#include <algorithm>
#include <charconv>

namespace loom::markdown {
namespace {

// U+FDD0 will never be a character (Unicode §23.7), so no text of an author's has it on purpose.
constexpr std::string_view kNoncharacter = "\xEF\xB7\x90";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kBegin = "@\xEF\xB7\x90";
constexpr std::string_view kEnd = "\xEF\xB7\x90@";

}  // namespace

void append_insertion_mark(std::string& text, std::size_t index) {
  text.append(kBegin).append(std::to_string(index)).append(kEnd);
}

void append_without_marks(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t at = text.find(kNoncharacter); at != std::string_view::npos;
       at = text.find(kNoncharacter, done)) {
    out.append(text.substr(done, at - done)).append(kReplacement);
    done = at + kNoncharacter.size();
  }
  out.append(text.substr(done));
}

std::optional<InsertionMark> find_insertion_mark(std::string_view text, std::size_t from) {
  for (std::size_t begin = text.find(kBegin, from); begin != std::string_view::npos;
       begin = text.find(kBegin, begin + kBegin.size())) {
    const std::string_view digits = text.substr(begin + kBegin.size());
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    const auto digit_count = static_cast<std::size_t>(end - digits.data());
    if (error == std::errc() && digits.substr(digit_count).starts_with(kEnd)) {
      return InsertionMark{begin, begin + kBegin.size() + digit_count + kEnd.size(), index};
    }
  }
  return std::nullopt;
}

}  // namespace loom::markdown
