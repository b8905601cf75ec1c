// The live-preview script tag. Preview output only.
#pragma once

#include <string>
#include <string_view>

namespace loom::build {

/// `html` with the script element of the preview before the last `</body>`, or at the end where there is
/// none.
std::string with_preview_script(std::string_view html);

}  // namespace loom::build
