#include "markdown/definition_lists.h"

#include <algorithm>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cstdint>
#include <vector>

#include "markdown/html/node.h"
#include "markdown/source_lines.h"

namespace loom::markdown {
namespace {

constexpr char kMarker = ':';
/// As many blanks behind the marker make the definition begin with indented code.
constexpr int kCodeBlanks = 5;

struct NodeKinds {
  cmark_node_type list;
  cmark_node_type title;
  cmark_node_type definition;
};

const NodeKinds& kinds() {
  static const NodeKinds kKinds{cmark_syntax_extension_add_node(0), cmark_syntax_extension_add_node(0),
                                cmark_syntax_extension_add_node(0)};
  return kKinds;
}

bool is_block_type(cmark_node_type type) {
  return (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

// A node has one word for its user: of a definition the columns that its lines are indented by, of a list
// whether it is loose.
void set_number(cmark_node* node, std::intptr_t number) {
  cmark_node_set_user_data(node, reinterpret_cast<void*>(number));
}

std::intptr_t number_of(cmark_node* node) {
  return reinterpret_cast<std::intptr_t>(cmark_node_get_user_data(node));
}

int can_contain(cmark_syntax_extension* /*extension*/, cmark_node* node, cmark_node_type child) {
  if (is_definition_title(node)) {
    return is_block_type(child) ? 0 : 1;
  }
  const bool is_part = child == kinds().title || child == kinds().definition;
  if (is_definition(node)) {
    return is_block_type(child) && child != CMARK_NODE_ITEM && !is_part ? 1 : 0;
  }
  // A paragraph behind a definition may become the next title.
  cmark_node* last = cmark_node_last_child(node);
  const bool takes_paragraph = last == nullptr || is_definition(last);
  return is_part || (child == CMARK_NODE_PARAGRAPH && takes_paragraph) ? 1 : 0;
}

int contains_inlines(cmark_syntax_extension* /*extension*/, cmark_node* node) {
  return is_definition_title(node) ? 1 : 0;
}

cmark_node* add_part(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* parent,
                     cmark_node_type type) {
  cmark_node* part =
      cmark_parser_add_child(parser, parent, type, cmark_parser_get_first_nonspace(parser) + 1);
  cmark_node_set_syntax_extension(part, extension);
  return part;
}

void make_title(cmark_syntax_extension* extension, cmark_node* paragraph) {
  cmark_node_set_type(paragraph, kinds().title);
  cmark_node_set_syntax_extension(paragraph, extension);
}

/// The list that a definition in `container` belongs to, or null when no title stands before it.
cmark_node* open_list(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* container) {
  cmark_node* before =
      is_type(container, CMARK_NODE_PARAGRAPH) ? container : cmark_node_last_child(container);
  if (is_definition_list(container) && is_definition(before)) {
    return container;
  }
  if (!is_type(before, CMARK_NODE_PARAGRAPH)) {
    return nullptr;
  }
  cmark_node* list = cmark_node_parent(before);
  if (!is_definition_list(list)) {
    list = add_part(extension, parser, list, kinds().list);
    cmark_node_unlink(before);
    cmark_node_append_child(list, before);
  }
  make_title(extension, before);
  return list;
}

/// Columns of blanks from `place`, which is at `column` of the line, on, at most kCodeBlanks. A tab goes to
/// the next multiple of four columns.
int count_blanks(std::string_view line, std::size_t place, int column) {
  constexpr int kTabColumns = 4;
  int blanks = 0;
  for (; place < line.size() && blanks < kCodeBlanks; ++place) {
    if (line[place] != ' ' && line[place] != '\t') {
      break;
    }
    blanks += line[place] == ' ' ? 1 : kTabColumns - (column + blanks) % kTabColumns;
  }
  return std::min(blanks, kCodeBlanks);
}

// NOLINTNEXTLINE(readability-function-size): the parameters are those of cmark_open_block_func
cmark_node* open_definition(cmark_syntax_extension* extension, int indented, cmark_parser* parser,
                            cmark_node* container, unsigned char* input, int length) {
  const std::string_view line(reinterpret_cast<const char*>(input), static_cast<std::size_t>(length));
  const int first = cmark_parser_get_first_nonspace(parser);
  const auto marker = static_cast<std::size_t>(first);
  if (indented != 0 || marker >= line.size() || line[marker] != kMarker) {
    return nullptr;
  }
  cmark_node* list = open_list(extension, parser, container);
  if (list == nullptr) {
    return nullptr;
  }
  const int blanks = count_blanks(line, marker + 1, cmark_parser_get_first_nonspace_column(parser) + 1);
  const int skipped = blanks >= kCodeBlanks ? 1 : blanks;
  cmark_node* definition = add_part(extension, parser, list, kinds().definition);
  set_number(definition, cmark_parser_get_indent(parser) + 1 + skipped);
  const auto text = reinterpret_cast<const char*>(input);
  cmark_parser_advance_offset(parser, text, first + 1 - cmark_parser_get_offset(parser), 0);
  cmark_parser_advance_offset(parser, text, skipped, 1);
  return definition;
}

/// Whether a line goes on with an open node of ours.
// NOLINTNEXTLINE(readability-function-size): the parameters are those of cmark_match_block_func
int matches_line(cmark_syntax_extension* /*extension*/, cmark_parser* parser, unsigned char* input,
                 int /*length*/, cmark_node* node) {
  if (!is_definition(node)) {
    return is_definition_list(node) ? 1 : 0;
  }
  const auto text = reinterpret_cast<const char*>(input);
  const auto indentation = static_cast<int>(number_of(node));
  if (cmark_parser_get_indent(parser) >= indentation) {
    cmark_parser_advance_offset(parser, text, indentation, 1);
    return 1;
  }
  if (cmark_parser_is_blank(parser) == 0 || cmark_node_first_child(node) == nullptr) {
    return 0;
  }
  cmark_parser_advance_offset(parser, text,
                              cmark_parser_get_first_nonspace(parser) - cmark_parser_get_offset(parser), 0);
  return 1;
}

cmark_syntax_extension* make_extension() {
  kinds();
  cmark_syntax_extension* extension = cmark_syntax_extension_new("definition_list");
  cmark_syntax_extension_set_open_block_func(extension, open_definition);
  cmark_syntax_extension_set_match_block_func(extension, matches_line);
  cmark_syntax_extension_set_can_contain_func(extension, can_contain);
  cmark_syntax_extension_set_contains_inlines_func(extension, contains_inlines);
  return extension;
}

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t\r>") == std::string_view::npos;
}

bool follows_blank_line(cmark_node* node, SourceLines& lines) {
  return line_of(node) > 1 && is_blank_line(lines.line(line_of(node) - 1));
}

bool is_loose(cmark_node* list, SourceLines& lines) {
  for (cmark_node* part = cmark_node_first_child(list); part != nullptr; part = cmark_node_next(part)) {
    if (!is_definition(part)) {
      continue;
    }
    if (follows_blank_line(part, lines)) {
      return true;
    }
    cmark_node* first = cmark_node_first_child(part);
    for (cmark_node* block = first == nullptr ? nullptr : cmark_node_next(first); block != nullptr;
         block = cmark_node_next(block)) {
      if (follows_blank_line(block, lines)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

cmark_syntax_extension* definition_list_extension() {
  static cmark_syntax_extension* const kExtension = make_extension();
  return kExtension;
}

void settle_definition_lists(cmark_node* root, std::string_view text) {
  std::vector<cmark_node*> lists;
  for (cmark_node* node = root; node != nullptr; node = next_below(node, root)) {
    if (is_definition_list(node)) {
      lists.push_back(node);
    }
  }
  SourceLines lines(text);
  for (cmark_node* list : lists) {
    cmark_node* last = cmark_node_last_child(list);
    if (is_type(last, CMARK_NODE_PARAGRAPH)) {
      cmark_node_unlink(last);
      cmark_node_insert_after(list, last);
    }
    set_number(list, is_loose(list, lines) ? 1 : 0);
  }
}

bool is_definition_list(cmark_node* node) {
  return is_type(node, kinds().list);
}

bool is_definition_title(cmark_node* node) {
  return is_type(node, kinds().title);
}

bool is_definition(cmark_node* node) {
  return is_type(node, kinds().definition);
}

bool is_tight_definition_list(cmark_node* list) {
  return number_of(list) == 0;
}

}  // namespace loom::markdown
