// Footnotes: references in the text, notes at the end with a link back to each reference. One thread.
//
//   <sup class="footnote-reference" id="fr-NAME-1"><a href="#fn-NAME" role="doc-noteref">1</a></sup>
//
//   <section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
//   <ol class="footnotes-list">
//   <li id="fn-NAME">
//   <p>... <a class="footnote-backref" href="#fr-NAME-1" role="doc-backlink" aria-label="Back to reference
//   1">↩</a></p>
//   </li>
//   </ol>
//   </section>
//
// NAME is the label that the author chose, as a slug.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/html/context.h"

namespace loom::markdown {

class FootnoteWriter {
 public:
  explicit FootnoteWriter(Context& context) : context_(context) {}

  /// Reads the definitions and counts their references: a note may be referenced again after it is written.
  void load(cmark_node* root);

  void write_reference(cmark_node* reference);
  void enter_definition();
  void leave_definition(cmark_node* definition);
  /// Requires: between enter_definition and leave_definition.
  void write_back_links();

 private:
  struct Note {
    std::string name;
    std::size_t reference_count = 0;
    std::size_t written_count = 0;
  };

  std::string label_of(cmark_node* definition);
  Note* find_note(cmark_node* reference);
  void add_anchor(std::string id);

  Context& context_;
  std::vector<Note> notes_;
  std::size_t entered_count_ = 0;
  bool has_back_links_ = false;
};

/// `html` without its references to footnotes, for texts that are shown without the notes.
std::string without_footnote_references(std::string_view html);

}  // namespace loom::markdown
