// Tested by tests/site/front_matter_test.cpp.
#include "site/front_matter_block.h"

#include <algorithm>

#include "base/ascii.h"

namespace loom::site {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Line {
  std::string_view text;
  std::size_t next = 0;
};

Line line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  std::string_view line = text.substr(begin, end - begin);
  while (!line.empty() && base::is_space(line.back())) {
    line.remove_suffix(1);
  }
  return {line, std::min(end + 1, text.size())};
}

bool starts_with_key(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon != 0 &&
         std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return base::is_alnum(c) || c == '_' || c == '-' || c == '"'; });
}

/// `---` may also be a rule between paragraphs: it opens metadata when a key follows, or its own end.
bool opens_yaml(std::string_view text, std::size_t begin) {
  for (Line line = line_at(text, begin);; line = line_at(text, line.next)) {
    if (line.text == "---" || starts_with_key(line.text)) {
      return true;
    }
    if ((!line.text.empty() && line.text.front() != '#') || line.next == text.size()) {
      return false;
    }
  }
}

/// Metadata may follow a byte-order mark and blank lines.
Line skip_to_first_line(std::string_view text, FrontMatterBlock& block, std::size_t& begin) {
  begin = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  block.body_offset = begin;
  Line line = line_at(text, begin);
  while (line.text.empty() && line.next < text.size()) {
    begin = line.next;
    line = line_at(text, begin);
    ++block.first_line;
  }
  return line;
}

}  // namespace

FrontMatterBlock find_front_matter_block(std::string_view text) {
  FrontMatterBlock block;
  std::size_t begin = 0;
  const Line opening = skip_to_first_line(text, block, begin);
  const std::string_view marker = opening.text;
  if (marker != "+++" && !(marker == "---" && opens_yaml(text, opening.next))) {
    return block;
  }
  block.syntax = marker == "+++" ? FrontMatterSyntax::Toml : FrontMatterSyntax::Yaml;
  const std::uint32_t opening_line = block.first_line++;
  std::uint32_t line_number = block.first_line;
  for (std::size_t at = opening.next; at < text.size(); ++line_number) {
    const Line line = line_at(text, at);
    if (line.text == marker) {
      block.text = text.substr(opening.next, at - opening.next);
      block.body_offset = line.next;
      block.body_line = line_number + 1;
      return block;
    }
    at = line.next;
  }
  block.is_open = true;
  block.first_line = opening_line;
  return block;
}

}  // namespace loom::site
