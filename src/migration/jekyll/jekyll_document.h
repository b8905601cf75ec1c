// The documents of a Jekyll site with the addresses that Jekyll gives them. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migration/jekyll/jekyll_config.h"
#include "migration/old_document.h"
#include "site/source_tree.h"

namespace loom::migration {

enum class JekyllKind : std::uint8_t { Page, Post, Draft, CollectionDocument };

struct JekyllDocument {
  JekyllKind kind = JekyllKind::Page;
  std::string source;
  /// Of posts and collection documents.
  std::string collection;
  /// Defaults of the configuration included.
  base::Data::Table front;
  std::string body;
  std::uint32_t body_line = 1;
  /// Of posts: the name without the date; else the name without its ending.
  std::string name;
  std::optional<base::DateTime> date;
  std::vector<std::string> categories;
  /// As Jekyll writes it in links, and as a web server answers it.
  std::string url;
  std::string served;

  bool is_markdown() const;
};

/// Nothing for a file that Jekyll copies or leaves out. Mistakes become leftovers.
std::optional<JekyllDocument> read_jekyll_document(const site::SourceFile& file, const JekyllConfig& config,
                                                   NewSite& site);

/// Whether Jekyll copies the file as it is.
bool is_jekyll_static(const site::SourceFile& file, const JekyllConfig& config);

}  // namespace loom::migration
