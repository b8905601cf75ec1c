// What a Jekyll site has besides its documents: data, static files, feeds, and the parts that make its look.
// Pure.
#pragma once

#include "base/data.h"
#include "migration/jekyll/jekyll_config.h"
#include "migration/new_site.h"
#include "site/source_tree.h"

namespace loom::migration {

/// `site.data`: the files of _data by name, folders as tables.
base::Data read_jekyll_data(const site::SourceTree& tree, NewSite& site);

/// Copies static files and data; what cannot be converted becomes a leftover, the look as a whole one each.
void add_jekyll_files(const site::SourceTree& tree, const JekyllConfig& config, NewSite& site);

/// A feed at the address where jekyll-feed has it, when the site has pages with dates.
void add_jekyll_feed(const JekyllConfig& config, NewSite& site);

}  // namespace loom::migration
