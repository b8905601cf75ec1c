// Cuts HTML into tags, comments and text, by the rules of the HTML standard's tokenizer (section 13.2.5) and
// without a tree: for work on text that must not mistake a script for markup. Linear. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loom::build {

enum class HtmlTokenKind : std::uint8_t {
  Text,
  /// What script, style, textarea, title, iframe, noembed, noframes and xmp hold, up to their end tag.
  /// Not in SVG.
  RawText,
  StartTag,
  EndTag,
  Comment,
  /// A doctype, or something the standard reads as a comment: "<?x>", "<!x>", "</ x>".
  Declaration
};

/// Views into the text.
struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::Text;
  /// All bytes of the token; the tokens together are the text.
  std::string_view raw;
  /// Of tags, as written.
  std::string_view name;
};

class HtmlTokenizer {
 public:
  /// `html` must outlive the tokenizer and its tokens.
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}

  /// Nothing at the end.
  std::optional<HtmlToken> next();

 private:
  HtmlToken take(HtmlTokenKind kind, std::size_t end, std::string_view name = {});
  HtmlToken take_tag(HtmlTokenKind kind, std::size_t name_begin);
  HtmlToken take_markup();
  void enter(const HtmlToken& tag);
  std::size_t find_markup() const;

  std::string_view html_;
  std::size_t position_ = 0;
  /// The element whose raw text comes next; "" when none.
  std::string_view raw_element_;
  /// Open svg and math elements: there, script, style and title hold markup as other elements do.
  std::size_t foreign_depth_ = 0;
};

/// Compares the name of a tag with a lower-case name.
bool is_tag_name(std::string_view name, std::string_view lower_case);

}  // namespace loom::build
