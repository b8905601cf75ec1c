#include "base/diagnostics_text.h"

#include <fmt/format.h>

#include "base/escape.h"
#include "base/utf8.h"

namespace loom::base {
namespace {

constexpr std::size_t kShownCharactersMax = 160;

struct Palette {
  std::string_view severity;
  std::string_view dim;
  std::string_view bold;
  std::string_view off;
};

Palette palette_for(Severity severity, bool color) {
  if (!color) {
    return {};
  }
  return {severity == Severity::Error ? "\x1b[1;31m" : "\x1b[1;33m", "\x1b[2m", "\x1b[1m", "\x1b[0m"};
}

std::string printable(std::string_view text) {
  std::string shown;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\t') {
      shown += ' ';
    } else if (byte < 0x20 || byte == 0x7f) {
      shown += fmt::format("\\x{:02x}", byte);
    } else {
      shown += c;
    }
  }
  return find_invalid_utf8(shown) ? repair_utf8(shown) : shown;
}

/// The part of a long line around the caret, and where the caret stands in it.
struct Excerpt {
  std::string text;
  std::size_t caret = 0;
};

Excerpt excerpt_of(const Diagnostic& diagnostic) {
  const std::string line = repair_utf8(diagnostic.source_line);
  const std::size_t column = diagnostic.column == 0 ? 0 : diagnostic.column - 1;
  const std::size_t first = column > kShownCharactersMax / 2 ? column - kShownCharactersMax / 2 : 0;
  const std::size_t skipped_bytes = prefix_bytes(line, first);
  const std::string_view rest = std::string_view(line).substr(skipped_bytes);
  const std::string_view shown = rest.substr(0, prefix_bytes(rest, kShownCharactersMax));
  const std::string_view before = shown.substr(0, prefix_bytes(shown, column - first));
  return {printable(shown), count_characters(printable(before))};
}

void append_excerpt(std::string& out, const Diagnostic& diagnostic, const Palette& palette) {
  const std::string number = fmt::format("{}", diagnostic.line);
  const std::string margin(number.size(), ' ');
  const Excerpt excerpt = excerpt_of(diagnostic);
  out += fmt::format("{} {} |{} {}\n", palette.dim, number, palette.off, excerpt.text);
  if (diagnostic.column != 0) {
    const std::size_t room = kShownCharactersMax > excerpt.caret ? kShownCharactersMax - excerpt.caret : 1;
    const std::size_t carets = std::min<std::size_t>(std::max<std::uint32_t>(diagnostic.length, 1), room);
    out +=
        fmt::format("{} {} |{} {}{}{}{}\n", palette.dim, margin, palette.off, std::string(excerpt.caret, ' '),
                    palette.severity, std::string(carets, '^'), palette.off);
  }
}

std::string place_of(const Diagnostic& diagnostic) {
  std::string place = printable(diagnostic.file);
  if (diagnostic.line != 0) {
    place += fmt::format(":{}", diagnostic.line);
    if (diagnostic.column != 0) {
      place += fmt::format(":{}", diagnostic.column);
    }
  }
  return place;
}

}  // namespace

std::string format_diagnostic(const Diagnostic& diagnostic, bool color) {
  const Palette palette = palette_for(diagnostic.severity, color);
  const std::string_view word = diagnostic.severity == Severity::Error ? "error" : "warning";
  std::string out = fmt::format("{}{}{}: {}{}{}\n", palette.severity, word, palette.off, palette.bold,
                                printable(diagnostic.message), palette.off);
  if (!diagnostic.file.empty()) {
    out += fmt::format("{}  -->{} {}\n", palette.dim, palette.off, place_of(diagnostic));
  }
  if (diagnostic.line != 0 && !diagnostic.source_line.empty()) {
    append_excerpt(out, diagnostic, palette);
  }
  for (const std::string& step : diagnostic.trail) {
    out += fmt::format("{}   = {}{}\n", palette.dim, printable(step), palette.off);
  }
  if (!diagnostic.hint.empty()) {
    out += fmt::format("   help: {}\n", printable(diagnostic.hint));
  }
  return out;
}

std::string format_diagnostics(const Diagnostics& diagnostics, bool color) {
  std::string out;
  for (const Diagnostic& item : diagnostics.items()) {
    out += format_diagnostic(item, color);
    out += '\n';
  }
  const auto counted = [](std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
  };
  if (!diagnostics.empty()) {
    out += fmt::format("{}, {}\n", counted(diagnostics.error_count(), "error"),
                       counted(diagnostics.warning_count(), "warning"));
  }
  return out;
}

std::string diagnostics_json(const Diagnostics& diagnostics) {
  std::string out = "[";
  for (const Diagnostic& item : diagnostics.items()) {
    out += out.size() > 1 ? "," : "";
    out += fmt::format(
        R"({{"severity":"{}","file":{},"line":{},"column":{},"length":{},"message":{},"source_line":{},"hint":{},"trail":[)",
        item.severity == Severity::Error ? "error" : "warning", json_quoted(item.file), item.line,
        item.column, item.length, json_quoted(item.message), json_quoted(item.source_line),
        json_quoted(item.hint));
    for (std::size_t i = 0; i < item.trail.size(); ++i) {
      out += (i != 0 ? "," : "") + json_quoted(item.trail[i]);
    }
    out += "]}";
  }
  return out + "]";
}

}  // namespace loom::base
