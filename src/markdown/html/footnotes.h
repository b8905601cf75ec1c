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
// NAME is the label that the author chose, as a slug. Zola's markup has the label as it is, no roles and no
// names; and where notes are not asked for at the end, each stands where it was written:
//
//   <sup class="footnote-reference"><a href="#NAME">1</a></sup>
//   <div class="footnote-definition" id="NAME"><sup class="footnote-definition-label">1</sup>...</div>
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
  void enter_definition(cmark_node* definition);
  void leave_definition(cmark_node* definition);
  /// For the end of the last paragraph of a definition.
  void write_back_links(cmark_node* definition);

 private:
  struct Note {
    std::string name;
    std::size_t reference_count = 0;
    std::size_t written_count = 0;
    bool has_back_links = false;
  };

  bool is_in_place() const;
  void load_names(const std::vector<cmark_node*>& definitions);
  Note& note_of(cmark_node* definition);
  Note* find_note(cmark_node* reference);
  void add_anchor(std::string id);
  void write_back_link(const Note& note, std::size_t number);

  Context& context_;
  /// By their numbers.
  std::vector<Note> notes_;
  bool has_section_ = false;
};

/// `html` without its references to footnotes, for texts that are shown without the notes.
std::string without_footnote_references(std::string_view html);

}  // namespace loom::markdown
