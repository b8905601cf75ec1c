// Makes CSS smaller without changing what it means: white space and comments that say nothing, and the
// semicolon before a "}". Values, selectors and their order stay. Linear. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace loom::build {

/// Comments that begin with "!" stay (licences). Custom properties keep one blank wherever they have any.
std::string minify_css(std::string_view css);

}  // namespace loom::build
