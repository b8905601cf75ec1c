// The template functions and filters that need a site, added to the engine's own. Names and arguments as in
// Zola 0.22; `asset_url` and `bundle` are Loom's.
#pragma once

#include "templating/environment.h"

namespace loom::build {

/// Renders that use it must be given a RenderHost.
templating::Environment make_site_environment();

void add_url_functions(templating::Environment& environment);
void add_content_functions(templating::Environment& environment);
void add_data_functions(templating::Environment& environment);
void add_load_data(templating::Environment& environment);
void add_image_functions(templating::Environment& environment);
void add_bundle_functions(templating::Environment& environment);
void add_text_functions(templating::Environment& environment);
void add_markdown_filter(templating::Environment& environment);

}  // namespace loom::build
