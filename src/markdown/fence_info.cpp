#include "markdown/fence_info.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "base/ascii.h"
#include "markdown/limits.h"

namespace loom::markdown {
namespace {

constexpr std::string_view kSeparators = " \t,{}[]";

struct Option {
  std::string_view key;
  /// "" when there is no "=".
  std::string_view value;
};

std::optional<std::uint32_t> parse_line(std::string_view text) {
  const auto number = base::parse_unsigned(text);
  if (!number || *number > std::numeric_limits<std::uint32_t>::max()) {
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(*number);
}

/// "3", "3-5" or "5-3".
std::optional<LineRange> parse_range(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = parse_line(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : parse_line(text.substr(dash + 1));
  if (!first || !last) {
    return std::nullopt;
  }
  return LineRange{std::min(*first, *last), std::max(*first, *last)};
}

/// Words, `key=value` and quoted text, one after the other.
class OptionReader {
 public:
  explicit OptionReader(std::string_view text) : rest_(text) {}

  bool skip_to_next() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(kSeparators), rest_.size()));
    return !rest_.empty();
  }

  /// Requires: skip_to_next() was true.
  Option take() {
    Option option{take_part("="), {}};
    if (!rest_.empty() && rest_.front() == '=') {
      rest_.remove_prefix(1);
      option.value = take_part({});
    }
    return option;
  }

 private:
  /// Quoted text without its quotes, or what stands before a separator or one of `ends`.
  std::string_view take_part(std::string_view ends) {
    const char quote = rest_.empty() ? '\0' : rest_.front();
    if (quote == '"' || quote == '\'') {
      return take_quoted(quote);
    }
    std::size_t end = 0;
    while (end < rest_.size() && kSeparators.find(rest_[end]) == std::string_view::npos &&
           ends.find(rest_[end]) == std::string_view::npos) {
      ++end;
    }
    const std::string_view part = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return part;
  }

  std::string_view take_quoted(char quote) {
    rest_.remove_prefix(1);
    const std::size_t end = std::min(rest_.find(quote), rest_.size());
    const std::string_view part = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return part;
  }

  std::string_view rest_;
};

/// Collects options; ranges belong to the list that was named last, at first to the highlighted lines.
class FenceInfoBuilder {
 public:
  explicit FenceInfoBuilder(FenceInfo& info) : info_(info), ranges_(&info.highlighted) {}

  void add(const Option& option) {
    if (const auto range = parse_range(option.key)) {
      add_range(*range);
    } else if (option.key == "hl_lines" || option.key == "hide_lines") {
      ranges_ = option.key == "hl_lines" ? &info_.highlighted : &info_.hidden;
      add_ranges(option.value);
    } else if (option.key == "linenos") {
      info_.line_numbers = option.value != "false";
    } else if (option.key == "linenostart") {
      info_.first_line_number = parse_line(option.value).value_or(1);
    } else if (!option.value.empty()) {
      info_.data[std::string(option.key)] = option.value;
      if (option.key == "title" || option.key == "name") {
        info_.title = option.value;
      }
    } else if (option.key == "copy") {
      info_.copy = true;
    }
  }

 private:
  void add_ranges(std::string_view text) {
    for (std::string_view word : base::split(text, ' ')) {
      if (const auto range = parse_range(word)) {
        add_range(*range);
      }
    }
  }

  void add_range(LineRange range) {
    if (ranges_->size() < kFenceRangesMax) {
      ranges_->push_back(range);
    }
  }

  FenceInfo& info_;
  std::vector<LineRange>* ranges_;
};

bool is_option(std::string_view word) {
  constexpr std::array<std::string_view, 6> kOpenings{
      "title=", "name=", "linenos=", "linenostart=", "hl_lines=", "hide_lines="};
  return std::any_of(kOpenings.begin(), kOpenings.end(),
                     [word](std::string_view opening) { return word.starts_with(opening); });
}

/// The first word, unless it is an option: "{1,3}" and "title=x" have no language.
std::string_view take_language(std::string_view& info) {
  if (info.starts_with("{.")) {
    info.remove_prefix(2);
  }
  const std::size_t end = std::min(info.find_first_of(" \t,{"), info.size());
  const std::string_view word = info.substr(0, end);
  if (is_option(word)) {
    return {};
  }
  info.remove_prefix(end);
  return word;
}

bool is_flag(std::string_view key) {
  return key == "linenos" || key == "copy" || key == "hl_lines" || key == "hide_lines" ||
         key == "linenostart";
}

}  // namespace

FenceInfo parse_zola_fence_info(std::string_view info) {
  FenceInfo result;
  FenceInfoBuilder builder(result);
  for (std::string_view part : base::split(info, ',')) {
    part = base::trim(part);
    const std::size_t equals = part.find('=');
    const std::string_view key = base::trim(part.substr(0, equals));
    if (equals == std::string_view::npos && !is_flag(key)) {
      result.language = result.language.empty() ? std::string(key) : result.language;
    } else {
      builder.add(
          {key, equals == std::string_view::npos ? std::string_view() : base::trim(part.substr(equals + 1))});
    }
  }
  return result;
}

FenceInfo parse_fence_info(std::string_view info) {
  FenceInfo result;
  info = base::trim(info);
  result.language = take_language(info);
  FenceInfoBuilder builder(result);
  OptionReader reader(info);
  while (reader.skip_to_next()) {
    builder.add(reader.take());
  }
  return result;
}

bool contains_line(const std::vector<LineRange>& ranges, std::uint32_t line) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [line](const LineRange& range) { return range.first <= line && line <= range.last; });
}

}  // namespace loom::markdown
