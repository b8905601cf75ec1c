#include "build/assets/sass_messages.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "build/assets/sass_plan.h"

namespace loom::build {
namespace {

constexpr std::string_view kErrorMark = "Error: ";

/// "  sass/a.scss 3:10  root stylesheet"
struct Frame {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string_view role;
};

std::optional<Frame> parse_frame(std::string_view line) {
  if (!line.starts_with("  ")) {
    return std::nullopt;
  }
  line = base::trim(line);
  const std::size_t role_at = line.find("  ");
  const std::string_view place = line.substr(0, role_at);
  const std::size_t blank = place.rfind(' ');
  const std::size_t colon = place.rfind(':');
  if (role_at == std::string_view::npos || blank == std::string_view::npos ||
      colon == std::string_view::npos || colon < blank) {
    return std::nullopt;
  }
  const auto number = base::parse_unsigned(place.substr(blank + 1, colon - blank - 1));
  const auto column = base::parse_unsigned(place.substr(colon + 1));
  if (!number || !column) {
    return std::nullopt;
  }
  return Frame{site_path_of(place.substr(0, blank)), static_cast<std::uint32_t>(*number),
               static_cast<std::uint32_t>(*column), base::trim(line.substr(role_at))};
}

/// The lines of the frame that shows the source: ",", "3 | text", "  | ^^^", "'".
bool is_excerpt(std::string_view line) {
  std::string_view text = base::trim(line);
  if (text == "," || text == "'" || text.starts_with("...")) {
    return true;
  }
  text.remove_prefix(std::min(text.find_first_not_of("0123456789"), text.size()));
  return base::trim(text).starts_with('|');
}

std::string_view line_text(const site::SourceTree& tree, const Frame& frame) {
  const site::SourceFile* file = tree.find(frame.file);
  if (file == nullptr || !file->bytes) {
    return {};
  }
  std::string_view text = *file->bytes;
  for (std::uint32_t line = 1; line < frame.line; ++line) {
    const std::size_t end = text.find('\n');
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  return text.ends_with('\r') ? text.substr(0, text.size() - 1) : text;
}

std::uint32_t underline_length(const std::vector<std::string_view>& lines) {
  for (const std::string_view line : lines) {
    const std::size_t begin = line.find('^');
    if (begin != std::string_view::npos && line.find_first_not_of(" |") == begin) {
      return static_cast<std::uint32_t>(std::min(line.find_first_not_of('^', begin), line.size()) - begin);
    }
  }
  return 1;
}

/// `lines` is everything between one "Error: " and the next.
base::Diagnostic diagnostic_from(const std::vector<std::string_view>& lines, const site::SourceTree& tree) {
  base::Diagnostic diagnostic;
  diagnostic.message = "Sass: ";
  bool is_message = true;
  for (const std::string_view line : lines) {
    const auto frame = parse_frame(line);
    is_message = is_message && !is_excerpt(line) && !frame;
    if (is_message && !base::trim(line).empty()) {
      diagnostic.message += (diagnostic.message.ends_with(": ") ? "" : " ") + std::string(base::trim(line));
    } else if (frame && diagnostic.file.empty()) {
      diagnostic.file = frame->file;
      diagnostic.line = frame->line;
      diagnostic.column = frame->column;
      diagnostic.source_line = line_text(tree, *frame);
      diagnostic.length = underline_length(lines);
    } else if (frame) {
      diagnostic.trail.push_back("used by " + frame->file + ":" + std::to_string(frame->line));
    }
  }
  if (diagnostic.message.find("Can't find stylesheet") != std::string::npos) {
    diagnostic.hint = "imports are looked up beside the importing file, among the style sheets of the site";
  }
  return diagnostic;
}

bool is_same_mistake(const base::Diagnostic& a, const base::Diagnostic& b) {
  return a.file == b.file && a.line == b.line && a.column == b.column && a.message == b.message;
}

}  // namespace

base::Diagnostics parse_sass_errors(std::string_view output, const site::SourceTree& tree) {
  base::Diagnostics found;
  std::vector<std::string_view> lines;
  bool is_inside = false;
  const auto flush = [&] {
    if (!is_inside) {
      return;
    }
    base::Diagnostic diagnostic = diagnostic_from(lines, tree);
    const auto& known = found.items();
    if (std::none_of(known.begin(), known.end(),
                     [&](const base::Diagnostic& item) { return is_same_mistake(item, diagnostic); })) {
      found.add(std::move(diagnostic));
    }
    lines.clear();
  };
  for (std::string_view line : base::split(output, '\n')) {
    if (line.starts_with(kErrorMark)) {
      flush();
      is_inside = true;
      line.remove_prefix(kErrorMark.size());
    }
    if (is_inside) {
      lines.push_back(line);
    }
  }
  flush();
  return found;
}

}  // namespace loom::build
