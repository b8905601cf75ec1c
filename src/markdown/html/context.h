// What the writers of the node kinds share while one document is written. One thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "markdown/document.h"
#include "markdown/ids.h"
#include "markdown/source_lines.h"

struct cmark_node;

namespace loom::markdown {

struct Context {
  Context(const MarkdownInput& markdown, Document& result, base::Diagnostics& messages)
      : input(markdown), document(result), diagnostics(messages), lines(markdown.text) {}

  bool is_zola() const { return input.options.markup == MarkupStyle::Zola; }
  std::string& html() { return document.html; }
  std::string& plain() { return document.plain_text; }

  const MarkdownInput& input;
  Document& document;
  base::Diagnostics& diagnostics;
  SourceLines lines;
  IdRegistry ids;
  /// Links around the present node: in one, bare URLs stay text.
  std::size_t link_depth = 0;
};

/// Begins a new line of HTML unless one has just begun.
void begin_line(Context& context);

/// Text between tags, as the markup wants it escaped.
void append_content(Context& context, std::string_view text);

/// Puts a blank between the text of two blocks.
void separate_plain_text(Context& context);

/// Writes `<name`, with the line in the file when source positions are asked for, and no `>`.
void open_block(Context& context, std::string_view name, cmark_node* node);

/// The line of the file on which the node begins.
std::uint32_t file_line(const Context& context, std::uint32_t text_line);

/// Whether the line of the text is that line of the file, so that its columns are the file's.
bool is_whole_line(const Context& context, std::uint32_t text_line);

}  // namespace loom::markdown
