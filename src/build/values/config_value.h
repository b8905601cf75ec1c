// `config` as templates see it, with Zola's names.
#pragma once

#include <string_view>

#include "site/config.h"
#include "templating/value.h"

namespace loom::build {

/// Borrows `config` and `mode` ("build" or "serve"), which must outlive every copy.
templating::Value config_value(const site::Config& config, std::string_view mode);

}  // namespace loom::build
