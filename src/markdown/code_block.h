// The HTML of a code block. Pure; any thread.
//
//   <pre class="highlight" data-lang="rust"><code class="language-rust" data-lang="rust">...</code></pre>
//
// With line numbers, highlighted or hidden lines, each line is a span that holds its line end, so that
// `.line` may be a block; `.lineno` should have `user-select: none`:
//
//   <span class="line highlighted"><span class="lineno" aria-hidden="true">7</span>let x = 1;\n</span>
//
// With a title the block stands in <figure class="code"><figcaption>main.rs</figcaption>...</figure>. The
// markup of Zola is in markdown/zola_code_block.h.
#pragma once

#include <string>
#include <string_view>

#include "markdown/code_style.h"

namespace loom::markdown {

struct CodeBlock {
  /// What follows the fence; "" for indented code.
  std::string_view info;
  std::string_view code;
};

void append_code_block(std::string& out, const CodeBlock& block, const CodeStyle& style);

}  // namespace loom::markdown
