// Style sheets or scripts that a template asks for as one file: put together, made smaller and published
// under a name that holds their fingerprint. Pure but for `find`. Any thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "build/assets/made_file.h"

namespace loom::build {

struct BundleInput {
  /// As a template names files: "css/a.css". Not empty.
  std::vector<std::string> paths;
  /// The file that a path means; null when there is none.
  std::function<const site::SourceFile*(std::string_view path)> find;
  /// Where a file is published: "/css/a.css".
  std::function<std::string(const site::SourceFile& file)> url_of;
  /// "/" or "/blog/".
  std::string mount_path = "/";
};

struct Bundle {
  /// Its path is below /_bundle/.
  std::shared_ptr<const MadeFile> file;
  /// For the attribute of that name: "sha384-...".
  std::string integrity;
  std::vector<std::string> warnings;
};

struct BundleError {
  std::string message;
  std::string hint;
};

/// Style sheets with their local imports, minified; or scripts, one after the other. An error when a file is
/// not there, is neither, or the two are mixed.
std::variant<Bundle, BundleError> make_bundle(const BundleInput& input);

}  // namespace loom::build
