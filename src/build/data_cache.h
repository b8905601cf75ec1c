// Data files that templates load, parsed once for as long as their bytes stay the same. Thread-safe.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

#include "base/data.h"
#include "base/diagnostics.h"
#include "build/memo.h"
#include "site/source_tree.h"

namespace loom::build {

class DataCache {
 public:
  struct Failure {
    base::Diagnostic diagnostic;
  };
  using Loaded = std::variant<std::shared_ptr<const base::Data>, Failure>;

  /// `format`: "toml", "json", "yaml", "csv" or "plain". Requires: file.bytes is not null. The data lives
  /// until a sweep that follows a build which did not load it.
  Loaded load(const site::SourceFile& file, std::string_view format);
  void sweep();

 private:
  std::mutex mutex_;
  Memo<Loaded> loaded_;
};

/// The format that a file's extension stands for, "plain" when none.
std::string_view data_format_for(std::string_view path);
bool is_data_format(std::string_view format);
/// Parses text that is no file of the site (`load_data(literal=...)`); `name` is for messages.
DataCache::Loaded parse_data(std::string_view name, std::string_view text, std::string_view format);

}  // namespace loom::build
