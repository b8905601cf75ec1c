#include "markdown/raw_html.h"

#include <algorithm>
#include <cstddef>

#include "base/ascii.h"

namespace loom::markdown {
namespace {

constexpr std::string_view kCommentOpen = "<!--";
constexpr std::string_view kCommentClose = "-->";

/// Takes apart one start tag; `text` begins behind its "<".
class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text) { name_ = take_word(); }

  std::string_view name() const { return name_; }
  std::string_view attribute() const { return attribute_; }
  std::string_view value() const { return value_; }
  /// Bytes of the tag read so far.
  std::size_t place() const { return place_; }

  /// Goes to the next attribute; false at the end of the tag.
  bool next() {
    while (place_ < text_.size() && (base::is_space(text_[place_]) || text_[place_] == '/')) {
      ++place_;
    }
    if (place_ == text_.size() || text_[place_] == '>') {
      place_ += place_ < text_.size() ? 1 : 0;
      return false;
    }
    attribute_ = take_word();
    value_ = take_value();
    return true;
  }

 private:
  std::string_view take_word() {
    const std::size_t begin = place_;
    // The first byte always belongs to the word, so that "=" in front of a name does not stop the reading.
    place_ += place_ < text_.size() ? 1 : 0;
    place_ = std::min(text_.find_first_of(" \t\r\n\f/>=", place_), text_.size());
    return text_.substr(begin, place_ - begin);
  }

  void skip_spaces() {
    while (place_ < text_.size() && base::is_space(text_[place_])) {
      ++place_;
    }
  }

  std::string_view take_value() {
    skip_spaces();
    if (place_ == text_.size() || text_[place_] != '=') {
      return {};
    }
    ++place_;
    skip_spaces();
    const char quote = place_ < text_.size() ? text_[place_] : '\0';
    const bool is_quoted = quote == '"' || quote == '\'';
    const std::size_t begin = place_ + (is_quoted ? 1 : 0);
    const std::size_t end = std::min(
        is_quoted ? text_.find(quote, begin) : text_.find_first_of(" \t\r\n\f>", begin), text_.size());
    place_ = std::min(end + (is_quoted ? 1 : 0), text_.size());
    return text_.substr(std::min(begin, text_.size()), end - std::min(begin, end));
  }

  std::string_view text_;
  std::size_t place_ = 0;
  std::string_view name_;
  std::string_view attribute_;
  std::string_view value_;
};

bool is_anchor_attribute(const TagReader& tag) {
  return base::equals_ignore_case(tag.attribute(), "id") ||
         (base::equals_ignore_case(tag.attribute(), "name") && base::equals_ignore_case(tag.name(), "a"));
}

std::size_t comment_end(std::string_view html, std::size_t begin) {
  const std::size_t close = html.find(kCommentClose, begin + kCommentOpen.size());
  return close == std::string_view::npos ? html.size() : close + kCommentClose.size();
}

/// The end of the tag at `begin`, which is the place of its "<".
std::size_t tag_end(std::string_view html, std::size_t begin) {
  TagReader tag(html.substr(begin + 1));
  while (tag.next()) {
  }
  return begin + 1 + tag.place();
}

bool begins_start_tag(std::string_view html, std::size_t place) {
  return place + 1 < html.size() && base::is_alpha(html[place + 1]);
}

/// The end of the markup at `begin`; of a script or style element the end is that of its content.
std::size_t markup_end(std::string_view html, std::size_t begin) {
  const std::string_view rest = html.substr(begin);
  if (rest.starts_with(kCommentOpen)) {
    return comment_end(html, begin);
  }
  const std::size_t end = tag_end(html, begin);
  const std::string_view name = TagReader(rest.substr(1)).name();
  for (std::string_view raw : {"script", "style"}) {
    if (base::equals_ignore_case(name, raw)) {
      return std::min(html.find("</", end), html.size());
    }
  }
  return end;
}

void append_words(std::string& out, std::string_view text) {
  for (char c : text) {
    if (!base::is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
}

/// Whether the tag at `place` begins or ends an element called `a`.
bool is_link_tag(std::string_view html, std::size_t place) {
  std::string_view rest = html.substr(place + 1);
  rest.remove_prefix(rest.starts_with('/') ? 1 : 0);
  return base::equals_ignore_case(TagReader(rest).name(), "a");
}

bool is_markup(std::string_view html, std::size_t place) {
  const char next = place + 1 < html.size() ? html[place + 1] : '\0';
  return base::is_alpha(next) || next == '/' || next == '!' || next == '?';
}

}  // namespace

void append_html_anchors(std::vector<std::string>& anchors, std::string_view html) {
  std::size_t place = html.find('<');
  while (place < html.size()) {
    std::size_t next = place + 1;
    if (html.substr(place).starts_with(kCommentOpen)) {
      next = comment_end(html, place);
    } else if (begins_start_tag(html, place)) {
      TagReader tag(html.substr(place + 1));
      while (tag.next()) {
        if (is_anchor_attribute(tag) && !tag.value().empty()) {
          anchors.emplace_back(tag.value());
        }
      }
      next = place + 1 + tag.place();
    }
    place = html.find('<', next);
  }
}

void append_html_text(std::string& out, std::string_view html) {
  std::size_t begin = 0;
  while (begin < html.size()) {
    std::size_t open = html.find('<', begin);
    while (open < html.size() && !is_markup(html, open)) {
      open = html.find('<', open + 1);
    }
    open = std::min(open, html.size());
    append_words(out, html.substr(begin, open - begin));
    begin = open < html.size() ? markup_end(html, open) : open;
  }
}

std::string without_link_tags(std::string_view html) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t open = html.find('<'); open != std::string_view::npos; open = html.find('<', open + 1)) {
    if (is_link_tag(html, open)) {
      out.append(html, copied, open - copied);
      copied = tag_end(html, open);
      open = copied - 1;
    }
  }
  return out.append(html, copied);
}

std::optional<ByteRange> find_more_comment(std::string_view html) {
  for (std::size_t open = html.find(kCommentOpen); open != std::string_view::npos;
       open = html.find(kCommentOpen, open + 1)) {
    const std::size_t begin = open + kCommentOpen.size();
    const std::size_t close = html.find(kCommentClose, begin);
    if (close == std::string_view::npos) {
      return std::nullopt;
    }
    if (base::equals_ignore_case(base::trim(html.substr(begin, close - begin)), "more")) {
      return ByteRange{open, close + kCommentClose.size()};
    }
  }
  return std::nullopt;
}

}  // namespace loom::markdown
