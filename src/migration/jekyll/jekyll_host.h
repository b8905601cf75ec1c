// The site around a page of Jekyll while its Liquid is converted: targets of links, includes, and the
// shortcodes that includes become. One thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "migration/jekyll/jekyll_document.h"
#include "migration/jekyll/liquid_host.h"
#include "migration/jekyll/liquid_value.h"

namespace loom::migration {

class JekyllHost : public LiquidHost {
 public:
  /// Shortcodes are added to `site`.
  JekyllHost(const site::SourceTree& tree, LiquidScope scope, NewSite& site);

  /// `path`: of the new page, "" when it is none.
  void add_target(const JekyllDocument& document, const std::string& path);
  /// What `page` means until the next call. The document must live as long.
  void enter(const JekyllDocument& document);
  /// Converts a part of the page that was entered.
  std::string convert(std::string_view text);

  std::optional<LiquidTarget> find_file(std::string_view path) const override;
  std::optional<LiquidTarget> find_post(std::string_view name) const override;
  const std::string* find_include(std::string_view name) override;
  const std::string* find_beside(std::string_view name) override;
  std::optional<std::string> find_shortcode(std::string_view include) override;
  void leave(std::uint32_t line, std::string message, std::string hint) override;

 private:
  const std::string* load(const std::string& path);

  const site::SourceTree& tree_;
  LiquidScope scope_;
  NewSite& site_;
  const JekyllDocument* document_ = nullptr;
  std::unordered_map<std::string, LiquidTarget> targets_;
  /// By path, as Markdown can hold them.
  std::map<std::string, std::string, std::less<>> texts_;
  std::map<std::string, std::optional<std::string>, std::less<>> shortcodes_;
};

}  // namespace loom::migration
