// The addresses that Jekyll gives to posts, pages and documents of collections. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date_time.h"

namespace loom::migration {

/// What fills the placeholders of a permalink.
struct JekyllAddressParts {
  /// ":title" with upper case, ":slug" without.
  std::string title;
  std::string slug;
  /// Below the site or the collection, without extension: "guide/one".
  std::string path;
  std::string basename;
  std::string collection;
  std::vector<std::string> categories;
  std::optional<base::DateTime> date;
};

enum class JekyllSlug { Default, Pretty };

/// Letters and digits, in `Pretty` also "._~!$&'()+,;=@"; everything else becomes "-".
std::string jekyll_slug(std::string_view text, JekyllSlug mode, bool keeps_case);

/// The template behind "date", "pretty", "ordinal", "weekdate" and "none"; others are templates themselves.
std::string post_template(const std::string& style);
/// "/:path/:basename" with the ending that pages have under the style of the site.
std::string with_style_ending(std::string pattern, const std::string& style);

/// The URL with its placeholders filled; nothing when one is unknown or lacks its value.
std::optional<std::string> fill_permalink(std::string_view pattern, const JekyllAddressParts& parts);

/// The address under which a web server has the file that Jekyll writes: "/a" is "/a.html", "/b/index.html"
/// is "/b/".
std::string served_path(const std::string& url);

/// The pattern in Loom's words; nothing when it has no such pattern.
std::optional<std::string> loom_pattern(std::string_view pattern, std::string_view collection);

}  // namespace loom::migration
