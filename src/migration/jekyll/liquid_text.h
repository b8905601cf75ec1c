// The Liquid of a page as Markdown and shortcodes of Loom: what is known is written out, code and links get
// Loom's form, and what stays open is handed to the author. Pure but for its host.
#pragma once

#include <string>
#include <string_view>

#include "migration/jekyll/liquid_host.h"
#include "migration/jekyll/liquid_value.h"

namespace loom::migration {

std::string convert_liquid(std::string_view text, LiquidScope scope, LiquidHost& host);

}  // namespace loom::migration
