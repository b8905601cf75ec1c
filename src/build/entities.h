// Fingerprints of everything of the content model that a template can read. Pure.
#pragma once

#include "build/content_step.h"
#include "build/read_log.h"
#include "templating/template_set.h"

namespace loom::build {

/// "All pages of the site, in order", for feeds and sitemaps.
EntityKey all_pages_key();
EntityKey file_key(std::string_view path);
/// The text of a template.
EntityKey template_key(std::string_view name);
/// The texts of a template and of all that its output depends on.
EntityKey template_closure_key(std::string_view name);
/// Of a file that the build itself makes before templates run, by its place in the output.
/// Which file is published under a path beside a page.
EntityKey asset_path_key(std::string_view path);
EntityKey compiled_file_key(std::string_view path);

void add_file_entities(EntityTable& entities, const site::SourceTree& tree);
void add_compiled_entities(EntityTable& entities, const site::SourceTree& compiled);
void add_template_entities(EntityTable& entities, const std::vector<templating::TemplateSource>& sources);
/// Requires: the texts of the templates have been added.
void add_template_closures(EntityTable& entities, const templating::TemplateSet& templates);
void add_permalink_entities(EntityTable& entities, const site::Placement& placement);

/// Adds pages, sections and taxonomies of `content`. A page's own fields are in its fingerprint; of other
/// pages that it names (neighbours, backlinks, the pages of a section) only which they are, because reading
/// them is a read of its own.
void add_content_entities(EntityTable& entities, const Content& content);

}  // namespace loom::build
