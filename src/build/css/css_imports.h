// The head of a style sheet: the imports, which come before everything else. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loom::build {

struct CssImport {
  /// As written, escapes resolved.
  std::string address;
  /// Of the cascade layer, "" for one without a name; nothing when there is none.
  std::optional<std::string> layer;
  /// What stands in supports(...), "" when nothing.
  std::string supports;
  /// "" for all media.
  std::string media;
  /// Of the statement in the text.
  std::size_t offset = 0;
};

struct CssHead {
  /// Imports and the statements between them ("@layer a, b;"), in order: a statement has an empty address.
  struct Item {
    CssImport import;
    std::string statement;
  };
  std::vector<Item> items;
  /// Where the rest begins.
  std::size_t body_offset = 0;
};

/// A byte order mark and `@charset` are passed over: what a site publishes is UTF-8.
CssHead parse_css_head(std::string_view css);

}  // namespace loom::build
