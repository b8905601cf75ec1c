// The text of a page of Hugo as Markdown and shortcodes of Loom. Pure but for its host.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loom::migration {

/// The site around the page that is converted.
class HugoHost {
 public:
  virtual ~HugoHost() = default;

  /// Of `ref` and `relref`: "blog/a.md" below the new content folder; nothing when there is no such page.
  virtual std::optional<std::string> find_page(std::string_view reference) const = 0;
  /// Of `param`.
  virtual std::optional<std::string> find_parameter(std::string_view name) const = 0;
  /// Makes sure that the new site has the shortcode; `line` is where it is used. Its name there.
  virtual std::string use_shortcode(const std::string& name, std::uint32_t line) = 0;
  virtual void leave(std::uint32_t line, std::string message, std::string hint) = 0;
};

std::string convert_hugo_text(std::string_view text, HugoHost& host);

}  // namespace loom::migration
