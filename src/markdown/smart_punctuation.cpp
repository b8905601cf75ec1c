#include "markdown/smart_punctuation.h"

#include <array>
#include <utility>

namespace loom::markdown {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kSmartToPlain{{
    {"\u2013", "--"},
    {"\u2014", "---"},
    {"\u2026", "..."},
    {"\u2018", "'"},
    {"\u2019", "'"},
    {"\u201C", "\""},
    {"\u201D", "\""},
}};

/// All of the table begin with this byte, which begins nothing else that is frequent.
constexpr char kFirstByte = '\xE2';

std::string_view find_plain(std::string_view text) {
  for (const auto& [smart, plain] : kSmartToPlain) {
    if (text.starts_with(smart)) {
      return plain;
    }
  }
  return {};
}

}  // namespace

std::string plain_punctuation(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::string_view plain = text.front() == kFirstByte ? find_plain(text) : std::string_view();
    if (plain.empty()) {
      out += text.front();
      text.remove_prefix(1);
    } else {
      out += plain;
      text.remove_prefix(std::string_view("\u2013").size());
    }
  }
  return out;
}

}  // namespace loom::markdown
