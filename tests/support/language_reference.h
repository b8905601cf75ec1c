// The manual's page content/templates/reference.md, made from tests/spec/template_language.toml.
#pragma once

#include <algorithm>
#include <array>
#include <regex>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "support/language_table.h"
#include "templating/value.h"
#include "templating/value_text.h"

namespace loom::support {

struct LanguageChapter {
  std::string_view kind;
  std::string_view title;
  std::string_view text;
};

inline constexpr std::array<LanguageChapter, 5> kLanguageChapters = {{
    {"statement", "Statements", ""},
    {"operator", "Operators", ""},
    {"filter", "Filters",
     "`value | name(argument=...)`. Arguments are given by name; those with a `=` here may be left out."},
    {"test", "Tests", "`value is name(argument)` and `value is not name`. Arguments are given by place."},
    {"function", "Functions", "`name(argument=...)`. Arguments are given by name."},
}};

/// For a cell of a table.
inline std::string cell_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    result += c == '|' ? "\\|" : std::string(1, c);
  }
  return result;
}

/// A call alone in `{{ }}` would be a shortcode of the page.
inline std::string without_shortcodes(const std::string& text) {
  static const std::regex kCall(R"(\{\{ ([a-z_]+\([^(){}]*\)) \}\})");
  return std::regex_replace(text, kCall, "{{/* $1 */}}");
}

inline void append_fence(std::string& page, std::string_view language, const std::string& text) {
  page += "```" + std::string(language) + "\n" + text + (text.ends_with('\n') ? "" : "\n") + "```\n";
}

inline std::string variables_text(const base::Data& variables) {
  std::string text;
  for (const auto& [name, value] : *variables.as_table()) {
    std::string json;
    templating::append_json(json, templating::Value::data(value), {});
    text += (text.empty() ? "" : ", ") + name + " = " + json;
  }
  return text;
}

inline void append_example(std::string& page, const LanguageExample& example) {
  std::string code;
  for (const auto& [name, text] : example.templates) {
    code += "{# " + name + " #}\n" + text + "\n";
  }
  code += example.templates.empty() ? "" : "{# this template #}\n";
  if (const std::string variables = variables_text(example.variables); !variables.empty()) {
    code += "{# " + variables + " #}\n";
  }
  append_fence(page, "jinja", code + example.text);
  if (example.output) {
    append_fence(page, "text", example.output->empty() ? "(nothing)" : *example.output);
  } else {
    append_fence(page, "text", "error: " + example.error);
  }
  page += "\n";
}

inline void append_entry(std::string& page, const LanguageEntry& entry) {
  page += "### `" + without_shortcodes(entry.name) + "`\n\n`" + without_shortcodes(entry.form) +
          "`: " + without_shortcodes(entry.text) + "\n\n";
  for (const LanguageExample& example : entry.examples) {
    if (!example.hidden) {
      append_example(page, example);
    }
  }
}

inline std::string language_reference(const LanguageTable& table) {
  std::string page =
      "+++\ntitle = \"Reference of the template language\"\n"
      "description = \"Every statement, operator, filter, test and function, with examples.\"\n"
      "weight = 4\n+++\n\n"
      "This page is made from the tests of Loom (`tests/spec/template_language.toml`): each example prints "
      "what is "
      "shown below it, or ends with the message shown. Except where `<b>` and the like are escaped, the "
      "examples are "
      "templates without escaping (`.txt`). The functions that need a site are asked on a page of a small "
      "one.\n\n";
  for (const LanguageChapter& chapter : kLanguageChapters) {
    page += "## " + std::string(chapter.title) + "\n\n";
    page += chapter.text.empty() ? "" : std::string(chapter.text) + "\n\n";
    page += "| name | form |\n| --- | --- |\n";
    for (const LanguageEntry& entry : table.entries) {
      if (entry.kind == chapter.kind) {
        page += "| `" + cell_text(without_shortcodes(entry.name)) + "` | `" +
                cell_text(without_shortcodes(entry.form)) + "` |\n";
      }
    }
    page += "\n";
    for (const LanguageEntry& entry : table.entries) {
      if (entry.kind == chapter.kind) {
        append_entry(page, entry);
      }
    }
  }
  page.pop_back();
  return without_shortcodes(page);
}

}  // namespace loom::support
