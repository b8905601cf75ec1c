// Short ways to render a text in a test.
#pragma once

#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "markdown/document.h"

namespace loom::markdown {

inline Document render(std::string_view text, const MarkdownOptions& options = {}) {
  base::Diagnostics diagnostics;
  MarkdownInput input;
  input.text = text;
  input.file = "content/a.md";
  input.options = options;
  Document document = render_markdown(input, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return document;
}

inline std::string html(std::string_view text, const MarkdownOptions& options = {}) {
  return render(text, options).html;
}

}  // namespace loom::markdown
