#include "templating/value_text.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "templating/limits.h"

namespace loom::templating {

namespace {

void append_display_at(std::string& out, const Value& value, std::size_t depth) {
  switch (value.kind()) {
    case ValueKind::Undefined:
    case ValueKind::Null:
      return;
    case ValueKind::Boolean:
      out += value.as_boolean() ? "true" : "false";
      return;
    case ValueKind::Integer:
      return append_integer(out, value.as_integer());
    case ValueKind::Float:
      return append_float(out, value.as_number());
    case ValueKind::String:
      out += value.as_text();
      return;
    case ValueKind::Date:
      out += text_of(value);
      return;
    case ValueKind::Map:
      out += "[object]";
      return;
    case ValueKind::Array:
      break;
  }
  out += '[';
  const std::size_t count = depth < kValueDepthMax ? value.size() : 0;
  for (std::size_t i = 0; i < count; ++i) {
    out += i == 0 ? "" : ", ";
    append_display_at(out, value.at(i), depth + 1);
  }
  out += ']';
}

void append_json_string(std::string& out, std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += kHex[static_cast<unsigned char>(c) >> 4];
          out += kHex[static_cast<unsigned char>(c) & 15];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

class JsonWriter {
 public:
  JsonWriter(std::string& out, const JsonOptions& options)
      : out_(out), pretty_(options.pretty), end_(options.output_bytes_max) {}

  bool write(const Value& value, std::size_t depth) {
    if (depth > kValueDepthMax || out_.size() > end_) {
      return false;
    }
    switch (value.kind()) {
      case ValueKind::Undefined:
      case ValueKind::Null:
        out_ += "null";
        return true;
      case ValueKind::Boolean:
      case ValueKind::Integer:
        append_display(out_, value);
        return true;
      case ValueKind::Float:
        append_json_float(out_, value.as_number());
        return true;
      case ValueKind::String:
      case ValueKind::Date:
        append_json_string(out_, value.is_string() ? value.as_text() : text_of(value));
        return true;
      case ValueKind::Array:
        return write_array(value, depth);
      case ValueKind::Map:
        return write_map(value, depth);
    }
    return true;
  }

 private:
  bool write_array(const Value& value, std::size_t depth) {
    const std::size_t count = value.size();
    out_ += '[';
    for (std::size_t i = 0; i < count; ++i) {
      out_ += i == 0 ? "" : ",";
      break_line(depth + 1);
      if (!write(value.at(i), depth + 1)) {
        return false;
      }
    }
    if (count != 0) {
      break_line(depth);
    }
    out_ += ']';
    return true;
  }

  bool write_map(const Value& value, std::size_t depth) {
    out_ += '{';
    bool first = true;
    for (const std::string_view key : value.keys()) {
      const Value item = value.field(key);
      if (item.is_undefined()) {
        continue;
      }
      out_ += first ? "" : ",";
      first = false;
      break_line(depth + 1);
      append_json_string(out_, key);
      out_ += pretty_ ? ": " : ":";
      if (!write(item, depth + 1)) {
        return false;
      }
    }
    if (!first) {
      break_line(depth);
    }
    out_ += '}';
    return true;
  }

  void break_line(std::size_t depth) {
    if (pretty_) {
      out_ += '\n';
      out_.append(depth * 2, ' ');
    }
  }

  std::string& out_;
  bool pretty_;
  std::size_t end_;
};

}  // namespace

void append_display(std::string& out, const Value& value) {
  append_display_at(out, value, 0);
}

std::string display_text(const Value& value) {
  std::string text;
  append_display(text, value);
  return text;
}

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_float(std::string& out, double value) {
  if (std::isnan(value)) {
    out += "NaN";
    return;
  }
  // The largest double has 309 digits before the point, the smallest 324 zeros and 17 digits behind it.
  std::array<char, 400> digits;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
  out.append(digits.data(), end);
}

void append_json_float(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  const double size = std::fabs(value);
  if (size != 0 && (size < 1e-5 || size >= 1e16)) {
    std::array<char, 40> digits;
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::scientific).ptr;
    // "1e-07" of std::to_chars is "1e-7" in JSON as serde_json writes it; "1e+21" is the same.
    std::string text(digits.data(), end);
    const std::size_t digit = text.find('e') + 2;
    while (text[digit] == '0' && digit + 1 < text.size()) {
      text.erase(digit, 1);
    }
    out += text;
    return;
  }
  std::string text;
  append_float(text, value);
  out += text.find('.') == std::string::npos ? text + ".0" : text;
}

std::string text_of(const Value& value) {
  if (value.is_string()) {
    return std::string(value.as_text());
  }
  if (value.kind() != ValueKind::Date) {
    return {};
  }
  const base::DateTime date = value.as_date();
  std::string text = base::format_rfc3339(date);
  if (!date.has_time) {
    text.resize(std::min(text.size(), text.find('T')));
  }
  return text;
}

bool append_json(std::string& out, const Value& value, const JsonOptions& options) {
  return JsonWriter(out, options).write(value, 0);
}

std::string describe(const Value& value) {
  constexpr std::size_t kShownCharacters = 40;
  std::string text(value.type_name());
  switch (value.kind()) {
    case ValueKind::String: {
      const std::string_view whole = value.as_text();
      const std::size_t shown = base::prefix_bytes(whole, kShownCharacters);
      text += " \"" + std::string(whole.substr(0, shown)) + (shown < whole.size() ? "...\"" : "\"");
      return text;
    }
    case ValueKind::Array:
      return text + " of " + std::to_string(value.size());
    case ValueKind::Boolean:
    case ValueKind::Integer:
    case ValueKind::Float:
    case ValueKind::Date:
      return text + " " + display_text(value);
    default:
      return text;
  }
}

}  // namespace loom::templating
