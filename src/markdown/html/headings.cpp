#include "markdown/html/headings.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "markdown/escape.h"
#include "markdown/html/footnotes.h"
#include "markdown/html/node.h"
#include "markdown/raw_html.h"
#include "markdown/toc.h"

namespace loom::markdown {
namespace {

constexpr std::string_view kLinkMark = "\U0001F517";

std::optional<HeadingAttributes> find_attributes(cmark_node* heading) {
  cmark_node* last = cmark_node_last_child(heading);
  return is_type(last, CMARK_NODE_TEXT) ? parse_heading_attributes(literal_of(last)) : std::nullopt;
}

/// The attributes of a heading, whose text loses them.
HeadingAttributes take_attributes(cmark_node* heading) {
  auto attributes = find_attributes(heading);
  if (!attributes) {
    return {};
  }
  cmark_node* last = cmark_node_last_child(heading);
  const std::string text(literal_of(last).substr(0, attributes->text_bytes));
  cmark_node_set_literal(last, text.c_str());
  return std::move(*attributes);
}

/// An id must not hold white space.
std::string joined_words(std::string text) {
  std::replace_if(text.begin(), text.end(), base::is_space, '_');
  return text;
}

/// The content of a heading for use in an outline, where each entry is itself a link.
std::string outline_html(std::string_view content) {
  return without_link_tags(without_footnote_references(content));
}

}  // namespace

void HeadingWriter::load(cmark_node* root) {
  if (context_.input.text.find("{#") == std::string_view::npos) {
    return;
  }
  for (cmark_node* node = root; node != nullptr; node = next_below(node, root)) {
    if (is_type(node, CMARK_NODE_HEADING)) {
      const auto attributes = find_attributes(node);
      if (attributes && !attributes->id.empty()) {
        context_.ids.reserve(attributes->id);
      }
    }
  }
}

void HeadingWriter::enter(cmark_node* heading) {
  begin_line(context_);
  separate_plain_text(context_);
  attributes_ = take_attributes(heading);
  html_begin_ = context_.html().size();
  plain_begin_ = context_.plain().size();
}

void HeadingWriter::leave(cmark_node* heading) {
  std::string title(base::trim(std::string_view(context_.plain()).substr(plain_begin_)));
  if (is_dropped(heading)) {
    has_dropped_ = true;
    context_.document.first_heading = std::move(title);
    context_.html().resize(html_begin_);
    context_.plain().resize(plain_begin_);
    return;
  }
  const std::string content = context_.html().substr(html_begin_);
  const std::string id = take_id(title);
  context_.html().resize(html_begin_);
  write(heading, id, content);
  context_.document.anchors.push_back(id);
  headings_.push_back(
      {cmark_node_get_heading_level(heading), id, std::move(title), outline_html(content), {}});
}

bool HeadingWriter::is_dropped(cmark_node* heading) const {
  return context_.input.options.drop_first_heading && !has_dropped_ && headings_.empty() &&
         cmark_node_get_heading_level(heading) == 1 &&
         is_type(cmark_node_parent(heading), CMARK_NODE_DOCUMENT);
}

std::string HeadingWriter::take_id(const std::string& title) {
  if (!attributes_.id.empty()) {
    return attributes_.id;
  }
  const bool is_slug = context_.input.options.slugify_anchors;
  return context_.ids.take_unique(is_slug ? base::slugify(title) : joined_words(title));
}

void HeadingWriter::write(cmark_node* heading, const std::string& id, const std::string& content) {
  const std::string tag = "h" + std::to_string(cmark_node_get_heading_level(heading));
  const AnchorLinks anchors = context_.input.options.anchor_links;
  std::string& html = context_.html();
  open_block(context_, tag, heading);
  html += " id=\"";
  append_text(html, id);
  if (!attributes_.classes.empty()) {
    html += "\" class=\"";
    append_text(html, attributes_.classes);
  }
  html += "\">";
  if (anchors == AnchorLinks::Left) {
    html.append(anchor_open(id)).append(kLinkMark).append("</a>").append(content);
  } else if (anchors == AnchorLinks::Right) {
    html.append(content).append(anchor_open(id)).append(kLinkMark).append("</a>");
  } else if (anchors == AnchorLinks::Heading) {
    html.append(anchor_open(id)).append(content).append("</a>");
  } else {
    html += content;
  }
  html += "</" + tag + ">\n";
}

std::string HeadingWriter::anchor_open(const std::string& id) const {
  std::string html = "<a class=\"zola-anchor\" href=\"#";
  append_url(html, id);
  html += "\" aria-label=\"Anchor link for: ";
  append_text(html, id);
  html += "\">";
  return html;
}

void HeadingWriter::finish() {
  std::string& first = context_.document.first_heading;
  if (!has_dropped_ && !headings_.empty()) {
    const auto title = std::find_if(headings_.begin(), headings_.end(),
                                    [](const Heading& heading) { return heading.level == 1; });
    first = title == headings_.end() ? headings_.front().title : title->title;
  }
  context_.document.toc = build_toc(std::move(headings_));
}

}  // namespace loom::markdown
