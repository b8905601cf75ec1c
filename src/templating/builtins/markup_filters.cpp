#include <algorithm>

#include "base/ascii.h"
#include "base/escape.h"
#include "templating/builtins/builtins.h"
#include "templating/builtins/filter_input.h"

namespace loom::templating {

namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

CallResult break_lines(std::string_view text, const Arguments&) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (pair || text[i] == '\n') {
      result += "<br>";
      i += pair ? 1 : 0;
    } else {
      result += text[i];
    }
  }
  return Value::string(std::move(result));
}

/// The offset behind the tag or comment that starts at `start`, or npos when it does not end. A comment on
/// more than one line is not seen as one, as in Tera; what it holds up to the next ">" then is a tag.
std::size_t find_tag_end(std::string_view text, std::size_t start) {
  if (text.substr(start, 4) == "<!--") {
    const std::size_t end = text.find("-->", start + 4);
    if (end != std::string_view::npos &&
        text.substr(start, end - start).find('\n') == std::string_view::npos) {
      return end + 3;
    }
  }
  const std::size_t end = text.find('>', start);
  return end == std::string_view::npos ? end : end + 1;
}

CallResult strip_tags(std::string_view text, const Arguments&) {
  std::string result;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = std::min(text.find('<', at), text.size());
    result += text.substr(at, open - at);
    const std::size_t end = open < text.size() ? find_tag_end(text, open) : open;
    if (end == std::string_view::npos) {
      result += text.substr(open);
      break;
    }
    at = end;
  }
  return Value::string(std::move(result));
}

CallResult remove_space_between_tags(std::string_view text, const Arguments&) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (text[i] != '>') {
      continue;
    }
    std::size_t next = i + 1;
    while (next < text.size() && base::is_space(text[next])) {
      ++next;
    }
    if (next < text.size() && text[next] == '<') {
      i = next - 1;
    }
  }
  return Value::string(std::move(result));
}

void append_percent(std::string& out, char c) {
  out += '%';
  out += kHexDigits[static_cast<unsigned char>(c) >> 4];
  out += kHexDigits[static_cast<unsigned char>(c) & 15];
}

CallResult encode_url(std::string_view text, bool strict) {
  std::string result;
  for (const char c : text) {
    const bool kept =
        base::is_alnum(c) || (!strict && std::string_view("-_.~/%").find(c) != std::string_view::npos);
    if (kept) {
      result += c;
    } else {
      append_percent(result, c);
    }
  }
  return Value::string(std::move(result));
}

CallResult escape_html(std::string_view text, const Arguments&) {
  return Value::string(base::html_escaped(text));
}

CallResult escape_xml(std::string_view text, const Arguments&) {
  return Value::string(base::xml_escaped(text));
}

}  // namespace

void add_markup_filters(Environment& environment) {
  environment.add_filter({.name = "linebreaksbr"}, text_filter(break_lines));
  environment.add_filter({.name = "striptags"}, text_filter(strip_tags));
  environment.add_filter({.name = "spaceless"}, text_filter(remove_space_between_tags));
  environment.add_filter({.name = "urlencode"}, text_filter([](std::string_view text, const Arguments&) {
                           return encode_url(text, false);
                         }));
  environment.add_filter(
      {.name = "urlencode_strict"},
      text_filter([](std::string_view text, const Arguments&) { return encode_url(text, true); }));
  environment.add_filter({.name = "escape"}, text_filter(escape_html));
  environment.add_filter({.name = "escape_xml"}, text_filter(escape_xml));
}

}  // namespace loom::templating
