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

const HeadingAttributes& attributes_of(cmark_node* heading) {
  static const HeadingAttributes kNone;
  const HeadingAttributes* attributes = heading_attributes(heading);
  return attributes == nullptr ? kNone : *attributes;
}

/// An id must not hold white space.
std::string joined_words(std::string text) {
  std::replace_if(text.begin(), text.end(), base::is_space, '_');
  return text;
}

/// Up to the ">" of the first link of `html` that is closed again; "" when there is none.
std::string_view opening_link_tag(std::string_view html) {
  const std::size_t open = html.find("<a");
  const std::size_t end = html.find('>', open);
  if (end == std::string_view::npos || html.find("</a", end) == std::string_view::npos) {
    return {};
  }
  return html.substr(open, end + 1 - open);
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
      const std::string& id = attributes_of(node).id;
      if (!id.empty()) {
        context_.ids.reserve(id);
      }
    }
  }
}

void HeadingWriter::enter() {
  begin_line(context_);
  separate_plain_text(context_);
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
  const std::string id = take_id(attributes_of(heading).id, title);
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

std::string HeadingWriter::take_id(const std::string& chosen, const std::string& title) {
  if (!chosen.empty()) {
    return chosen;
  }
  const bool is_slug = context_.input.options.slugify_anchors;
  std::string wanted = is_slug ? base::slugify(title) : joined_words(title);
  if (wanted.empty() && !context_.is_zola()) {
    // HTML allows no empty id.
    wanted = "section";
  }
  return context_.ids.take_unique(std::move(wanted));
}

void HeadingWriter::write(cmark_node* heading, const std::string& id, const std::string& content) {
  const std::string tag = "h" + std::to_string(cmark_node_get_heading_level(heading));
  const std::string& classes = attributes_of(heading).classes;
  const AnchorLinks anchors = context_.input.options.anchor_links;
  std::string& html = context_.html();
  open_block(context_, tag, heading);
  html += " id=\"";
  append_text(html, id);
  if (!classes.empty()) {
    html += "\" class=\"";
    append_text(html, classes);
  }
  html += "\">";
  const std::string anchor = anchors == AnchorLinks::None ? std::string() : anchor_link(heading, id);
  if (anchors == AnchorLinks::Left) {
    html.append(anchor).append(content);
  } else if (anchors == AnchorLinks::Right) {
    html.append(content).append(anchor);
  } else if (const std::string_view open = opening_link_tag(anchor); !open.empty()) {
    html.append(open).append(content).append("</a>");
  } else {
    html += content;
  }
  html += "</" + tag + ">\n";
}

std::string HeadingWriter::anchor_link(cmark_node* heading, const std::string& id) const {
  const MarkupTemplates plain;
  const MarkupTemplates* own = context_.input.templates;
  return (own == nullptr ? plain : *own).render_anchor_link(id, cmark_node_get_heading_level(heading));
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
