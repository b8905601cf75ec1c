#include "markdown/zola_quotes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "markdown/html/node.h"

namespace loom::markdown {
namespace {

constexpr std::string_view kLeftSingle = "\u2018";
constexpr std::string_view kRightSingle = "\u2019";
constexpr std::string_view kLeftDouble = "\u201C";
constexpr std::string_view kRightDouble = "\u201D";
constexpr std::size_t kQuoteBytes = 3;

/// What stands beside a quote; Edge is the begin or end of the block.
enum class Side : std::uint8_t { Edge, Space, Letter, Bracket, OtherMark };

Side side_of(std::uint32_t code_point) {
  if (base::is_unicode_space(code_point)) {
    return Side::Space;
  }
  if (base::is_unicode_letter_or_digit(code_point)) {
    return Side::Letter;
  }
  return code_point == ']' || code_point == ')' ? Side::Bracket : Side::OtherMark;
}

/// The node next to a text: breaks are space, all else ends or begins with a mark.
Side side_of_node(cmark_node* neighbour, cmark_node* parent, bool is_before) {
  if (neighbour == nullptr) {
    const bool is_block_edge = (cmark_node_get_type(parent) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
    return is_block_edge ? Side::Edge : Side::OtherMark;
  }
  if (is_type(neighbour, CMARK_NODE_SOFTBREAK) || is_type(neighbour, CMARK_NODE_LINEBREAK)) {
    return Side::Space;
  }
  const bool ends_in_bracket = is_type(neighbour, CMARK_NODE_LINK) || is_type(neighbour, CMARK_NODE_IMAGE) ||
                               is_type(neighbour, CMARK_NODE_FOOTNOTE_REFERENCE);
  return is_before && ends_in_bracket ? Side::Bracket : Side::OtherMark;
}

bool is_quote(std::string_view text) {
  return text.starts_with(kLeftSingle) || text.starts_with(kRightSingle) || text.starts_with(kLeftDouble) ||
         text.starts_with(kRightDouble);
}

/// The quotes of one block, text after text.
class BlockQuotes {
 public:
  void add(cmark_node* node) {
    std::string text(literal_of(node));
    bool is_changed = false;
    for (std::size_t place = text.find('\xE2'); place != std::string::npos;
         place = text.find('\xE2', place + 1)) {
      if (is_quote(std::string_view(text).substr(place))) {
        set_quote(text, place, node);
        is_changed = true;
      }
    }
    if (is_changed) {
      texts_.push_back({node, std::move(text)});
    }
  }

  void finish() {
    for (const Text& text : texts_) {
      cmark_node_set_literal(text.node, text.changed.c_str());
    }
  }

 private:
  struct Text {
    cmark_node* node;
    std::string changed;
  };
  struct OpenQuote {
    /// Index into texts_; its size for the text that is being changed.
    std::size_t text;
    std::size_t place;
  };

  static Side side_before(std::string_view text, std::size_t place, cmark_node* node) {
    if (place == 0) {
      return side_of_node(cmark_node_previous(node), cmark_node_parent(node), true);
    }
    std::size_t begin = place - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
      --begin;
    }
    std::size_t length = 0;
    return side_of(base::decode_utf8(text, begin, length));
  }

  static Side side_after(std::string_view text, std::size_t place, cmark_node* node) {
    if (place == text.size()) {
      return side_of_node(cmark_node_next(node), cmark_node_parent(node), false);
    }
    std::size_t length = 0;
    return side_of(base::decode_utf8(text, place, length));
  }

  void set_quote(std::string& text, std::size_t place, cmark_node* node) {
    const Side before = side_before(text, place, node);
    const Side after = side_after(text, place + kQuoteBytes, node);
    const std::string_view quote = std::string_view(text).substr(place, kQuoteBytes);
    const bool is_single = quote == kLeftSingle || quote == kRightSingle;
    const bool can_close = before != Side::Edge && before != Side::Space && after != Side::Letter;
    const bool can_open = after != Side::Edge && after != Side::Space && before != Side::Letter &&
                          !(is_single && before == Side::Bracket);
    const bool is_closed = can_close && (is_single ? open_single_.has_value() : is_double_open_);
    if (is_single) {
      set_single(text, place, is_closed, can_open);
    } else {
      text.replace(place, kQuoteBytes, is_closed ? kRightDouble : kLeftDouble);
      is_double_open_ = !is_closed && (is_double_open_ || can_open);
    }
  }

  /// A single quote is an apostrophe until another one closes it.
  void set_single(std::string& text, std::size_t place, bool is_closed, bool can_open) {
    text.replace(place, kQuoteBytes, kRightSingle);
    if (is_closed) {
      std::string& opened = open_single_->text == texts_.size() ? text : texts_[open_single_->text].changed;
      opened.replace(open_single_->place, kQuoteBytes, kLeftSingle);
      open_single_.reset();
    } else if (can_open) {
      open_single_ = OpenQuote{texts_.size(), place};
    }
  }

  std::vector<Text> texts_;
  std::optional<OpenQuote> open_single_;
  bool is_double_open_ = false;
};

bool holds_curly_quotes(std::string_view text) {
  for (std::size_t place = text.find('\xE2'); place != std::string_view::npos;
       place = text.find('\xE2', place + 1)) {
    if (is_quote(text.substr(place))) {
      return true;
    }
  }
  return text.find("quo;") != std::string_view::npos || text.find("&#82") != std::string_view::npos ||
         text.find("&#x20") != std::string_view::npos || text.find("&#X20") != std::string_view::npos;
}

bool is_block(cmark_node* node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

}  // namespace

void set_zola_quotes(cmark_node* root, std::string_view text) {
  if (text.find_first_of("'\"") == std::string_view::npos || holds_curly_quotes(text)) {
    return;
  }
  BlockQuotes quotes;
  for (cmark_node* node = root; node != nullptr; node = next_below(node, root)) {
    if (is_block(node)) {
      quotes.finish();
      quotes = BlockQuotes();
    } else if (is_type(node, CMARK_NODE_TEXT)) {
      quotes.add(node);
    }
  }
  quotes.finish();
}

}  // namespace loom::markdown
