// tests/spec/template_language.toml as values: every part of the template language with its examples.
#pragma once

#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/data.h"
#include "base/file.h"
#include "site/toml_data.h"

namespace loom::support {

struct LanguageExample {
  std::string text;
  base::Data variables;
  /// Name and text of the templates beside it.
  std::vector<std::pair<std::string, std::string>> templates;
  /// What it prints, or else the message (and hint) that it ends with.
  std::optional<std::string> output;
  std::string error;
  bool escape = false;
  bool hidden = false;
};

struct LanguageEntry {
  /// "statement", "operator", "filter", "test" or "function".
  std::string kind;
  std::string name;
  std::string form;
  std::string text;
  /// Its examples are printed by a page of the table's site.
  bool needs_site = false;
  std::vector<LanguageExample> examples;
};

struct LanguageTable {
  /// In the form of support/source_tree_text.h.
  std::string site;
  std::vector<LanguageEntry> entries;
};

inline std::string text_at(const base::Data& data, std::string_view key) {
  const base::Data* found = data.find(key);
  return found == nullptr || found->as_string() == nullptr ? std::string() : *found->as_string();
}

inline bool flag_at(const base::Data& data, std::string_view key) {
  const base::Data* found = data.find(key);
  return found != nullptr && found->as_bool() != nullptr && *found->as_bool();
}

inline LanguageExample example_of(const base::Data& data) {
  LanguageExample example{.text = text_at(data, "template"),
                          .variables = base::Data::Table{},
                          .templates = {},
                          .output = std::nullopt,
                          .error = text_at(data, "error"),
                          .escape = flag_at(data, "escape"),
                          .hidden = flag_at(data, "hidden")};
  if (const base::Data* variables = data.find("variables")) {
    example.variables = *variables;
  }
  if (const base::Data* templates = data.find("templates")) {
    for (const auto& [name, text] : *templates->as_table()) {
      example.templates.emplace_back(name, *text.as_string());
    }
  }
  if (const base::Data* output = data.find("output")) {
    example.output = *output->as_string();
  }
  return example;
}

inline constexpr std::uint64_t kTableBytesMax = 1 << 20;

inline LanguageTable load_language_table() {
  const auto file = base::read_file(LOOM_SOURCE_DIR "/tests/spec/template_language.toml", kTableBytesMax);
  base::Diagnostics diagnostics;
  const auto parsed =
      file ? site::parse_toml({"template_language.toml", file->bytes, 1, {}}, diagnostics) : std::nullopt;
  LanguageTable table;
  EXPECT_TRUE(parsed.has_value()) << "tests/spec/template_language.toml cannot be read";
  if (!parsed) {
    return table;
  }
  table.site = text_at(parsed->data, "site");
  for (const base::Data& data : *parsed->data.find("entry")->as_array()) {
    LanguageEntry entry{text_at(data, "kind"), text_at(data, "name"),       text_at(data, "form"),
                        text_at(data, "text"), flag_at(data, "needs_site"), {}};
    for (const base::Data& example : *data.find("example")->as_array()) {
      entry.examples.push_back(example_of(example));
    }
    table.entries.push_back(std::move(entry));
  }
  return table;
}

}  // namespace loom::support
