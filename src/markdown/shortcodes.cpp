#include "markdown/shortcodes.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "markdown/line_reader.h"

namespace loom::markdown {
namespace {

std::string_view without_leading_blanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

std::string_view take_name(std::string_view& text, std::string_view extra) {
  std::size_t end = 0;
  while (end < text.size() &&
         (base::is_alnum(text[end]) || extra.find(text[end]) != std::string_view::npos)) {
    ++end;
  }
  const std::string_view name = text.substr(0, end);
  text.remove_prefix(end);
  return name;
}

std::optional<ShortcodeUse> match_hugo(std::string_view text) {
  text = without_leading_blanks(text);
  if (text.starts_with('/')) {
    return std::nullopt;
  }
  const std::string_view name = take_name(text, "_-./");
  if (name.empty()) {
    return std::nullopt;
  }
  return ShortcodeUse{std::string(name), 0, ShortcodeKind::Hugo};
}

std::optional<ShortcodeUse> match_zola(std::string_view text) {
  text = without_leading_blanks(text);
  if (text.empty() || base::is_digit(text.front())) {
    return std::nullopt;
  }
  const std::string_view name = take_name(text, "_");
  if (name.empty() || !text.starts_with('(')) {
    return std::nullopt;
  }
  return ShortcodeUse{std::string(name), 0, ShortcodeKind::Zola};
}

/// `text` begins with "{".
std::optional<ShortcodeUse> match_shortcode(std::string_view text) {
  if (text.starts_with("{{<") || text.starts_with("{{%")) {
    return match_hugo(text.substr(3));
  }
  if (text.starts_with("{{") || text.starts_with("{%")) {
    return match_zola(text.substr(2));
  }
  return std::nullopt;
}

/// The end of the code span that begins with the backticks at `begin`, or of the backticks when none does.
std::size_t code_span_end(std::string_view line, std::size_t begin) {
  const std::size_t after = std::min(line.find_first_not_of('`', begin), line.size());
  const std::string_view fence = line.substr(begin, after - begin);
  std::size_t close = line.find(fence, after);
  while (close != std::string_view::npos) {
    const std::size_t close_end = std::min(line.find_first_not_of('`', close), line.size());
    if (close_end - close == fence.size()) {
      return close_end;
    }
    close = line.find(fence, close_end);
  }
  return after;
}

/// Longer lines are generated text; looking for the ends of their code spans could take long.
constexpr std::size_t kLineBytesMax = std::size_t{16} * 1024;

void scan_line(std::string_view line, std::uint32_t number, std::vector<ShortcodeUse>& uses) {
  std::size_t place = line.find_first_of("`{");
  while (place < line.size()) {
    std::size_t next = place + 1;
    if (line[place] == '`') {
      next = code_span_end(line, place);
    } else if (auto use = match_shortcode(line.substr(place))) {
      use->line = number;
      uses.push_back(std::move(*use));
      next = place + 2;
    }
    place = line.find_first_of("`{", next);
  }
}

bool may_hold_shortcode(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos;
}

}  // namespace

std::vector<ShortcodeUse> find_shortcodes(std::string_view text, const std::vector<CodeLines>& code) {
  std::vector<ShortcodeUse> uses;
  if (!may_hold_shortcode(text)) {
    return uses;
  }
  LineReader lines(text);
  auto block = code.begin();
  while (lines.next()) {
    while (block != code.end() && block->last < lines.number()) {
      ++block;
    }
    const bool is_code = block != code.end() && block->first <= lines.number();
    if (!is_code && lines.line().size() <= kLineBytesMax && may_hold_shortcode(lines.line())) {
      scan_line(lines.line(), lines.number(), uses);
    }
  }
  return uses;
}

}  // namespace loom::markdown
