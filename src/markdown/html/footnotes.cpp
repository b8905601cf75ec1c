#include "markdown/html/footnotes.h"

#include <utility>

#include "base/ascii.h"
#include "base/check.h"
#include "base/utf8.h"
#include "markdown/escape.h"
#include "markdown/footnote_places.h"
#include "markdown/html/node.h"

namespace loom::markdown {
namespace {

/// The definitions in the order of their numbers. The parser puts them at the end in this order, unless they
/// have gone back to their places.
std::vector<cmark_node*> find_definitions(cmark_node* root, bool in_place) {
  std::vector<cmark_node*> definitions;
  for (cmark_node* node = in_place ? root : cmark_node_first_child(root); node != nullptr;
       node = in_place ? next_below(node, root) : cmark_node_next(node)) {
    if (is_type(node, CMARK_NODE_FOOTNOTE_DEFINITION)) {
      definitions.push_back(node);
    }
  }
  for (std::size_t i = 0; i < definitions.size() && !in_place; ++i) {
    set_footnote_number(definitions[i], i + 1);
  }
  return definitions;
}

}  // namespace

bool FootnoteWriter::is_in_place() const {
  return context_.is_zola() && !context_.input.options.bottom_footnotes;
}

void FootnoteWriter::load(cmark_node* root) {
  if (context_.input.text.find("[^") == std::string_view::npos) {
    return;
  }
  const std::vector<cmark_node*> definitions = find_definitions(root, is_in_place());
  if (definitions.empty()) {
    return;
  }
  context_.document.has_footnotes = true;
  load_names(definitions);
  for (cmark_node* node = root; node != nullptr; node = next_below(node, root)) {
    if (is_type(node, CMARK_NODE_FOOTNOTE_REFERENCE)) {
      if (Note* note = find_note(node)) {
        ++note->reference_count;
      }
    }
  }
}

void FootnoteWriter::load_names(const std::vector<cmark_node*>& definitions) {
  IdRegistry names;
  notes_.resize(definitions.size());
  for (cmark_node* definition : definitions) {
    const std::string label = footnote_label(definition);
    note_of(definition).name = context_.is_zola() ? label : names.take_unique(base::slugify(label));
  }
}

FootnoteWriter::Note& FootnoteWriter::note_of(cmark_node* definition) {
  const std::size_t number = footnote_number(definition);
  LOOM_CHECK(number >= 1 && number <= notes_.size());
  return notes_[number - 1];
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
  html += "<sup class=\"footnote-reference\"";
  if (!is_in_place()) {
    std::string id = "fr-" + note->name + "-" + std::to_string(++note->written_count);
    html += " id=\"";
    append_text(html, id);
    html += '"';
    add_anchor(std::move(id));
  }
  html += is_in_place() ? "><a href=\"#" : "><a href=\"#fn-";
  append_url(html, note->name);
  html += context_.is_zola() ? "\">" : "\" role=\"doc-noteref\">";
  html += literal_of(reference);
  html += "</a></sup>";
}

void FootnoteWriter::enter_definition(cmark_node* definition) {
  std::string& html = context_.html();
  begin_line(context_);
  const std::string& name = note_of(definition).name;
  if (is_in_place()) {
    html += "<div class=\"footnote-definition\" id=\"";
    append_text(html, name);
    html += "\"><sup class=\"footnote-definition-label\">";
    html += std::to_string(footnote_number(definition)) + "</sup>";
    add_anchor(name);
    return;
  }
  if (!has_section_) {
    html += context_.is_zola()
                ? "<section class=\"footnotes\">\n"
                : "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n";
    html += "<ol class=\"footnotes-list\">\n";
    has_section_ = true;
  }
  html += "<li id=\"fn-";
  append_text(html, name);
  html += "\">\n";
  add_anchor("fn-" + name);
}

void FootnoteWriter::leave_definition(cmark_node* definition) {
  begin_line(context_);
  if (is_in_place()) {
    context_.html() += "</div>\n";
    return;
  }
  if (!note_of(definition).has_back_links) {
    context_.html() += context_.is_zola() ? "" : "<p>";
    write_back_links(definition);
    context_.html() += context_.is_zola() ? "" : "</p>\n";
  }
  context_.html() += "</li>\n";
  if (cmark_node_next(definition) == nullptr) {
    context_.html() += "</ol>\n</section>\n";
  }
}

void FootnoteWriter::write_back_links(cmark_node* definition) {
  if (is_in_place()) {
    return;
  }
  Note& note = note_of(definition);
  note.has_back_links = true;
  for (std::size_t number = 1; number <= note.reference_count; ++number) {
    write_back_link(note, number);
  }
}

void FootnoteWriter::write_back_link(const Note& note, std::size_t number) {
  const std::string suffix = std::to_string(number);
  std::string& html = context_.html();
  html += html.ends_with("<p>") ? "" : " ";
  html += context_.is_zola() ? "<a href=\"#fr-" : "<a class=\"footnote-backref\" href=\"#fr-";
  append_url(html, note.name);
  html += "-" + suffix;
  if (context_.is_zola()) {
    html += number == 1 ? "\">\u21A9</a>" : "\">\u21A9" + suffix + "</a>";
    return;
  }
  html += "\" role=\"doc-backlink\" aria-label=\"Back to reference " + suffix + "\">\u21A9";
  html += number == 1 ? "</a>" : "<sup>" + suffix + "</sup></a>";
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
