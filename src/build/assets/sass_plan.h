// Which style sheets of a site are compiled by Sass, as Zola has it: *.scss and *.sass below sass/ of the
// theme and (with compile_sass) of the site, without files and folders whose name starts with "_". Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "site/config.h"
#include "site/source_tree.h"

namespace loom::build {

struct SassEntry {
  /// Site path: "sass/css/main.scss".
  std::string source;
  /// Below the output: "css/main.css".
  std::string output;
};

struct SassPlan {
  /// Ordered by output, each once; the site's own wins over the theme's.
  std::vector<SassEntry> entries;
  /// Every file that a style sheet can import.
  std::vector<const site::SourceFile*> inputs;
  /// Of paths and bytes of `inputs`, and of `entries`.
  std::uint64_t fingerprint = 0;
};

/// Two sources of one folder with the same output are an error, and the second is left out. The plan borrows
/// `tree`.
SassPlan plan_sass(const site::SourceTree& tree, const site::Config& config, base::Diagnostics& diagnostics);

/// The name of a file in the folder that Sass sees: a colon separates input from output on its command line,
/// so another character stands for it.
std::string sass_file_name(std::string_view path);
/// The site path that `sass_file_name` was made from.
std::string site_path_of(std::string_view sass_name);

}  // namespace loom::build
