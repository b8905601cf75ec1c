// GitHub's alerts: a block quote whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or
// `[!CAUTION]`.
//
//   <blockquote class="markdown-alert markdown-alert-note">
//   <p class="markdown-alert-title">Note</p>
//   ...
//   </blockquote>
#pragma once

#include <string_view>

struct cmark_node;

namespace loom::markdown {

struct Alert {
  std::string_view class_name;
  std::string_view title;
};

/// The alert that a block quote is, or null. Takes the line that names it out of the tree.
const Alert* take_alert(cmark_node* quote);

}  // namespace loom::markdown
