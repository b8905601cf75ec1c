// The templates that run while content is rendered (shortcodes), and what they see. Reload thread; while
// content is rendered, read by all threads.
#pragma once

#include "build/functions/render_host.h"
#include "build/values/config_value.h"
#include "templating/template_set.h"

namespace loom::build {

struct ContentTemplates {
  const templating::TemplateSet& templates;
  const templating::Environment& environment;
  /// Gets to know where content is published as soon as that is decided.
  RenderHost& host;
  /// Holds files and templates, and permalinks as soon as they are decided.
  EntityTable& entities;
  /// `config` of each language.
  ConfigValues configs;
};

}  // namespace loom::build
