// One taxonomy and its terms as templates see them, made once per build when first asked for, because themes
// show all tags on each page. Read by all threads.
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "build/values/site_values.h"

namespace loom::build {

class TaxonomyValues {
 public:
  /// Both must outlive this.
  TaxonomyValues(const SiteValues& values, const site::Taxonomy& taxonomy);

  const site::Taxonomy& taxonomy() const { return taxonomy_; }
  /// Without its terms.
  templating::Value fields() const;
  /// With `items`, all its terms.
  templating::Value with_items() const;
  /// All terms, a collection for queries.
  templating::Value terms() const;
  /// Requires: index is of a term of the taxonomy.
  templating::Value term(std::size_t index) const;
  /// The first of that name or of that slug; null when there is none. Notes nothing.
  const site::Term* find_term(std::string_view name, std::string_view slug) const;

  EntityKey terms_key() const { return terms_key_; }
  EntityKey term_pages_key(const site::Term& term) const;

 private:
  void make() const;
  /// Where it is published.
  templating::Value::Map make_place() const;
  templating::Value make_term(const site::Term& term) const;

  const SiteValues& values_;
  const site::Taxonomy& taxonomy_;
  EntityKey key_;
  EntityKey terms_key_;
  mutable std::once_flag is_made_;
  mutable std::vector<templating::Value> terms_;
  mutable std::deque<PageList> page_lists_;
  mutable std::unordered_map<std::string_view, std::size_t> by_name_;
  mutable std::unordered_map<std::string_view, std::size_t> by_slug_;
  mutable templating::Value fields_;
  mutable templating::Value items_;
  mutable templating::Value with_items_;
};

}  // namespace loom::build
