// Tested by tests/e2e/import_test.cpp.
#include "migration/source_folder.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "site/source_loader.h"

namespace loom::migration {

namespace {

/// In a folder with a `config.toml` the loader would look only where a site of Loom has its files.
std::vector<std::string> names_in(const std::string& root) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(root, error), end; !error && entry != end;
       entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  return names;
}

}  // namespace

base::Result<site::SourceTree> read_source_folder(const std::string& root, base::Diagnostics& leftovers) {
  site::SourceLoaderOptions options;
  options.output_folders = {"public", "_site", "resources/_gen"};
  options.further_paths = names_in(root);
  site::SourceTree tree;
  site::SourceLoader loader(root, std::move(options));
  if (const auto report = loader.load_all(tree, leftovers); !report) {
    return report.error();
  }
  return tree;
}

std::string text_of(const site::SourceFile& file) {
  return file.bytes == nullptr ? std::string() : base::repair_utf8(*file.bytes);
}

}  // namespace loom::migration
