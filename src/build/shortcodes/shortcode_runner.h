// Runs the shortcodes of a Markdown text: finds the calls, renders the template of each, and puts the text
// together again. `.md` shortcodes become part of the Markdown, `.html` ones are left out of its parsing. Any
// thread; what the templates read goes to the ReadLog of the thread.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "build/functions/render_host.h"
#include "markdown/assembled_text.h"

namespace loom::build {

/// What the calls of one text see, and where the text stands.
struct ShortcodeScene {
  const RenderHost& host;
  /// They win over arguments of the same name: `config`, `lang`, and `page` or `section`.
  templating::Value::Map variables;
  /// Arguments of the same name win over these.
  templating::Value::Map defaults;
  /// For messages.
  std::string_view file;
  /// 1-based line of the file on which the text begins.
  std::uint32_t first_line = 1;
};

/// `text` with the output of its shortcodes. Calls that are no well-formed ones and escaped calls are text. A
/// call with a mistake is left out, and a text whose bodies do not close is left as it is, with errors in
/// `diagnostics`. Requires: host.templates is set.
markdown::AssembledText run_shortcodes(std::string_view text, const ShortcodeScene& scene,
                                       base::Diagnostics& diagnostics);

}  // namespace loom::build
