#include "markdown/html/links.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "markdown/autolink.h"
#include "markdown/emoji.h"
#include "markdown/escape.h"
#include "markdown/html/node.h"
#include "markdown/limits.h"
#include "markdown/smart_punctuation.h"

namespace loom::markdown {
namespace {

std::string_view url_of(cmark_node* node) {
  const char* url = cmark_node_get_url(node);
  return url == nullptr ? std::string_view() : std::string_view(url);
}

void append_title(std::string& html, cmark_node* node) {
  const char* title = cmark_node_get_title(node);
  if (title != nullptr && *title != '\0') {
    html += " title=\"";
    append_text(html, title);
    html += '"';
  }
}

bool is_external(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

/// The text below an image, escaped for an attribute; breaks are blanks.
void append_alternative(std::string& html, std::string& plain, cmark_node* image) {
  for (cmark_node* node = cmark_node_first_child(image); node != nullptr; node = next_below(node, image)) {
    if (is_type(node, CMARK_NODE_SOFTBREAK) || is_type(node, CMARK_NODE_LINEBREAK)) {
      html += ' ';
      plain += ' ';
    } else if (is_type(node, CMARK_NODE_TEXT) || is_type(node, CMARK_NODE_CODE) ||
               is_type(node, CMARK_NODE_HTML_INLINE)) {
      append_text(html, literal_of(node));
      plain += literal_of(node);
    }
  }
}

/// Whether a link, image or autolink can begin at this byte.
bool opens_link(std::string_view line, std::size_t byte) {
  return byte < line.size() && (line[byte] == '[' || line[byte] == '!' || line[byte] == '<');
}

}  // namespace

/// The parser counts the column of a link that spans lines from its first line, and names its last.
LinkWriter::Place LinkWriter::place_of(cmark_node* node) {
  constexpr std::uint32_t kLinesBackMax = 20;
  const std::uint32_t last = line_of(node);
  const auto byte = static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(node)) - 1);
  for (std::uint32_t back = 0; back < std::min(last, kLinesBackMax); ++back) {
    if (opens_link(context_.lines.line(last - back), byte)) {
      return {last - back, byte};
    }
  }
  return {last, 0};
}

std::uint32_t LinkWriter::column_of(const Place& place) {
  if (place.text_line != counted_.text_line || place.line_byte < counted_.line_byte) {
    counted_ = {place.text_line, 0};
    counted_characters_ = 0;
  }
  const std::string_view line = context_.lines.line(place.text_line);
  counted_characters_ +=
      base::count_characters(line.substr(counted_.line_byte, place.line_byte - counted_.line_byte));
  counted_.line_byte = place.line_byte;
  return static_cast<std::uint32_t>(counted_characters_) + 1;
}

void LinkWriter::report_broken(cmark_node* node, const Place& place, const BrokenLink& broken) {
  const std::string_view line = context_.lines.line(place.text_line);
  const auto end = static_cast<std::size_t>(std::max(0, cmark_node_get_end_column(node)));
  base::Diagnostic diagnostic;
  diagnostic.severity =
      context_.input.options.broken_links_are_warnings ? base::Severity::Warning : base::Severity::Error;
  diagnostic.file = context_.input.file;
  diagnostic.line = file_line(context_, place.text_line);
  const bool is_whole = is_whole_line(context_, place.text_line);
  diagnostic.column = is_whole ? column_of(place) : 0;
  if (is_whole && end > place.line_byte && end <= line.size()) {
    diagnostic.length = static_cast<std::uint32_t>(
        base::count_characters(line.substr(place.line_byte, end - place.line_byte)));
  }
  diagnostic.message = broken.message;
  diagnostic.hint = broken.hint;
  if (is_whole && line.size() <= kSourceLineBytesMax) {
    diagnostic.source_line = line;
  }
  context_.diagnostics.add(std::move(diagnostic));
}

