#include "build/html/html_tokenizer.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace loom::build {
namespace {

constexpr std::size_t kEnd = std::string_view::npos;

constexpr std::array<std::string_view, 8> kRawTextElements = {"script", "style",   "textarea", "title",
                                                              "iframe", "noembed", "noframes", "xmp"};

bool is_raw_text_element(std::string_view name) {
  return std::any_of(kRawTextElements.begin(), kRawTextElements.end(),
                     [&](std::string_view element) { return is_tag_name(name, element); });
}

bool is_foreign_root(std::string_view name) {
  return is_tag_name(name, "svg") || is_tag_name(name, "math");
}

bool ends_name(char c) {
  return base::is_space(c) || c == '/' || c == '>';
}

/// Whether "<name" or "</name" stands at `at`, `mark` being its start, and the name ends there.
bool has_tag(std::string_view html, std::size_t at, std::string_view mark, std::string_view name) {
  const std::size_t name_at = at + mark.size();
  return html.substr(at).starts_with(mark) && is_tag_name(html.substr(name_at, name.size()), name) &&
         name_at + name.size() < html.size() && ends_name(html[name_at + name.size()]);
}

/// One past the end of a tag whose name ends at `at`: behind the ">" that is in no quoted value.
std::size_t find_tag_end(std::string_view html, std::size_t at) {
  while (at < html.size()) {
    while (at < html.size() && (base::is_space(html[at]) || html[at] == '/')) {
      ++at;
    }
    if (at < html.size() && html[at] == '>') {
      return at + 1;
    }
    // An attribute's name; "=" in front belongs to it.
    at = std::min(html.find_first_of(" \t\n\r\f/>=", at + 1), html.size());
    at = std::min(html.find_first_not_of(" \t\n\r\f", at), html.size());
    if (at == html.size() || html[at] != '=') {
      continue;
    }
    at = std::min(html.find_first_not_of(" \t\n\r\f", at + 1), html.size());
    if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
      const std::size_t quote = html.find(html[at], at + 1);
      at = quote == kEnd ? html.size() : quote + 1;
    } else if (at < html.size() && html[at] != '>') {
      at = std::min(html.find_first_of(" \t\n\r\f>", at), html.size());
    }
  }
  return html.size();
}

std::size_t find_comment_end(std::string_view html, std::size_t at) {
  const std::string_view inside = html.substr(at);
  if (inside.starts_with(">")) {
    return at + 1;
  }
  if (inside.starts_with("->")) {
    return at + 2;
  }
  for (std::size_t dashes = html.find("--", at); dashes != kEnd; dashes = html.find("--", dashes + 1)) {
    if (html.substr(dashes + 2).starts_with(">")) {
      return dashes + 3;
    }
    if (html.substr(dashes + 2).starts_with("!>")) {
      return dashes + 4;
    }
  }
  return html.size();
}

/// Where the end tag of a script stands. Between "<!--" and "-->", a "<script" begins a part that "</script"
/// ends without ending the element.
std::size_t find_script_end(std::string_view html, std::size_t at) {
  bool is_escaped = false;
  bool is_double_escaped = false;
  for (at = html.find_first_of("<-", at); at != kEnd; at = html.find_first_of("<-", at + 1)) {
    if (html.substr(at).starts_with("<!--")) {
      is_escaped = true;
      // "<!-->" opens and closes.
      at += 1;
    } else if (is_escaped && html.substr(at).starts_with("-->")) {
      is_escaped = false;
      is_double_escaped = false;
    } else if (is_escaped && has_tag(html, at, "<", "script")) {
      is_double_escaped = true;
    } else if (has_tag(html, at, "</", "script")) {
      if (!is_double_escaped) {
        return at;
      }
      is_double_escaped = false;
    }
  }
  return html.size();
}

std::size_t find_raw_text_end(std::string_view html, std::size_t at, std::string_view element) {
  if (is_tag_name(element, "script")) {
    return find_script_end(html, at);
  }
  const std::string name = base::lower_ascii(element);
  for (at = html.find("</", at); at != kEnd; at = html.find("</", at + 2)) {
    if (has_tag(html, at, "</", name)) {
      return at;
    }
  }
  return html.size();
}

}  // namespace

bool is_tag_name(std::string_view name, std::string_view lower_case) {
  return name.size() == lower_case.size() &&
         std::equal(name.begin(), name.end(), lower_case.begin(),
                    [](char a, char b) { return base::to_lower(a) == b; });
}

HtmlToken HtmlTokenizer::take(HtmlTokenKind kind, std::size_t end, std::string_view name) {
  const HtmlToken token{kind, html_.substr(position_, end - position_), name};
  position_ = end;
  return token;
}

/// The next "<" that begins a tag, comment or declaration.
std::size_t HtmlTokenizer::find_markup() const {
  for (std::size_t at = html_.find('<', position_); at != kEnd; at = html_.find('<', at + 1)) {
    const char next = at + 1 < html_.size() ? html_[at + 1] : ' ';
    const bool is_end = next == '/' && at + 2 < html_.size() && html_[at + 2] != '>';
    if (base::is_alpha(next) || is_end || next == '!' || next == '?') {
      return at;
    }
  }
  return html_.size();
}

HtmlToken HtmlTokenizer::take_tag(HtmlTokenKind kind, std::size_t name_begin) {
  const std::size_t name_end = std::min(html_.find_first_of(" \t\n\r\f/>", name_begin), html_.size());
  const std::string_view name = html_.substr(name_begin, name_end - name_begin);
  const HtmlToken tag = take(kind, find_tag_end(html_, name_end), name);
  if (kind == HtmlTokenKind::StartTag) {
    enter(tag);
  } else if (is_foreign_root(name) && foreign_depth_ > 0) {
    --foreign_depth_;
  }
  return tag;
}

void HtmlTokenizer::enter(const HtmlToken& tag) {
  if (is_foreign_root(tag.name)) {
    foreign_depth_ += tag.raw.ends_with("/>") ? 0 : 1;
  } else if (foreign_depth_ == 0 ? is_raw_text_element(tag.name) : is_tag_name(tag.name, "textarea")) {
    raw_element_ = tag.name;
  }
}

HtmlToken HtmlTokenizer::take_markup() {
  const std::string_view rest = html_.substr(position_);
  if (rest.starts_with("<!--")) {
    return take(HtmlTokenKind::Comment, find_comment_end(html_, position_ + 4));
  }
  if (base::is_alpha(rest[1])) {
    return take_tag(HtmlTokenKind::StartTag, position_ + 1);
  }
  if (rest[1] == '/' && base::is_alpha(rest[2])) {
    return take_tag(HtmlTokenKind::EndTag, position_ + 2);
  }
  const std::size_t end = html_.find('>', position_);
  return take(HtmlTokenKind::Declaration, end == kEnd ? html_.size() : end + 1);
}

std::optional<HtmlToken> HtmlTokenizer::next() {
  if (!raw_element_.empty()) {
    const std::size_t end = find_raw_text_end(html_, position_, raw_element_);
    raw_element_ = {};
    if (end != position_) {
      return take(HtmlTokenKind::RawText, end);
    }
  }
  if (position_ == html_.size()) {
    return std::nullopt;
  }
  const std::size_t markup = find_markup();
  return markup == position_ ? take_markup() : take(HtmlTokenKind::Text, markup);
}

}  // namespace loom::build
