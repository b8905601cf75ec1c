#include "markdown/html/context.h"

#include "markdown/escape.h"
#include "markdown/html/node.h"

namespace loom::markdown {

void begin_line(Context& context) {
  if (!context.html().empty() && context.html().back() != '\n') {
    context.html() += '\n';
  }
}

void append_content(Context& context, std::string_view text) {
  if (context.is_zola()) {
    append_body_text(context.html(), text);
  } else {
    append_text(context.html(), text);
  }
}

void separate_plain_text(Context& context) {
  std::string& plain = context.plain();
  if (!plain.empty() && plain.back() != ' ' && plain.back() != '\n') {
    plain += ' ';
  }
}

void open_block(Context& context, std::string_view name, cmark_node* node) {
  context.html() += '<';
  context.html() += name;
  if (context.input.options.source_positions) {
    context.html() += " data-line=\"" + std::to_string(file_line(context, line_of(node))) + '"';
  }
}

std::uint32_t file_line(const Context& context, std::uint32_t text_line) {
  return find_text_line(context.input, text_line).file_line;
}

bool is_whole_line(const Context& context, std::uint32_t text_line) {
  return find_text_line(context.input, text_line).is_whole;
}

}  // namespace loom::markdown
