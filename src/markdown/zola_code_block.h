// Code blocks in the markup of Zola, for themes that style it. Pure; any thread.
//
// From 0.22 on, with classes and with colours:
//   <pre class="giallo z-code"><code data-lang="rust"><span class="giallo-l">...</span>
//   <span class="giallo-l z-hl"><span aria-hidden="true" class="giallo-ln">2</span>...</span></code></pre>
//   <pre class="giallo" style="color: #c0c5ce; background-color: #2b303b;"><code data-lang="rust">...
// Up to 0.21:
//   <pre data-linenos data-lang="rust" class="language-rust z-code"><code class="language-rust"
//   data-lang="rust"><table><tbody><tr><td>1</td><td><mark>...\n</mark></td></tr></tbody></table></code></pre>
// In both, options without a meaning of their own are data attributes. The spans of tokens are our own.
#pragma once

#include <string>
#include <string_view>

#include "markdown/code_style.h"
#include "markdown/fence_info.h"

namespace loom::markdown {

/// Requires: style.markup is not CodeMarkup::Loom.
void append_zola_code_block(std::string& out, const FenceInfo& info, std::string_view code,
                            const CodeStyle& style);

}  // namespace loom::markdown
