#include "markdown/html/insertions.h"

#include <string_view>
#include <vector>

#include "markdown/html/node.h"
#include "markdown/insertion_mark.h"
#include "markdown/raw_html.h"

namespace loom::markdown {
namespace {

using Insertions = std::span<const std::string>;

/// Its address marks the nodes that are insertions.
char insertion_tag = 0;

std::string_view insertion_at(Insertions insertions, std::size_t index) {
  return index < insertions.size() ? std::string_view(insertions[index]) : std::string_view();
}

/// `text` with the HTML in place of the marks; nothing when it has none.
std::optional<std::string> filled_in(std::string_view text, Insertions insertions) {
  auto mark = find_insertion_mark(text);
  if (!mark) {
    return std::nullopt;
  }
  std::string filled;
  std::size_t done = 0;
  for (; mark; mark = find_insertion_mark(text, done)) {
    filled.append(text.substr(done, mark->begin - done)).append(insertion_at(insertions, mark->index));
    done = mark->end;
  }
  filled.append(text.substr(done));
  return filled;
}

void fill_literal(cmark_node* node, Insertions insertions) {
  if (const auto filled = filled_in(literal_of(node), insertions)) {
    cmark_node_set_literal(node, filled->c_str());
  }
}

using Getter = const char* (*)(cmark_node*);
using Setter = int (*)(cmark_node*, const char*);

void fill_field(cmark_node* node, Insertions insertions, Getter get, Setter set) {
  const char* field = get(node);
  if (field == nullptr) {
    return;
  }
  if (const auto filled = filled_in(field, insertions)) {
    set(node, filled->c_str());
  }
}

cmark_node* new_insertion(cmark_node_type type, std::string_view html) {
  cmark_node* node = cmark_node_new(type);
  cmark_node_set_literal(node, std::string(html).c_str());
  cmark_node_set_user_data(node, &insertion_tag);
  return node;
}

void insert_text_before(cmark_node* place, std::string_view text) {
  if (!text.empty()) {
    cmark_node* node = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(node, std::string(text).c_str());
    cmark_node_insert_before(place, node);
  }
}

/// Puts text and insertions in the place of a text node.
void split_text(cmark_node* node, Insertions insertions) {
  const std::string text(literal_of(node));
  std::size_t done = 0;
  for (auto mark = find_insertion_mark(text); mark; mark = find_insertion_mark(text, done)) {
    insert_text_before(node, std::string_view(text).substr(done, mark->begin - done));
    cmark_node_insert_before(node,
                             new_insertion(CMARK_NODE_HTML_INLINE, insertion_at(insertions, mark->index)));
    done = mark->end;
  }
  insert_text_before(node, std::string_view(text).substr(done));
  remove_node(node);
}

bool is_in(cmark_node* node, cmark_node_type type) {
  cmark_node* above = cmark_node_parent(node);
  while (above != nullptr && !is_type(above, type)) {
    above = cmark_node_parent(above);
  }
  return above != nullptr;
}

/// Whether a text node is one mark and all there is of a paragraph.
bool is_paragraph_alone(cmark_node* node, const InsertionMark& mark, std::string_view text) {
  return mark.begin == 0 && mark.end == text.size() &&
         is_type(cmark_node_parent(node), CMARK_NODE_PARAGRAPH) && cmark_node_next(node) == nullptr &&
         cmark_node_previous(node) == nullptr;
}

void place_in_text(cmark_node* node, Insertions insertions) {
  const std::string_view text = literal_of(node);
  const auto mark = find_insertion_mark(text);
  if (!mark) {
    return;
  }
  if (is_in(node, CMARK_NODE_IMAGE)) {
    fill_literal(node, insertions);
  } else if (is_paragraph_alone(node, *mark, text)) {
    cmark_node* paragraph = cmark_node_parent(node);
    cmark_node_replace(paragraph,
                       new_insertion(CMARK_NODE_HTML_BLOCK, insertion_at(insertions, mark->index)));
    cmark_node_free(paragraph);
  } else {
    split_text(node, insertions);
  }
}

void place_in_node(cmark_node* node, Insertions insertions) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      return place_in_text(node, insertions);
    case CMARK_NODE_CODE_BLOCK:
      fill_field(node, insertions, cmark_node_get_fence_info, cmark_node_set_fence_info);
      return fill_literal(node, insertions);
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
      return fill_literal(node, insertions);
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      fill_field(node, insertions, cmark_node_get_url, cmark_node_set_url);
      return fill_field(node, insertions, cmark_node_get_title, cmark_node_set_title);
    default:
      return;
  }
}

}  // namespace

void place_insertions(cmark_node* root, std::span<const std::string> insertions) {
  std::vector<cmark_node*> nodes;
  for (cmark_node* node = root; node != nullptr; node = next_below(node, root)) {
    nodes.push_back(node);
  }
  // Each node is changed or replaced after those before it; only a leaf or a paragraph with one leaf goes.
  for (cmark_node* node : nodes) {
    place_in_node(node, insertions);
  }
}

bool is_insertion(cmark_node* node) {
  return cmark_node_get_user_data(node) == &insertion_tag;
}

void write_insertion(Context& context, cmark_node* node) {
  const std::string_view html = literal_of(node);
  if (is_type(node, CMARK_NODE_HTML_BLOCK)) {
    separate_plain_text(context);
  }
  context.html() += html;
  append_html_anchors(context.document.anchors, html);
  if (!is_in(node, CMARK_NODE_HEADING)) {
    append_html_text(context.plain(), html);
  }
}

}  // namespace loom::markdown
