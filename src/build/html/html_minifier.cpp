#include "build/html/html_minifier.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "build/html/html_tokenizer.h"

namespace loom::build {
namespace {

/// Elements that keep the white space of their text.
constexpr std::array<std::string_view, 5> kPreformatted = {"pre", "listing", "textarea", "script", "style"};
/// Between two tags of these, white space makes no text.
constexpr std::array<std::string_view, 6> kTableParts = {"thead", "tbody", "tfoot", "tr", "colgroup", "col"};
/// The same, but only in the head: a meta or link element may stand in the middle of a sentence.
constexpr std::array<std::string_view, 7> kHeadElements = {"title",  "meta",  "link",    "base",
                                                           "script", "style", "noscript"};

bool is_one_of(std::string_view name, auto& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view item) { return is_tag_name(name, item); });
}

bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_kept_comment(std::string_view comment) {
  comment.remove_prefix(std::string_view("<!--").size());
  return comment.starts_with("[if") || comment.starts_with("<!") || comment.starts_with('!') ||
         comment.starts_with('#') || comment.starts_with("[endif");
}

/// Written in the tag that it holds for.
bool keeps_spaces(std::string_view tag) {
  return tag.find("white-space") != std::string_view::npos || tag.find("xml:space") != std::string_view::npos;
}

class Minifier {
 public:
  explicit Minifier(std::string_view html) : tokenizer_(html) { out_.reserve(html.size()); }

  std::string run() {
    while (const auto token = tokenizer_.next()) {
      add(*token);
    }
    flush_space();
    return std::move(out_);
  }

 private:
  void add(const HtmlToken& token) {
    switch (token.kind) {
      case HtmlTokenKind::Text:
        add_text(token.raw);
        break;
      case HtmlTokenKind::StartTag:
        add_tag(token);
        open(token);
        break;
      case HtmlTokenKind::EndTag:
        close(token);
        add_tag(token);
        break;
      case HtmlTokenKind::Comment:
        if (is_kept_comment(token.raw) || !preserved_.empty()) {
          add_raw(token.raw);
        }
        break;
      case HtmlTokenKind::RawText:
        add_raw(token.raw);
        break;
      case HtmlTokenKind::Declaration:
        add_raw(token.raw);
        is_after_structure_ = true;
        break;
    }
  }

  void add_text(std::string_view text) {
    if (!preserved_.empty()) {
      add_raw(text);
      return;
    }
    while (!text.empty()) {
      const auto* const space = std::find_if(text.begin(), text.end(), is_html_space);
      if (space != text.begin()) {
        add_raw(text.substr(0, static_cast<std::size_t>(space - text.begin())));
      }
      const auto* const word = std::find_if(space, text.end(), [](char c) { return !is_html_space(c); });
      has_space_ = has_space_ || word != space;
      text.remove_prefix(static_cast<std::size_t>(word - text.begin()));
    }
  }

  /// White space is dropped only between two tags that both say so: inside an element it could belong to one
  /// that was never closed, where browsers make it part of the tree.
  void add_tag(const HtmlToken& token) {
    const Edges edges = edges_of(token);
    if (edges.before && is_after_structure_ && preserved_.empty()) {
      has_space_ = false;
    }
    add_raw(token.raw);
    is_after_structure_ = edges.after;
    if (is_tag_name(token.name, "head") || is_tag_name(token.name, "body")) {
      is_in_head_ = token.kind == HtmlTokenKind::StartTag && is_tag_name(token.name, "head");
    }
  }

  /// On which sides of a tag white space makes no text.
  struct Edges {
    bool before = false;
    bool after = false;
  };

  Edges edges_of(const HtmlToken& token) const {
    const bool is_start = token.kind == HtmlTokenKind::StartTag;
    if (is_one_of(token.name, kTableParts) || is_tag_name(token.name, "head") ||
        (is_in_head_ && is_one_of(token.name, kHeadElements))) {
      return {true, true};
    }
    if (is_tag_name(token.name, "html")) {
      return {is_start, is_start};
    }
    if (is_tag_name(token.name, "td") || is_tag_name(token.name, "th")) {
      return {is_start, !is_start};
    }
    if (is_tag_name(token.name, "table")) {
      return {!is_start, is_start};
    }
    return {is_start && is_tag_name(token.name, "body"), false};
  }

  void add_raw(std::string_view raw) {
    flush_space();
    out_ += raw;
    is_after_structure_ = false;
  }

  void flush_space() {
    out_ += has_space_ ? " " : "";
    has_space_ = false;
  }

  void open(const HtmlToken& token) {
    if (!preserved_.empty()) {
      depth_ += is_tag_name(token.name, preserved_) ? 1 : 0;
    } else if (is_one_of(token.name, kPreformatted) || keeps_spaces(token.raw)) {
      preserved_ = base::lower_ascii(token.name);
      depth_ = 1;
    }
  }

  void close(const HtmlToken& token) {
    if (!preserved_.empty() && is_tag_name(token.name, preserved_) && --depth_ == 0) {
      preserved_.clear();
    }
  }

  HtmlTokenizer tokenizer_;
  std::string out_;
  /// White space was read that is not written yet.
  bool has_space_ = false;
  /// What was written last is a tag behind which white space makes no text.
  bool is_after_structure_ = true;
  bool is_in_head_ = false;
  /// The element whose text is kept as it is, and how many of its name are open; "" when none.
  std::string preserved_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string minify_html(std::string_view html) {
  // In SVG a CDATA section is text, elsewhere a comment: too rare to tell apart here.
  if (html.find("<![CDATA[") != std::string_view::npos) {
    return std::string(html);
  }
  return Minifier(html).run();
}

}  // namespace loom::build
