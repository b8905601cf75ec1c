// The pages of a Hugo site with the addresses that Hugo gives them. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migration/hugo/hugo_config.h"
#include "migration/old_document.h"
#include "site/source_tree.h"

namespace loom::migration {

struct HugoDocument {
  std::string source;
  /// Below the content folder, in the default language's name: "posts/a.md", "posts/b/index.md".
  std::string logical_path;
  /// "" for the default one.
  std::string language;
  base::Data::Table front;
  std::string body;
  std::uint32_t body_line = 1;
  std::optional<base::DateTime> date;
  bool is_section = false;
  /// "index.md" of a folder: the other files in it are its own.
  bool is_bundle = false;
  /// False for what only other pages read.
  bool is_published = true;
  std::string served;

  /// "posts", "posts/b" for a bundle; "" at the top.
  std::string folder() const;
};

/// What `_index.md` files hand down to all pages below them, by folder.
using HugoCascades = std::map<std::string, base::Data::Table, std::less<>>;

/// Nothing for a file that is no page.
std::optional<HugoDocument> read_hugo_document(const site::SourceFile& file, const HugoContentFolder& folder,
                                               const HugoConfig& config, NewSite& site);

/// Takes over what is handed down, then works out the address.
void finish_hugo_document(HugoDocument& document, const HugoConfig& config, const HugoCascades& cascades,
                          NewSite& site);

/// A part of an address as Hugo makes it: lower case, "-" for blanks, without what cannot stand in a path.
std::string hugo_path(std::string_view path, bool keeps_case);

/// The pattern in Loom's words; nothing when it has no such pattern.
std::optional<std::string> loom_pattern_of_hugo(std::string_view pattern);

}  // namespace loom::migration
