// Links and images, and the bare URLs in text. One thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/autolink.h"
#include "markdown/html/context.h"

namespace loom::markdown {

class LinkWriter {
 public:
  explicit LinkWriter(Context& context) : context_(context) {}

  void enter_link(cmark_node* link);
  void leave_link();
  /// The whole image: what is below it becomes its alternative text.
  void write_image(cmark_node* image);
  /// Text of a text node, bare URLs in it linked where the options say so.
  void write_text(cmark_node* node, std::string_view text);

 private:
  struct Place {
    std::uint32_t text_line = 0;
    /// Byte of the line, 0-based.
    std::size_t line_byte = 0;
  };

  /// In the file, both 1-based; the column counts characters.
  struct FilePlace {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
  };

  /// Asks the resolver, keeps the link, reports it when it is broken; the URL it leads to.
  std::string take_url(cmark_node* node, bool is_image);
  Place place_of(cmark_node* node);
  std::uint32_t column_of(const Place& place);
  void report_broken(cmark_node* node, const Place& place, const BrokenLink& broken);
  /// `written` decides whether the link leads out of the site.
  void open_anchor(std::string_view url, std::string_view written);
  void write_autolinked(cmark_node* node, std::string_view text);
  void write_autolink(const Autolink& link, std::string_view shown, FilePlace place);

  Context& context_;
  /// How far the characters of a line are counted: a line of a thousand links is counted once.
  Place counted_;
  std::size_t counted_characters_ = 0;
  /// Reused from one text to the next.
  std::string emoji_text_;
};

}  // namespace loom::markdown
