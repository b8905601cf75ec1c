// What opens the span of each token: a class, or the colour itself. Any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "markdown/highlight/palette.h"
#include "markdown/highlight/token.h"

namespace loom::markdown::highlight {

/// By token; "" where a token has no span.
using TokenTags = std::array<std::string, kTokenCount>;

/// Spans with the classes of Pygments.
const TokenTags& pygments_tags();

/// Spans with the scopes of TextMate as classes behind "z-", as in Zola.
const TokenTags& scope_tags();

/// Spans with colours in style attributes. With `dark`, both colours stand there, for light and for dark
/// pages. The result is valid until the next call on this thread.
const TokenTags& color_tags(const Palette& palette, const Palette* dark);

/// A style sheet for scope_tags(): of `.z-code`, of its highlighted lines and line numbers, and of tokens.
std::string scope_style_sheet(const Palette& palette);

}  // namespace loom::markdown::highlight
