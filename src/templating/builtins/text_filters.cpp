
#include "base/utf8.h"
#include "templating/builtins/builtins.h"
#include "templating/builtins/characters.h"
#include "templating/builtins/filter_input.h"
#include "templating/limits.h"

namespace loom::templating {

namespace {

constexpr std::int64_t kTruncateLength = 255;

bool space_at(std::string_view text, std::size_t offset, std::size_t& length) {
  return base::is_unicode_space(base::decode_utf8(text, offset, length));
}

std::string_view trimmed_start(std::string_view text) {
  std::size_t length = 0;
  while (!text.empty() && space_at(text, 0, length)) {
    text.remove_prefix(length);
  }
  return text;
}

std::string_view trimmed_end(std::string_view text) {
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) {
      --start;
    }
    std::size_t length = 0;
    if (!space_at(text, start, length)) {
      break;
    }
    text.remove_suffix(text.size() - start);
  }
  return text;
}

Value text_value(std::string_view text) {
  return Value::string(std::string(text));
}

CallResult trim_matches(std::string_view text, const Arguments& arguments, bool at_start) {
  ArgumentReader reader(arguments);
  const std::string pattern = with_escapes(reader.text("pat"));
  if (reader.error()) {
    return *reader.error();
  }
  while (!pattern.empty() && (at_start ? text.starts_with(pattern) : text.ends_with(pattern))) {
    at_start ? text.remove_prefix(pattern.size()) : text.remove_suffix(pattern.size());
  }
  return text_value(text);
}

CallResult truncate(std::string_view text, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::size_t length = reader.count("length", kTruncateLength);
  const std::string end = reader.text("end", "…");
  if (reader.error()) {
    return *reader.error();
  }
  const std::size_t kept = first_characters_bytes(text, length);
  return Value::string(kept == text.size() ? std::string(text) : std::string(text.substr(0, kept)) + end);
}

CallResult count_words(std::string_view text, const Arguments&) {
  std::int64_t words = 0;
  bool inside = false;
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); i += length) {
    const bool space = space_at(text, i, length);
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return Value::integer(words);
}

/// Between all characters, as Rust's `replace` does for an empty pattern.
std::string replace_nothing(std::string_view text, std::string_view to) {
  std::string result(to);
  while (!text.empty()) {
    const std::size_t length = base::prefix_bytes(text, 1);
    result += text.substr(0, length);
    result += to;
    text.remove_prefix(length);
  }
  return result;
}

CallResult replace(std::string_view text, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::string from = reader.text("from");
  const std::string to = reader.text("to");
  if (reader.error()) {
    return *reader.error();
  }
  if ((text.size() + 1) * (to.size() + 1) > kStringBytesMax && text.size() + to.size() > (1U << 20)) {
    return CallError{"the result would be too long"};
  }
  if (from.empty()) {
    return Value::string(replace_nothing(text, to));
  }
  std::string result;
  std::size_t start = 0;
  for (std::size_t found = text.find(from); found != std::string_view::npos; found = text.find(from, start)) {
    result += text.substr(start, found - start);
    result += to;
    start = found + from.size();
  }
  result += text.substr(start);
  return Value::string(std::move(result));
}

CallResult capitalize(std::string_view text, const Arguments&) {
  const std::size_t first = text.empty() ? 0 : base::prefix_bytes(text, 1);
  return Value::string(base::to_upper_unicode(text.substr(0, first)) +
                       base::to_lower_unicode(text.substr(first)));
}

bool is_word_character(std::uint32_t code_point) {
  return code_point == '_' || base::is_unicode_letter_or_digit(code_point);
}

/// The bytes of the word that starts `text`: letters, digits, `_`, and apostrophes between them.
std::size_t word_bytes(std::string_view text) {
  std::size_t end = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); i += length) {
    const std::uint32_t code_point = base::decode_utf8(text, i, length);
    if (is_word_character(code_point)) {
      end = i + length;
    } else if (code_point != '\'' || i == 0) {
      break;
    }
  }
  return end;
}

