// Holds the addresses of a new site against those of the old one and makes up for every difference: a `path`
// or `permalink` for a page, an alias for a section. Pure.
#pragma once

#include <cstddef>

#include "migration/new_site.h"

namespace loom::migration {

struct AddressSummary {
  /// Of pages and redirects.
  std::size_t old_count = 0;
  /// Answered under the same address.
  std::size_t kept_count = 0;
  /// Lead on to another address.
  std::size_t redirected_count = 0;
};

/// Changes the metadata of pages. Addresses that cannot be kept become leftovers and `lost_paths`.
AddressSummary settle_addresses(NewSite& site);

}  // namespace loom::migration
