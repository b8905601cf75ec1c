// How a site's Markdown is rendered, from its configuration. Pure; any thread.
#pragma once

#include "markdown/options.h"
#include "site/config.h"

namespace loom::site {

/// Everything that is the same for all texts of the site.
markdown::MarkdownOptions markdown_options(const Config& config);

}  // namespace loom::site
