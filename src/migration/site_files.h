// A new site as files in memory: what is written, and what its addresses are settled on. Pure.
#pragma once

#include <map>
#include <string>

#include "migration/new_site.h"

namespace loom::migration {

/// Front matter between `+++` lines, and the body.
std::string render_page(const NewPage& page);

/// All files that are made by the import, by path: pages, loom.toml and other texts; copies are not among
/// them.
std::map<std::string, std::string> render_files(const NewSite& site);

/// A page for `static/` that sends its visitors elsewhere.
std::string render_redirect(std::string_view target);

}  // namespace loom::migration
