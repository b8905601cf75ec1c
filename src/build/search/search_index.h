// Search indexes in the two forms that Zola makes: for elasticlunr.js 0.9.5 (an inverted index of stems) and
// for Fuse.js (a list of texts). Pure; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "build/search/search_language.h"
#include "site/config.h"

namespace loom::build {

/// One page or section as it is to be found.
struct SearchEntry {
  std::string_view permalink;
  std::string_view title;
  std::string_view description;
  /// RFC 3339, or "".
  std::string date;
  std::string_view path;
  std::string_view html;
};

/// What one entry adds to an index, ready to be put together with others.
struct IndexedEntry {
  /// The permalink as a JSON string.
  std::string reference;
  /// Elasticlunr: the document and the numbers of stems by field, as JSON objects. Fuse: the item.
  std::string document;
  std::string lengths;
  /// Elasticlunr: by field, stems with how often each occurs, ordered by stem.
  std::vector<std::vector<std::pair<std::string, std::uint32_t>>> stems;
};

/// Names of the fields of an elasticlunr index, in its order.
std::vector<std::string_view> search_fields(const site::SearchConfig& config);

/// `language` null: words as they are, apart from their case.
IndexedEntry index_for_elasticlunr(const SearchEntry& entry, const site::SearchConfig& config,
                                   const SearchLanguage* language);
IndexedEntry index_for_fuse(const SearchEntry& entry, const site::SearchConfig& config);

/// JSON. The entries in the order in which they are listed. Requires: all indexed by this configuration and
/// language.
std::string elasticlunr_json(std::span<const IndexedEntry* const> entries, const site::SearchConfig& config,
                             const SearchLanguage* language);
std::string fuse_json(std::span<const IndexedEntry* const> entries);

}  // namespace loom::build