CallResult title(std::string_view text, const Arguments&) {
  std::string result;
  while (!text.empty()) {
    const std::size_t word = word_bytes(text);
    const std::size_t first = base::prefix_bytes(text, 1);
    if (word == 0) {
      result += text.substr(0, first);
      text.remove_prefix(first);
      continue;
    }
    result += base::to_upper_unicode(text.substr(0, first));
    result += base::to_lower_unicode(text.substr(first, word - first));
    text.remove_prefix(word);
  }
  return Value::string(std::move(result));
}

CallResult indent(std::string_view text, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::string prefix = reader.text("prefix", "    ");
  const bool first = reader.boolean("first", false);
  const bool blank = reader.boolean("blank", false);
  if (reader.error()) {
    return *reader.error();
  }
  std::string result;
  bool first_line = true;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    result += first_line ? "" : "\n";
    if (first_line ? first : blank || !trimmed_start(line).empty()) {
      result += prefix;
    }
    first_line = false;
    result += line;
  }
  return Value::string(std::move(result));
}

CallResult add_slashes(std::string_view text, const Arguments&) {
  std::string result;
  for (const char c : text) {
    if (c == '\\' || c == '"' || c == '\'') {
      result += '\\';
    }
    result += c;
  }
  return Value::string(std::move(result));
}

CallResult split(std::string_view text, const Arguments& arguments) {
  ArgumentReader reader(arguments);
  const std::string pattern = with_escapes(reader.text("pat"));
  if (reader.error()) {
    return *reader.error();
  }
  Value::Array parts;
  if (pattern.empty()) {
    // As Rust's `split`: an empty part at each end.
    parts.push_back(text_value(""));
    while (!text.empty()) {
      const std::size_t length = base::prefix_bytes(text, 1);
      parts.push_back(text_value(text.substr(0, length)));
      text.remove_prefix(length);
    }
    parts.push_back(text_value(""));
    return Value::array(std::move(parts));
  }
  std::size_t start = 0;
  for (std::size_t found = text.find(pattern); found != std::string_view::npos;
       found = text.find(pattern, start)) {
    parts.push_back(text_value(text.substr(start, found - start)));
    start = found + pattern.size();
  }
  parts.push_back(text_value(text.substr(start)));
  return Value::array(std::move(parts));
}

Filter simple(std::string (*convert)(std::string_view)) {
  return text_filter([convert](std::string_view text, const Arguments&) -> CallResult {
    return Value::string(convert(text));
  });
}

Filter view_filter(std::string_view (*convert)(std::string_view)) {
  return text_filter(
      [convert](std::string_view text, const Arguments&) -> CallResult { return text_value(convert(text)); });
}

}  // namespace

void add_text_filters(Environment& environment) {
  environment.add_filter({.name = "upper"}, simple(base::to_upper_unicode));
  environment.add_filter({.name = "lower"}, simple(base::to_lower_unicode));
  environment.add_filter({.name = "slugify"}, simple(base::slugify));
  environment.add_filter({.name = "trim"},
                         view_filter([](std::string_view text) { return trimmed_end(trimmed_start(text)); }));
  environment.add_filter({.name = "trim_start"}, view_filter(trimmed_start));
  environment.add_filter({.name = "trim_end"}, view_filter(trimmed_end));
  environment.add_filter({.name = "trim_start_matches", .parameters = {"pat"}},
                         text_filter([](std::string_view text, const Arguments& arguments) {
                           return trim_matches(text, arguments, true);
                         }));
  environment.add_filter({.name = "trim_end_matches", .parameters = {"pat"}},
                         text_filter([](std::string_view text, const Arguments& arguments) {
                           return trim_matches(text, arguments, false);
                         }));
  environment.add_filter({.name = "truncate", .parameters = {"length", "end"}}, text_filter(truncate));
  environment.add_filter({.name = "wordcount"}, text_filter(count_words));
  environment.add_filter({.name = "replace", .parameters = {"from", "to"}}, text_filter(replace));
  environment.add_filter({.name = "capitalize"}, text_filter(capitalize));
  environment.add_filter({.name = "title"}, text_filter(title));
  environment.add_filter({.name = "indent", .parameters = {"prefix", "first", "blank"}}, text_filter(indent));
  environment.add_filter({.name = "addslashes"}, text_filter(add_slashes));
  environment.add_filter({.name = "split", .parameters = {"pat"}}, text_filter(split));
}

}  // namespace loom::templating
