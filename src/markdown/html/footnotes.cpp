#include "markdown/html/footnotes.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "markdown/escape.h"
#include "markdown/html/node.h"

namespace loom::markdown {

void FootnoteWriter::load(cmark_node* root) {
  std::vector<cmark_node*> definitions;
  // The parser puts the definitions that are used at the end, in the order of their numbers.
  for (cmark_node* node = cmark_node_last_child(root); is_type(node, CMARK_NODE_FOOTNOTE_DEFINITION);
       node = cmark_node_previous(node)) {
    definitions.push_back(node);
  }
  if (definitions.empty()) {
    return;
  }
  context_.document.has_footnotes = true;
  IdRegistry names;
  for (auto definition = definitions.rbegin(); definition != definitions.rend(); ++definition) {
    notes_.push_back({names.take_unique(base::slugify(label_of(*definition))), 0, 0});
  }
  for (cmark_node* node = root; node != nullptr; node = next_below(node, root)) {
    if (is_type(node, CMARK_NODE_FOOTNOTE_REFERENCE)) {
      if (Note* note = find_note(node)) {
        ++note->reference_count;
      }
    }
  }
}

/// The parser keeps no labels, but where the definition begins: behind its "[^label]:".
std::string FootnoteWriter::label_of(cmark_node* definition) {
  const std::string_view line = context_.lines.line(line_of(definition));
  const std::size_t close =
      line.substr(0, static_cast<std::size_t>(std::max(0, cmark_node_get_start_column(definition))))
          .rfind("]:");
  const std::size_t open = line.rfind("[^", close);
  if (close == std::string_view::npos || open == std::string_view::npos) {
    return std::to_string(notes_.size() + 1);
  }
  return std::string(line.substr(open + 2, close - open - 2));
}

FootnoteWriter::Note* FootnoteWriter::find_note(cmark_node* reference) {
  const auto number = base::parse_unsigned(literal_of(reference));
  return number && *number >= 1 && *number <= notes_.size() ? &notes_[*number - 1] : nullptr;
}

void FootnoteWriter::add_anchor(std::string id) {
  context_.ids.reserve(id);
  context_.document.anchors.push_back(std::move(id));
}

void FootnoteWriter::write_reference(cmark_node* reference) {
  Note* note = find_note(reference);
  if (note == nullptr) {
    return;
  }
  std::string& html = context_.html();
  const std::string id = "fr-" + note->name + "-" + std::to_string(++note->written_count);
  html += "<sup class=\"footnote-reference\" id=\"" + id + "\"><a href=\"#fn-";
  append_url(html, note->name);
  html += "\" role=\"doc-noteref\">";
  html += literal_of(reference);
  html += "</a></sup>";
  add_anchor(id);
}

void FootnoteWriter::enter_definition() {
  std::string& html = context_.html();
  if (entered_count_ == 0) {
    begin_line(context_);
    html +=
        "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n"
        "<ol class=\"footnotes-list\">\n";
  }
  const std::string id = "fn-" + notes_[entered_count_].name;
  ++entered_count_;
  has_back_links_ = false;
  html += "<li id=\"" + id + "\">\n";
  add_anchor(id);
}

void FootnoteWriter::leave_definition(cmark_node* definition) {
  if (!has_back_links_) {
    begin_line(context_);
    context_.html() += "<p>";
    write_back_links();
    context_.html() += "</p>\n";
  }
  context_.html() += "</li>\n";
  if (cmark_node_next(definition) == nullptr) {
    context_.html() += "</ol>\n</section>\n";
  }
}

void FootnoteWriter::write_back_links() {
  const Note& note = notes_[entered_count_ - 1];
  std::string& html = context_.html();
  has_back_links_ = true;
  for (std::size_t number = 1; number <= note.reference_count; ++number) {
    const std::string suffix = std::to_string(number);
    html += html.ends_with("<p>") ? "" : " ";
    html += "<a class=\"footnote-backref\" href=\"#fr-";
    append_url(html, note.name);
    html += "-" + suffix + "\" role=\"doc-backlink\" aria-label=\"Back to reference " + suffix + "\">\u21A9";
    html += number == 1 ? "</a>" : "<sup>" + suffix + "</sup></a>";
  }
}

std::string without_footnote_references(std::string_view html) {
  constexpr std::string_view kOpen = "<sup class=\"footnote-reference\"";
  constexpr std::string_view kClose = "</sup>";
  std::string out;
  std::size_t copied = 0;
  for (std::size_t open = html.find(kOpen); open != std::string_view::npos; open = html.find(kOpen, copied)) {
    out.append(html, copied, open - copied);
    const std::size_t close = html.find(kClose, open);
    copied = close == std::string_view::npos ? html.size() : close + kClose.size();
  }
  return out.append(html, copied);
}

}  // namespace loom::markdown
