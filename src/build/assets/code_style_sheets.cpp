#include "build/assets/code_style_sheets.h"

#include <memory>
#include <string>
#include <utility>

#include "base/digest.h"
#include "markdown/highlight/token_tags.h"

namespace loom::build {

std::vector<site::SourceFile> make_code_style_sheets(const site::Config& config) {
  std::vector<site::SourceFile> files;
  for (const site::CodeStyleSheet& sheet : config.markdown.code_style_sheets) {
    auto bytes = std::make_shared<const std::string>(
        markdown::highlight::scope_style_sheet(markdown::highlight::find_palette(sheet.theme)));
    site::SourceFile file;
    file.path = sheet.filename;
    file.hash = base::hash64(*bytes);
    file.bytes = std::move(bytes);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace loom::build
