#include "markdown/html/blocks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "markdown/code_block.h"
#include "markdown/definition_lists.h"
#include "markdown/fence_info.h"
#include "markdown/highlight/highlight.h"
#include "markdown/html/alerts.h"
#include "markdown/html/node.h"
#include "markdown/raw_html.h"

namespace loom::markdown {
namespace {

bool is_ordered(cmark_node* list) {
  return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
}

/// Of the extensions in use, only task lists mark items.
bool is_task(cmark_node* item) {
  return cmark_node_get_syntax_extension(item) != nullptr;
}

/// Zola's box is part of the text: it stands within the paragraph when there is one.
void write_zola_checkbox(Context& context, bool is_done) {
  context.html() += is_done ? "<input disabled=\"\" type=\"checkbox\" checked=\"\"/>\n"
                            : "<input disabled=\"\" type=\"checkbox\"/>\n";
}

bool begins_loose_paragraph(cmark_node* item) {
  cmark_node* first = cmark_node_first_child(item);
  return is_type(first, CMARK_NODE_PARAGRAPH) && !is_tight(first);
}

std::string_view info_of(cmark_node* code) {
  const char* info = cmark_node_get_fence_info(code);
  return info == nullptr ? std::string_view() : std::string_view(info);
}

struct TagPair {
  std::string_view name;
  std::string_view end;
};

TagPair definition_tags(cmark_node* part) {
  if (is_definition_list(part)) {
    return {"dl", "</dl>\n"};
  }
  return is_definition(part) ? TagPair{"dd", "</dd>\n"} : TagPair{"dt", "</dt>\n"};
}

void report_unknown_language(Context& context, cmark_node* code) {
  constexpr std::array<std::string_view, 4> kPlain{"plain", "plaintext", "text", "txt"};
  const std::string language = parse_fence_info(info_of(code)).language;
  const bool is_plain = language.empty() || std::find(kPlain.begin(), kPlain.end(), language) != kPlain.end();
  if (is_plain || is_known_language(language)) {
    return;
  }
  base::Diagnostic diagnostic;
  diagnostic.severity = base::Severity::Warning;
  diagnostic.file = context.input.file;
  diagnostic.line = file_line(context, line_of(code));
  diagnostic.message = "there is no highlighting for the language `" + language + "`";
  diagnostic.hint = "the manual lists the languages under \"Code\"";
  context.diagnostics.add(std::move(diagnostic));
}

}  // namespace

bool is_definition_part(cmark_node* node) {
  return is_definition_list(node) || is_definition_title(node) || is_definition(node);
}

void enter_quote(Context& context, cmark_node* quote) {
  const Alert* alert = context.input.options.github_alerts ? take_alert(quote) : nullptr;
  begin_line(context);
  open_block(context, "blockquote", quote);
  if (alert == nullptr) {
    context.html() += ">\n";
    return;
  }
  if (context.is_zola()) {
    context.html().append(" class=\"").append(alert->class_name).append("\">\n");
    return;
  }
  context.html() += " class=\"markdown-alert ";
  context.html() += alert->class_name;
  context.html() += "\">\n<p class=\"markdown-alert-title\">";
  context.html() += alert->title;
  context.html() += "</p>\n";
}

void leave_quote(Context& context) {
  begin_line(context);
  context.html() += "</blockquote>\n";
}

void enter_list(Context& context, cmark_node* list) {
  begin_line(context);
  open_block(context, is_ordered(list) ? "ol" : "ul", list);
  const int start = cmark_node_get_list_start(list);
  if (is_ordered(list) && start != 1) {
    context.html() += " start=\"" + std::to_string(start) + '"';
  }
  context.html() += ">\n";
}

void leave_list(Context& context, cmark_node* list) {
  begin_line(context);
  context.html() += is_ordered(list) ? "</ol>\n" : "</ul>\n";
}

void enter_item(Context& context, cmark_node* item) {
  begin_line(context);
  open_block(context, "li", item);
  if (!is_task(item)) {
    context.html() += '>';
    return;
  }
  const bool is_done = cmark_gfm_extensions_get_tasklist_item_checked(item);
  if (context.is_zola()) {
    context.html() += '>';
    if (!begins_loose_paragraph(item)) {
      write_zola_checkbox(context, is_done);
    }
    return;
  }
  context.html() += " class=\"task-list-item\"><input type=\"checkbox\" ";
  context.html() += is_done ? "checked=\"\" " : "";
  // The text of the task may hold links and further lists, which a <label> must not.
  context.html() +=
      is_done ? "disabled=\"\" aria-label=\"Done\" /> " : "disabled=\"\" aria-label=\"Not done\" /> ";
}

void leave_item(Context& context) {
  context.html() += "</li>\n";
}

bool is_tight(cmark_node* paragraph) {
  cmark_node* parent = cmark_node_parent(paragraph);
  cmark_node* list = parent == nullptr ? nullptr : cmark_node_parent(parent);
  if (is_definition_list(list)) {
    return is_tight_definition_list(list);
  }
  return is_type(list, CMARK_NODE_LIST) && cmark_node_get_list_tight(list) != 0;
}

void enter_paragraph(Context& context, cmark_node* paragraph) {
  separate_plain_text(context);
  if (!is_tight(paragraph)) {
    begin_line(context);
    open_block(context, "p", paragraph);
    context.html() += '>';
    cmark_node* item = cmark_node_parent(paragraph);
    if (context.is_zola() && is_type(item, CMARK_NODE_ITEM) && is_task(item) &&
        cmark_node_first_child(item) == paragraph) {
      write_zola_checkbox(context, cmark_gfm_extensions_get_tasklist_item_checked(item));
    }
  }
}

void leave_paragraph(Context& context, cmark_node* paragraph) {
  if (!is_tight(paragraph)) {
    context.html() += "</p>\n";
  }
}

void enter_definition_part(Context& context, cmark_node* part) {
  begin_line(context);
  separate_plain_text(context);
  open_block(context, definition_tags(part).name, part);
  context.html() += is_definition_list(part) ? ">\n" : ">";
}

void leave_definition_part(Context& context, cmark_node* part) {
  if (is_definition_list(part)) {
    begin_line(context);
  }
  context.html() += definition_end(part);
}

std::string_view definition_end(cmark_node* part) {
  return definition_tags(part).end;
}

void write_thematic_break(Context& context, cmark_node* node) {
  begin_line(context);
  open_block(context, "hr", node);
  context.html() += " />\n";
}

CodeLines write_code(Context& context, cmark_node* node) {
  if (context.input.options.unknown_languages_are_reported) {
    report_unknown_language(context, node);
  }
  begin_line(context);
  separate_plain_text(context);
  const std::string_view code = literal_of(node);
  append_code_block(context.html(), {info_of(node), code}, context.input.options.code);
  context.plain() += code;
  context.document.has_code_block = true;
  const int last = cmark_node_get_end_line(node);
  return {line_of(node), last < 0 ? 0 : static_cast<std::uint32_t>(last)};
}

void write_html_block(Context& context, std::string_view html) {
  begin_line(context);
  context.html() += html;
  begin_line(context);
  separate_plain_text(context);
  append_html_text(context.plain(), html);
  append_html_anchors(context.document.anchors, html);
}

}  // namespace loom::markdown
