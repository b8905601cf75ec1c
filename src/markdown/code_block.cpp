#include "markdown/code_block.h"

#include "markdown/escape.h"
#include "markdown/fence_info.h"
#include "markdown/highlight/highlight.h"
#include "markdown/zola_code_block.h"

namespace loom::markdown {
namespace {

struct LoomBlock {
  std::string_view code;
  bool highlight;
};

void append_attribute(std::string& out, std::string_view name, std::string_view prefix,
                      std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  out += prefix;
  append_text(out, value);
  out += '"';
}

void append_open_tags(std::string& out, const FenceInfo& info, bool highlight) {
  const bool decorated = highlight && !info.language.empty();
  out += "<pre";
  if (decorated) {
    append_attribute(out, "class", "", "highlight");
    append_attribute(out, "data-lang", "", info.language);
  }
  out += "><code";
  if (!info.language.empty()) {
    append_attribute(out, "class", "language-", info.language);
  }
  if (decorated) {
    append_attribute(out, "data-lang", "", info.language);
  }
  out += '>';
}

void append_code(std::string& out, const FenceInfo& info, const LoomBlock& block) {
  if (block.highlight && !info.language.empty()) {
    append_highlighted(out, info.language, block.code);
  } else {
    append_text(out, block.code);
  }
}

void append_line(std::string& out, const FenceInfo& info, std::uint32_t index, std::string_view html) {
  out +=
      contains_line(info.highlighted, index) ? "<span class=\"line highlighted\">" : "<span class=\"line\">";
  if (info.line_numbers) {
    out += "<span class=\"lineno\" aria-hidden=\"true\">";
    out += std::to_string(std::uint64_t{info.first_line_number} + index - 1);
    out += "</span>";
  }
  out += html;
  out += "</span>";
}

void append_lines(std::string& out, const FenceInfo& info, const LoomBlock& block) {
  std::string code_html;
  append_code(code_html, info, block);
  std::string_view rest = code_html;
  for (std::uint32_t index = 1; !rest.empty(); ++index) {
    const std::size_t line_end = rest.find('\n');
    const std::size_t length = line_end == std::string_view::npos ? rest.size() : line_end + 1;
    if (!contains_line(info.hidden, index)) {
      append_line(out, info, index, rest.substr(0, length));
    }
    rest.remove_prefix(length);
  }
}

void append_loom_block(std::string& out, const FenceInfo& info, const LoomBlock& block) {
  if (!info.title.empty()) {
    out += "<figure class=\"code\">\n<figcaption>";
    append_text(out, info.title);
    out += "</figcaption>\n";
  }
  append_open_tags(out, info, block.highlight);
  if (info.needs_lines()) {
    append_lines(out, info, block);
  } else {
    append_code(out, info, block);
  }
  out += info.title.empty() ? "</code></pre>\n" : "</code></pre>\n</figure>\n";
}

}  // namespace

void append_code_block(std::string& out, const CodeBlock& block, const CodeStyle& style) {
  // No option of Zola's has braces.
  const bool is_zola = style.markup != CodeMarkup::Loom && block.info.find('{') == std::string_view::npos;
  const FenceInfo info = is_zola ? parse_zola_fence_info(block.info) : parse_fence_info(block.info);
  if (style.markup == CodeMarkup::Loom) {
    append_loom_block(out, info, {block.code, style.highlight});
  } else {
    append_zola_code_block(out, info, block.code, style);
  }
}

}  // namespace loom::markdown
