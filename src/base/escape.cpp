#include "base/escape.h"

#include "base/ascii.h"
#include "base/utf8.h"

namespace loom::base {
namespace {

constexpr std::string_view html_reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_forbidden_in_xml(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

constexpr std::string_view kHex = "0123456789ABCDEF";

void append_percent(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

constexpr bool is_unreserved(char c) {
  return is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

constexpr bool is_path_character(char c) {
  return is_unreserved(c) || std::string_view("!$&'()*+,;=:@/").find(c) != std::string_view::npos;
}

int hex_value(char c) {
  if (is_digit(c)) {
    return c - '0';
  }
  const char lowered = to_lower(c);
  return lowered >= 'a' && lowered <= 'f' ? lowered - 'a' + 10 : -1;
}

void append_json_escape(std::string& out, unsigned value) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) {
    out += kHex[(value >> shift) & 15];
  }
}

void append_json_byte(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x7f) {
    append_json_escape(out, static_cast<unsigned char>(c));
  } else {
    out += c;
  }
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view reference = html_reference(text[i]);
    if (!reference.empty()) {
      out.append(text, start, i - start);
      out += reference;
      start = i + 1;
    }
  }
  out.append(text, start);
}

void append_xml(std::string& out, std::string_view text) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_forbidden_in_xml(text[i])) {
      append_html(out, text.substr(start, i - start));
      start = i + 1;
    }
  }
  append_html(out, text.substr(start));
}

std::string html_escaped(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

void append_json(std::string& out, std::string_view text) {
  constexpr std::string_view kLineSeparatorPrefix = "\xe2\x80";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i, 3);
    if (rest.size() == 3 && rest.substr(0, 2) == kLineSeparatorPrefix &&
        (rest[2] == '\xa8' || rest[2] == '\xa9')) {
      append_json_escape(out, rest[2] == '\xa8' ? 0x2028 : 0x2029);
      i += 2;
    } else {
      append_json_byte(out, text[i]);
    }
  }
}

std::string json_quoted(std::string_view text) {
  std::string out = "\"";
  if (find_invalid_utf8(text)) {
    append_json(out, repair_utf8(text));
  } else {
    append_json(out, text);
  }
  return out + '"';
}

std::string toml_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n' || c == '\t') {
      out += c == '\n' ? "\\n" : "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      static constexpr std::string_view kDigits = "0123456789abcdef";
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string url_path_encoded(std::string_view path) {
  std::string out;
  for (const char c : path) {
    is_path_character(c) ? out.push_back(c) : append_percent(out, c);
  }
  return out;
}

std::string url_component_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    is_unreserved(c) ? out.push_back(c) : append_percent(out, c);
  }
  return out;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 1 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0) {
      return std::nullopt;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

}  // namespace loom::base
