#include "markdown/prescan.h"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

#include "base/ascii.h"
#include "markdown/limits.h"
#include "markdown/line_reader.h"
#include "markdown/nesting_meter.h"

namespace loom::markdown {
namespace {

/// Columns of a table when `line` is the line of dashes under its head, else 0.
std::uint64_t delimiter_row_columns(std::string_view line) {
  if (line.find('|') == std::string_view::npos || line.find('-') == std::string_view::npos ||
      line.find_first_not_of(" \t|-:>\r") != std::string_view::npos) {
    return 0;
  }
  return static_cast<std::uint64_t>(std::count(line.begin(), line.end(), '|')) + 1;
}

/// Width and cells of the table a line belongs to.
class TableMeter {
 public:
  /// Returns false when the table has become too large.
  bool measure(std::string_view line) {
    if (base::trim(line).empty()) {
      columns_ = 0;
      return true;
    }
    if (const std::uint64_t columns = delimiter_row_columns(line); columns > columns_) {
      columns_ = columns;
      cells_ = 0;
    }
    cells_ += columns_;
    return !is_too_wide() && cells_ <= kTableCellsMax;
  }
  // Two bars stand outside the columns.
  bool is_too_wide() const { return columns_ > kTableColumnsMax + 2; }

 private:
  std::uint64_t columns_ = 0;
  std::uint64_t cells_ = 0;
};

/// Brackets still open in the paragraph, and how many of them its closing brackets had before them.
class BracketMeter {
 public:
  /// Returns false when they have become too many.
  bool measure(std::string_view line) {
    if (base::trim(line).empty()) {
      *this = BracketMeter();
      return true;
    }
    for (std::size_t place = line.find_first_of("[]\\"); place < line.size();
         place = line.find_first_of("[]\\", place + 1)) {
      add(line[place]);
      place += line[place] == '\\' ? 1 : 0;
    }
    return steps_ <= kBracketStepsMax;
  }

 private:
  void add(char c) {
    if (c == '[') {
      ++open_;
    } else if (c == ']') {
      steps_ += open_;
      open_ -= std::min<std::uint64_t>(open_, 1);
    }
  }

  std::uint64_t open_ = 0;
  std::uint64_t steps_ = 0;
};

/// By searches for the rare byte, which are many times faster than looking at each.
std::uint64_t count(std::string_view text, char wanted) {
  std::uint64_t found = 0;
  for (std::size_t place = text.find(wanted); place != std::string_view::npos;
       place = text.find(wanted, place + 1)) {
    ++found;
  }
  return found;
}

/// Most texts have so few brackets that no arrangement of them can be too much.
bool needs_bracket_meter(std::string_view text) {
  return count(text, '[') * count(text, ']') > kBracketStepsMax;
}

LimitBreach size_breach() {
  return {kTextBytesMax, fmt::format("the text is longer than {} MiB", kTextBytesMax / (1024 * 1024)),
          "split it into several pages"};
}

LimitBreach nesting_breach(std::size_t offset) {
  return {offset, fmt::format("quotes and lists are nested more than {} deep", kNestingMax),
          "take away some of the \">\" and list markers, or put a backslash before the first"};
}

LimitBreach table_breach(std::size_t offset, bool too_wide) {
  if (too_wide) {
    return {offset, fmt::format("a table has more than {} columns", kTableColumnsMax),
            "split the table, or turn its rows into columns"};
  }
  return {offset, fmt::format("a table has more than {} cells", kTableCellsMax), "split the table"};
}

LimitBreach bracket_breach(std::size_t offset) {
  return {offset, "a paragraph has too many square brackets that are never closed",
          "put a backslash before each \"[\" that opens no link"};
}

class Scan {
 public:
  explicit Scan(std::string_view text) : meters_brackets_(needs_bracket_meter(text)) {}

  std::optional<LimitBreach> check(std::string_view line, std::size_t offset) {
    if (nesting_.measure(line) > kNestingMax) {
      return nesting_breach(offset);
    }
    if (!table_.measure(line)) {
      return table_breach(offset, table_.is_too_wide());
    }
    if (meters_brackets_ && !brackets_.measure(line)) {
      return bracket_breach(offset);
    }
    return std::nullopt;
  }

 private:
  bool meters_brackets_;
  NestingMeter nesting_;
  TableMeter table_;
  BracketMeter brackets_;
};

}  // namespace

std::optional<LimitBreach> find_limit_breach(std::string_view text) {
  if (text.size() > kTextBytesMax) {
    return size_breach();
  }
  Scan scan(text);
  LineReader lines(text);
  while (lines.next()) {
    if (auto breach = scan.check(lines.line(), lines.offset())) {
      return breach;
    }
  }
  return std::nullopt;
}

}  // namespace loom::markdown
