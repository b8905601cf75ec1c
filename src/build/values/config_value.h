// `config` as templates see it, with Zola's names: one value per language.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/config.h"
#include "templating/value.h"

namespace loom::build {

/// What `config` is for pages in the language (`title`, `taxonomies` and the like are that language's;
/// `languages` holds the others). Borrows `config` and `mode` ("build" or "serve"), which must outlive every
/// copy.
templating::Value config_value(const site::Config& config, std::string_view mode, std::string_view language);

/// The taxonomy as the configuration has it.
templating::Value taxonomy_config_value(const site::TaxonomyConfig& taxonomy);

/// By language code.
using ConfigValues = std::vector<std::pair<std::string, templating::Value>>;

/// For every language of the site, the default one first.
ConfigValues config_values(const site::Config& config, std::string_view mode);
/// That of the default language for an unknown one.
const templating::Value& find_config_value(const ConfigValues& values, std::string_view language);

}  // namespace loom::build
