// The files of the built-in theme (templates/ of this repository), compiled into the program.
#pragma once

#include <span>
#include <string_view>

namespace loom::build {

struct EmbeddedFile {
  /// Below templates/: "page.html", "assets/style.css".
  std::string_view path;
  std::string_view bytes;
};

/// Sorted by path. Static lifetime.
std::span<const EmbeddedFile> embedded_theme_files();

}  // namespace loom::build
