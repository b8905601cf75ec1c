#include "markdown/footnote_places.h"

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
  for (cmark_node* mark : find_nodes(root, CMARK_NODE_CUSTOM_BLOCK)) {
    const auto number = base::parse_unsigned(literal_of(cmark_node_first_child(mark)));
    if (number && *number >= 1 && *number <= definitions.size()) {
      // A label that is defined twice has two marks.
      if (cmark_node* definition = std::exchange(definitions[*number - 1], nullptr)) {
        set_footnote_number(definition, *number);
        cmark_node_unlink(definition);
        cmark_node_insert_after(mark, definition);
      }
    }
    remove_node(mark);
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
