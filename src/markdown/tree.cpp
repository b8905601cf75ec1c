#include "markdown/tree.h"

#include <array>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/parser.h>
#include <mutex>

#include "base/check.h"
#include "base/utf8.h"
#include "markdown/definition_lists.h"
#include "markdown/footnote_places.h"
#include "markdown/html/node.h"
#include "markdown/zola_quotes.h"

namespace loom::markdown {
namespace {

using Extensions = std::array<cmark_syntax_extension*, 3>;

/// Registers kinds of nodes in the library's global tables.
struct LoadedExtensions {
  Extensions always;
  cmark_syntax_extension* definition_lists;
};

cmark_syntax_extension* find_extension(const char* name) {
  cmark_syntax_extension* extension = cmark_find_syntax_extension(name);
  LOOM_CHECK(extension != nullptr);
  return extension;
}

LoadedExtensions load_extensions() {
  cmark_gfm_core_extensions_ensure_registered();
  return {{find_extension("table"), find_extension("strikethrough"), find_extension("tasklist")},
          definition_list_extension()};
}

const LoadedExtensions& extensions() {
  static const LoadedExtensions kExtensions = load_extensions();
  return kExtensions;
}

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

/// While it parses inlines, the library marks the special characters of the attached extensions in tables
/// that all parsers share, and clears them at the end.
std::mutex& finish_mutex() {
  static std::mutex mutex;
  return mutex;
}

using Parser = std::unique_ptr<cmark_parser, ParserDeleter>;

Parser make_parser(const TreeOptions& options) {
  const int flags = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 |
                    (options.smart_punctuation ? CMARK_OPT_SMART : 0);
  const LoadedExtensions& loaded = extensions();
  Parser parser(cmark_parser_new(flags));
  if (options.definition_lists) {
    // Asked first: the extension for tables takes every line below a paragraph, a table or not.
    cmark_parser_attach_syntax_extension(parser.get(), loaded.definition_lists);
  }
  for (cmark_syntax_extension* extension : loaded.always) {
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  return parser;
}

void feed(cmark_parser& parser, std::string_view text) {
  cmark_parser_feed(&parser, text.data(), text.size());
  if (!text.empty() && text.back() != '\n') {
    // The parser would take an unfinished line only at the end, when inlines are next.
    cmark_parser_feed(&parser, "\n", 1);
  }
}

/// Between the blocks and their inlines, when the text of a block is still the author's.
void change_blocks(cmark_node* root, std::string_view text, const TreeOptions& options) {
  if (text.find('{') != std::string_view::npos) {
    take_heading_attributes(root, options.heading_attributes);
  }
  if (options.definition_lists) {
    settle_definition_lists(root, text);
  }
}

Tree finish(cmark_parser& parser) {
  const std::lock_guard lock(finish_mutex());
  return Tree(cmark_parser_finish(&parser));
}

/// The parser may cut the text of a footnote's label that it gives back inside a character.
void repair_texts(cmark_node* root) {
  for (cmark_node* node = root; node != nullptr; node = next_below(node, root)) {
    if (is_type(node, CMARK_NODE_TEXT) && base::find_invalid_utf8(literal_of(node))) {
      cmark_node_set_literal(node, base::repair_utf8(literal_of(node)).c_str());
    }
  }
}

}  // namespace

void TreeDeleter::operator()(cmark_node* root) const {
  cmark_node_free(root);
}

Tree parse_tree(std::string_view text, const TreeOptions& options) {
  const Parser parser = make_parser(options);
  feed(*parser, text);
  const bool may_have_footnotes = text.find("[^") != std::string_view::npos;
  const bool marks_footnotes = options.footnotes_in_place && may_have_footnotes;
  if (marks_footnotes) {
    mark_footnote_places(parser->root);
  }
  if (may_have_footnotes) {
    join_lines_of_footnote_labels(parser->root);
  }
  change_blocks(parser->root, text, options);
  Tree tree = finish(*parser);
  if (marks_footnotes) {
    restore_footnote_places(tree.get());
  }
  if (may_have_footnotes) {
    repair_texts(tree.get());
  }
  if (options.smart_punctuation && options.zola_quotes) {
    set_zola_quotes(tree.get(), text);
  }
  return tree;
}

}  // namespace loom::markdown
