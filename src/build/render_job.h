// One page to render: where it is published, by which template, with which variables. A value.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "build/read_log.h"
#include "http/cache_policy.h"
#include "templating/value.h"

namespace loom::build {

enum class JobKind : std::uint8_t { Html, Feed, Xml, Text, NotFound };

struct RenderJob {
  JobKind kind = JobKind::Html;
  /// "/blog/a/"
  std::string path;
  std::string template_name;
  /// What messages call it: the source file, or the path.
  std::string label;
  /// Entities that its variables show whether or not the template reads them through an object.
  std::vector<EntityKey> entities;
  /// Gives way to a file of the author's at the same path instead of colliding with it.
  bool is_default = false;
  /// The variables besides `config`, `current_path`, `current_url` and `lang`. Called on the thread that
  /// renders.
  std::function<templating::Value::Map()> variables;
  std::string current_url;
  std::string language;
};

}  // namespace loom::build
