// What the text of a page needs to know of the site around it while its Liquid is converted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loom::migration {

struct LiquidTarget {
  /// "blog/a.md", or "" for a file that is no page.
  std::string content_path;
  /// "/blog/a/"
  std::string url;
};

class LiquidHost {
 public:
  virtual ~LiquidHost() = default;

  /// Of `{% link _posts/2024-05-01-a.md %}`: nothing when there is no such file.
  virtual std::optional<LiquidTarget> find_file(std::string_view path) const = 0;
  /// Of `{% post_url 2024-05-01-a %}`.
  virtual std::optional<LiquidTarget> find_post(std::string_view name) const = 0;
  /// The text of a file in _includes, or null.
  virtual const std::string* find_include(std::string_view name) = 0;
  /// The text of a file beside the page, or null.
  virtual const std::string* find_beside(std::string_view name) = 0;
  /// The shortcode that an include has become, nothing for one that cannot be a template.
  virtual std::optional<std::string> find_shortcode(std::string_view include) = 0;
  /// `line` is 1-based in the text that is converted.
  virtual void leave(std::uint32_t line, std::string message, std::string hint) = 0;
};

}  // namespace loom::migration
