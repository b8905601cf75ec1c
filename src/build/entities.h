// Fingerprints of everything of the content model that a template can read. Pure.
#pragma once

#include "build/content_step.h"
#include "build/read_log.h"

namespace loom::build {

/// "All pages of the site, in order", for feeds and sitemaps.
EntityKey all_pages_key();
EntityKey file_key(std::string_view path);

/// Pages, sections and taxonomies of `content`. A page's own fields are in its fingerprint; of other pages
/// that it names (neighbours, backlinks, the pages of a section) only which they are, because reading them is
/// a read of its own.
EntityTable fingerprint_entities(const Content& content);

}  // namespace loom::build
