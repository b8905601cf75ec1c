#include "markdown/footnote_places.h"

#include <algorithm>
#include <cmark-gfm/chunk.h>
#include <cmark-gfm/node.h>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "markdown/html/node.h"

namespace loom::markdown {
namespace {

std::vector<cmark_node*> find_nodes(cmark_node* root, cmark_node_type type) {
  std::vector<cmark_node*> found;
  for (cmark_node* node = root; node != nullptr; node = next_below(node, root)) {
    if (is_type(node, type)) {
      found.push_back(node);
    }
  }
  return found;
}

/// The definitions that the parser put at the end, in the order of their numbers.
std::vector<cmark_node*> gathered_definitions(cmark_node* root) {
  std::vector<cmark_node*> definitions;
  cmark_node* first = cmark_node_last_child(root);
  while (is_type(first, CMARK_NODE_FOOTNOTE_DEFINITION) &&
         is_type(cmark_node_previous(first), CMARK_NODE_FOOTNOTE_DEFINITION)) {
    first = cmark_node_previous(first);
  }
  for (cmark_node* node = first; is_type(node, CMARK_NODE_FOOTNOTE_DEFINITION);
       node = cmark_node_next(node)) {
    definitions.push_back(node);
  }
  return definitions;
}

struct OpenBracket {
  std::size_t offset = 0;
  bool is_footnote = false;
};

void join_lines_of_labels(unsigned char* text, std::size_t size) {
  std::vector<OpenBracket> open;
  std::size_t joined = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '[') {
      open.push_back({i, i + 1 < size && text[i + 1] == '^'});
    } else if (text[i] == ']' && !open.empty()) {
      if (open.back().is_footnote) {
        unsigned char* const begin = text + std::max(joined, open.back().offset);
        std::replace(begin, text + i, static_cast<unsigned char>('\n'), static_cast<unsigned char>(' '));
        joined = i;
      }
      open.pop_back();
    }
  }
}

}  // namespace

void mark_footnote_places(cmark_node* root) {
  for (cmark_node* definition : find_nodes(root, CMARK_NODE_FOOTNOTE_DEFINITION)) {
    cmark_node* mark = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node* reference = cmark_node_new(CMARK_NODE_FOOTNOTE_REFERENCE);
    cmark_node_set_literal(reference, footnote_label(definition).c_str());
    cmark_node_append_child(mark, reference);
    cmark_node_insert_before(definition, mark);
  }
}

void restore_footnote_places(cmark_node* root) {
  std::vector<cmark_node*> definitions = gathered_definitions(root);
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    set_footnote_number(definitions[i], i + 1);
  }
  for (cmark_node* mark : find_nodes(root, CMARK_NODE_CUSTOM_BLOCK)) {
    const auto number = base::parse_unsigned(literal_of(cmark_node_first_child(mark)));
    if (number && *number >= 1 && *number <= definitions.size()) {
      // A label that is defined twice has two marks.
      if (cmark_node* definition = std::exchange(definitions[*number - 1], nullptr)) {
        cmark_node_unlink(definition);
        cmark_node_insert_after(mark, definition);
      }
    }
    remove_node(mark);
  }
  // What the parser has not gathered, as the second of two definitions of one label, comes last.
  std::size_t number = definitions.size();
  for (cmark_node* definition : find_nodes(root, CMARK_NODE_FOOTNOTE_DEFINITION)) {
    if (footnote_number(definition) == 0) {
      set_footnote_number(definition, ++number);
    }
  }
}

void join_lines_of_footnote_labels(cmark_node* root) {
  for (const cmark_node_type type : {CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING}) {
    for (cmark_node* block : find_nodes(root, type)) {
      join_lines_of_labels(block->content.ptr, static_cast<std::size_t>(block->content.size));
    }
  }
}

std::string footnote_label(cmark_node* definition) {
  const cmark_chunk& literal = definition->as.literal;
  return {reinterpret_cast<const char*>(literal.data), static_cast<std::size_t>(literal.len)};
}

std::size_t footnote_number(cmark_node* definition) {
  return reinterpret_cast<std::size_t>(cmark_node_get_user_data(definition));
}

void set_footnote_number(cmark_node* definition, std::size_t number) {
  cmark_node_set_user_data(definition, reinterpret_cast<void*>(number));
}

}  // namespace loom::markdown
