// The Loom site that an import makes, while it is being made: pages with the addresses they had, files, the
// configuration, and what could not be converted. A value; one thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data.h"
#include "base/diagnostics.h"

namespace loom::migration {

struct NewPage {
  /// In the new site: "content/blog/a.md".
  std::string path;
  /// In the old one, for messages.
  std::string source;
  /// In the order in which it is written.
  base::Data::Table front;
  std::string body;
  /// Decoded, "/" in front, "/" at the end unless it names a file; "" when the page had none.
  std::string old_path;
  /// Addresses that led to it.
  std::vector<std::string> redirects;

  bool is_section() const { return path == "content/_index.md" || path.ends_with("/_index.md"); }
};

/// An address of the old site that the new one does not have, and why.
struct LostPath {
  std::string path;
  std::string reason;
};

struct NewSite {
  /// loom.toml
  base::Data::Table config;
  std::vector<NewPage> pages;
  /// Other files, by their path in the new site: their text, or the path of the old file to copy.
  std::map<std::string, std::string> texts;
  std::map<std::string, std::string> copies;
  /// Files are named by their path in the old site.
  base::Diagnostics leftovers;
  std::vector<LostPath> lost_paths;

  /// Adds something for the author to look at. Line 0: the file as a whole.
  void leave(std::string_view file, std::uint32_t line, std::string message, std::string hint = {});
};

/// Adds or replaces a value. Empty texts, lists and tables are left out.
void set_value(base::Data::Table& table, std::string_view key, base::Data value);
/// Null when there is no such key.
const base::Data* find_value(const base::Data::Table& table, std::string_view key);
/// The text of the key, "" when there is none or it is no text.
std::string text_value(const base::Data::Table& table, std::string_view key);
/// A text as a list of one, numbers as texts; other things are passed over.
std::vector<std::string> list_value(const base::Data* value);
base::Data::Array array_of(const std::vector<std::string>& texts);

}  // namespace loom::migration
