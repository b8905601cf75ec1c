#include "markdown/html/alerts.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "markdown/html/node.h"

namespace loom::markdown {
namespace {

struct NamedAlert {
  std::string_view marker;
  Alert alert;
};

constexpr std::array<NamedAlert, 5> kAlerts{{
    {"[!NOTE]", {"markdown-alert-note", "Note"}},
    {"[!TIP]", {"markdown-alert-tip", "Tip"}},
    {"[!IMPORTANT]", {"markdown-alert-important", "Important"}},
    {"[!WARNING]", {"markdown-alert-warning", "Warning"}},
    {"[!CAUTION]", {"markdown-alert-caution", "Caution"}},
}};

bool is_break(cmark_node* node) {
  return is_type(node, CMARK_NODE_SOFTBREAK) || is_type(node, CMARK_NODE_LINEBREAK);
}

/// The text node that is the whole first line of the quote, or null.
cmark_node* find_first_line(cmark_node* quote) {
  cmark_node* paragraph = cmark_node_first_child(quote);
  if (!is_type(paragraph, CMARK_NODE_PARAGRAPH)) {
    return nullptr;
  }
  cmark_node* text = cmark_node_first_child(paragraph);
  if (!is_type(text, CMARK_NODE_TEXT)) {
    return nullptr;
  }
  cmark_node* after = cmark_node_next(text);
  return after == nullptr || is_break(after) ? text : nullptr;
}

void remove_first_line(cmark_node* text) {
  cmark_node* paragraph = cmark_node_parent(text);
  if (cmark_node* after = cmark_node_next(text)) {
    remove_node(after);
  }
  remove_node(text);
  if (cmark_node_first_child(paragraph) == nullptr) {
    remove_node(paragraph);
  }
}

}  // namespace

const Alert* take_alert(cmark_node* quote) {
  cmark_node* first_line = find_first_line(quote);
  if (first_line == nullptr) {
    return nullptr;
  }
  const std::string_view marker = base::trim(literal_of(first_line));
  const auto found = std::find_if(kAlerts.begin(), kAlerts.end(), [marker](const NamedAlert& candidate) {
    return base::equals_ignore_case(candidate.marker, marker);
  });
  if (found == kAlerts.end()) {
    return nullptr;
  }
  remove_first_line(first_line);
  return &found->alert;
}

}  // namespace loom::markdown
