#include "markdown/nesting_meter.h"

#include "base/ascii.h"
#include "markdown/limits.h"

namespace loom::markdown {
namespace {

/// Reads what opens containers at the start of a line: blanks, ">", and the markers of list items.
class LinePrefix {
 public:
  explicit LinePrefix(std::string_view line) : line_(line) { skip_blanks(); }

  bool at_end() const { return place_ == line_.size(); }
  std::size_t column() const { return column_; }
  std::string_view rest() const { return line_.substr(place_); }
  /// Where the content of the list item that was taken last begins: after four blanks it is indented code.
  std::size_t content_column() const {
    constexpr std::size_t kBlanksMax = 4;
    return column_ - marker_end_column_ > kBlanksMax ? marker_end_column_ + 1 : column_;
  }

  bool take_quote() { return !at_end() && line_[place_] == '>' && take(1); }
  bool take_list_marker() {
    const std::size_t length = list_marker_bytes();
    return length != 0 && take(length);
  }

 private:
  bool take(std::size_t length) {
    place_ += length;
    column_ += length;
    marker_end_column_ = column_;
    skip_blanks();
    return true;
  }

  void skip_blanks() {
    constexpr std::size_t kTabWidth = 4;
    for (; !at_end() && (line_[place_] == ' ' || line_[place_] == '\t'); ++place_) {
      column_ = line_[place_] == '\t' ? (column_ / kTabWidth + 1) * kTabWidth : column_ + 1;
    }
  }

  /// 0 when no list item begins here.
  std::size_t list_marker_bytes() const {
    constexpr std::size_t kDigitsMax = 9;
    std::size_t end = place_;
    while (end < line_.size() && end - place_ < kDigitsMax && base::is_digit(line_[end])) {
      ++end;
    }
    const std::string_view marks = end == place_ ? "-+*" : ".)";
    if (end == line_.size() || marks.find(line_[end]) == std::string_view::npos) {
      return 0;
    }
    ++end;
    return end == line_.size() || base::is_space(line_[end]) ? end - place_ : 0;
  }

  std::string_view line_;
  std::size_t place_ = 0;
  std::size_t column_ = 0;
  std::size_t marker_end_column_ = 0;
};

/// "- - -" is a line across the page, not three lists.
bool is_thematic_break(std::string_view rest) {
  if (rest.empty() || (rest.front() != '-' && rest.front() != '*')) {
    return false;
  }
  const char marks[] = {rest.front(), ' ', '\t', '\r', '\0'};
  return rest.find_first_not_of(marks) == std::string_view::npos;
}

}  // namespace

std::size_t NestingMeter::measure(std::string_view line) {
  LinePrefix prefix(line);
  std::size_t quotes = 0;
  while (prefix.take_quote()) {
    ++quotes;
  }
  if (prefix.at_end()) {
    return quotes;
  }
  close_items(quotes, prefix.column());
  std::size_t inner_quotes = 0;
  while (open_items_.size() + inner_quotes <= kNestingMax && !is_thematic_break(prefix.rest())) {
    if (prefix.take_list_marker()) {
      open_items_.push_back(prefix.content_column());
    } else if (prefix.take_quote()) {
      ++inner_quotes;
    } else {
      break;
    }
  }
  return quotes + open_items_.size() + inner_quotes;
}

void NestingMeter::close_items(std::size_t quotes, std::size_t column) {
  if (quotes != quotes_) {
    open_items_.clear();
  }
  quotes_ = quotes;
  while (!open_items_.empty() && open_items_.back() > column) {
    open_items_.pop_back();
  }
}

}  // namespace loom::markdown
