// Data files that templates load, parsed once for as long as their bytes stay the same. Thread-safe.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/data.h"
#include "base/diagnostics.h"
#include "build/shared_memo.h"
#include "site/source_tree.h"

namespace loom::build {

class DataCache {
 public:
  struct Failure {
    base::Diagnostic diagnostic;
  };
  using Loaded = std::variant<std::shared_ptr<const base::Data>, Failure>;

  /// `format`: one that find_data_format() gives. The data lives until a sweep that follows a build which did
  /// not load it.
  Loaded load(const std::string& site_root, const site::SourceFile& file, std::string_view format);
  void sweep() { loaded_.sweep(); }

 private:
  SharedMemo<Loaded> loaded_;
};

/// The format that a file's extension names, "plain" when none: ".bib" is plain, as in Zola.
std::string_view data_format_for(std::string_view path);
/// The format with this name in any case ("yml" is "yaml"); nothing when there is none.
std::optional<std::string_view> find_data_format(std::string_view name);
/// Parses text that is no file of the site (a literal, an answer from the network); `name` is for messages.
/// A byte order mark at the beginning is left out.
DataCache::Loaded parse_data(std::string_view name, std::string_view text, std::string_view format);

}  // namespace loom::build
