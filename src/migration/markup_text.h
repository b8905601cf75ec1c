// Whole HTML documents and their parts as the text of a Markdown page. Pure.
#pragma once

#include <string>
#include <string_view>

namespace loom::migration {

/// The HTML without what Markdown would read as something else: indentation and blank lines go, except inside
/// of <pre>, <script>, <style> and <textarea>, where blank lines become character references.
std::string html_for_markdown(std::string_view html);

}  // namespace loom::migration
