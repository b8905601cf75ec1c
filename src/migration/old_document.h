// A text file of an old site, taken apart: metadata in any of the forms that engines read, and the body.
// Pure.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/data.h"
#include "base/diagnostics.h"
#include "migration/new_site.h"
#include "site/source_tree.h"

namespace loom::migration {

struct OldDocument {
  bool has_metadata = false;
  base::Data::Table front;
  std::string body;
  /// 1-based line of the file on which the body begins.
  std::uint32_t body_line = 1;
};

/// TOML between `+++`, YAML between `---`, or a JSON object at the head. Metadata that cannot be read is a
/// leftover and counts as empty. `offset`: for dates without a zone.
OldDocument parse_old_document(const site::SourceFile& file, std::chrono::minutes offset, NewSite& site);

/// The values of a YAML, TOML or JSON file by its ending; nothing, and a leftover, when it cannot be read.
std::optional<base::Data> parse_old_data(const site::SourceFile& file, NewSite& site);

/// A date, or a text that is one.
std::optional<base::DateTime> date_value(const base::Data* value, std::chrono::minutes offset);

}  // namespace loom::migration