std::string LinkWriter::take_url(cmark_node* node, bool is_image) {
  const std::string_view destination = url_of(node);
  const Place place = place_of(node);
  std::string url(destination);
  if (context_.input.resolver != nullptr && !destination.empty()) {
    LinkResolution resolution =
        context_.input.resolver->resolve(destination, is_image ? LinkKind::Image : LinkKind::Link);
    if (auto* rewritten = std::get_if<RewrittenLink>(&resolution)) {
      url = std::move(rewritten->url);
    } else if (const auto* broken = std::get_if<BrokenLink>(&resolution)) {
      report_broken(node, place, *broken);
    }
  }
  context_.document.links.push_back({std::string(destination), url, file_line(context_, place.text_line),
                                     is_whole_line(context_, place.text_line) ? column_of(place) : 0,
                                     is_image});
  return url;
}

void LinkWriter::open_anchor(std::string_view url, std::string_view written) {
  const MarkdownOptions& options = context_.input.options;
  std::string& html = context_.html();
  html += "<a";
  if (is_external(written)) {
    std::string relation;
    relation += options.external_links_target_blank ? " noopener" : "";
    relation += options.external_links_no_follow ? " nofollow" : "";
    relation += options.external_links_no_referrer ? " noreferrer" : "";
    relation += options.external_links_external ? " external" : "";
    if (!options.external_links_class.empty()) {
      html += " class=\"";
      append_text(html, options.external_links_class);
      html += '"';
    }
    if (!relation.empty()) {
      html += " rel=\"" + relation.substr(1) + '"';
    }
    html += options.external_links_target_blank ? " target=\"_blank\"" : "";
  }
  html += " href=\"";
  append_url(html, url);
  html += '"';
}

void LinkWriter::enter_link(cmark_node* link) {
  open_anchor(take_url(link, false), url_of(link));
  append_title(context_.html(), link);
  context_.html() += '>';
  ++context_.link_depth;
}

void LinkWriter::leave_link() {
  context_.html() += "</a>";
  --context_.link_depth;
}

void LinkWriter::write_image(cmark_node* image) {
  const std::string url = take_url(image, true);
  std::string& html = context_.html();
  html += "<img src=\"";
  append_url(html, url);
  html += "\" alt=\"";
  append_alternative(html, context_.plain(), image);
  html += '"';
  append_title(html, image);
  html += context_.input.options.lazy_async_images ? " loading=\"lazy\" decoding=\"async\" />" : " />";
}

void LinkWriter::write_text(cmark_node* node, std::string_view text) {
  const MarkdownOptions& options = context_.input.options;
  if (options.render_emoji && text.find(':') != std::string_view::npos) {
    emoji_text_.clear();
    append_with_emoji(emoji_text_, text);
    text = emoji_text_;
  }
  context_.plain() += text;
  if (options.autolink && context_.link_depth == 0) {
    write_autolinked(node, text);
  } else {
    append_content(context_, text);
  }
}

void LinkWriter::write_autolinked(cmark_node* node, std::string_view text) {
  auto column = static_cast<std::uint32_t>(std::max(1, cmark_node_get_start_column(node)));
  std::size_t written = 0;
  AutolinkFinder finder(text);
  while (const auto link = finder.next()) {
    const std::string_view before = text.substr(written, link->begin - written);
    const std::string_view shown = text.substr(link->begin, link->end - link->begin);
    column += static_cast<std::uint32_t>(base::count_characters(before));
    append_content(context_, before);
    write_autolink(*link, shown, {file_line(context_, line_of(node)), column});
    column += static_cast<std::uint32_t>(base::count_characters(shown));
    written = link->end;
  }
  append_content(context_, text.substr(written));
}

void LinkWriter::write_autolink(const Autolink& link, std::string_view shown, FilePlace place) {
  std::string url(link.url_prefix());
  url += context_.input.options.smart_punctuation ? plain_punctuation(shown) : std::string(shown);
  open_anchor(url, url);
  context_.html() += '>';
  append_content(context_, shown);
  context_.html() += "</a>";
  context_.document.links.push_back({std::string(shown), std::move(url), place.line, place.column, false});
}

}  // namespace loom::markdown
