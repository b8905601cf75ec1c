// Makes HTML smaller without changing the tree that a browser builds but for white space that it would not
// show, and comments. Linear. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace loom::build {

/// Runs of white space in text become one blank; between the elements of a document's head and between the
/// parts of a table they go. Comments go, but conditional ones, server-side includes and those that begin
/// with "!". The inside of tags, and what pre, textarea, script, style and elements with a `white-space`
/// style hold, stays byte for byte.
std::string minify_html(std::string_view html);

}  // namespace loom::build
