// The parser sets typographic punctuation in all text outside code, also where it means something else: this
// takes it back. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace loom::markdown {

/// The ASCII that the parser's smart punctuation made curly quotes, dashes and ellipses of.
std::string plain_punctuation(std::string_view text);

}  // namespace loom::markdown
