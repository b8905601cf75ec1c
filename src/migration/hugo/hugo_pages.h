// The site around a page of Hugo while its text is converted: targets of references, parameters, and the
// templates of shortcodes. One thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "migration/hugo/hugo_document.h"
#include "migration/hugo/hugo_text.h"

namespace loom::migration {

class HugoPages : public HugoHost {
 public:
  /// Templates of shortcodes are added to `site`.
  HugoPages(const site::SourceTree& tree, const HugoConfig& config, NewSite& site);

  /// `path`: of the new page.
  void add(const HugoDocument& document, const std::string& path);
  std::string convert(const HugoDocument& document);

  std::optional<std::string> find_page(std::string_view reference) const override;
  std::optional<std::string> find_parameter(std::string_view name) const override;
  std::string use_shortcode(const std::string& name, std::uint32_t line) override;
  void leave(std::uint32_t line, std::string message, std::string hint) override;

 private:
  const site::SourceFile* find_template(const std::string& name) const;
  void add_template(const std::string& name, const std::string& new_name, std::uint32_t line);

  const site::SourceTree& tree_;
  const HugoConfig& config_;
  NewSite& site_;
  const HugoDocument* document_ = nullptr;
  /// By logical path without its ending and in lower case: "posts/a", "posts/b/index", "posts/_index".
  std::unordered_map<std::string, std::string> targets_;
  /// By the last part of the path, when there is but one.
  std::unordered_map<std::string, std::string> by_name_;
  std::map<std::string, std::string, std::less<>> shortcodes_;
};

}  // namespace loom::migration
