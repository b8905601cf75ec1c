#include "migration/markup_text.h"

#include <array>

#include "base/ascii.h"

namespace loom::migration {

namespace {

constexpr auto kVerbatim = std::to_array<std::string_view>({"pre", "script", "style", "textarea"});

/// The verbatim element that is open behind the line, "" for none. `open`: the one before it.
std::string_view open_after(std::string_view line, std::string_view open) {
  const std::string lower = base::lower_ascii(line);
  for (std::size_t at = lower.find('<'); at != std::string::npos; at = lower.find('<', at + 1)) {
    const std::string_view rest = std::string_view(lower).substr(at + 1);
    if (!open.empty()) {
      open = rest.starts_with("/" + std::string(open)) ? std::string_view() : open;
      continue;
    }
    for (const std::string_view name : kVerbatim) {
      const bool is_whole =
          rest.size() == name.size() || (rest.size() > name.size() && !base::is_alnum(rest[name.size()]));
      open = rest.starts_with(name) && is_whole ? name : open;
    }
  }
  return open;
}

}  // namespace

std::string html_for_markdown(std::string_view html) {
  std::string out;
  std::string_view open;
  for (const std::string_view line : base::split(html, '\n')) {
    const bool is_verbatim = !open.empty();
    const bool is_blank = base::trim(line).empty();
    const bool is_text = open == "pre" || open == "textarea";
    open = open_after(line, open);
    if (is_verbatim) {
      // An empty line would end the block of HTML.
      out += is_blank ? (is_text ? "&#32;\n" : "") : std::string(line) + "\n";
    } else if (!is_blank) {
      out += std::string(base::trim(line)) + "\n";
    }
  }
  return out;
}

}  // namespace loom::migration
