// The content model as templates see it: one object per page, section, taxonomy and term, with Zola's field
// names. Made once per build, borrowed by every render, read by all threads. Each object reports to the
// ReadLog when a field is read.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "build/read_log.h"
#include "site/library.h"
#include "templating/object.h"

namespace loom::build {

class SiteValues;
class TaxonomyValues;

/// A list of pages that borrows its indices.
class PageList : public templating::List {
 public:
  struct Keys {
    /// Names the list for queries.
    EntityKey collection = 0;
    /// The entity that says which pages are in it. Noted when the length is asked for, which everyone does
    /// who goes through the list.
    EntityKey membership = 0;
  };

  PageList(const SiteValues& values, const std::vector<std::uint32_t>& indices)
      : PageList(values, indices, Keys()) {}
  PageList(const SiteValues& values, const std::vector<std::uint32_t>& indices, Keys keys)
      : values_(values), indices_(indices), end_(indices.size()), keys_(keys) {}
  PageList(const SiteValues& values, const std::vector<std::uint32_t>& indices, std::size_t begin,
           std::size_t end)
      : values_(values), indices_(indices), begin_(begin), end_(end) {}

  std::size_t size() const override;
  templating::Value at(std::size_t index) const override;
  std::uint64_t collection_key() const override { return keys_.collection; }

 private:
  const SiteValues& values_;
  const std::vector<std::uint32_t>& indices_;
  std::size_t begin_ = 0;
  std::size_t end_;
  Keys keys_;
};

/// A list that borrows its texts.
class TextList : public templating::List {
 public:
  explicit TextList(const std::vector<std::string>& texts) : texts_(&texts) {}

  std::size_t size() const override { return texts_->size(); }
  templating::Value at(std::size_t index) const override { return templating::Value::view((*texts_)[index]); }

 private:
  const std::vector<std::string>* texts_;
};

/// The terms of one page: taxonomy -> names.
class PageTaxonomies : public templating::Object {
 public:
  /// `lists` holds one for each taxonomy of the page.
  PageTaxonomies(const site::Page& page, const TextList* lists) : page_(&page), lists_(lists) {}

  templating::Value field(std::string_view name) const override;
  std::vector<std::string_view> field_names() const override;
  std::string_view type_name() const override { return "map"; }

 private:
  const site::Page* page_;
  const TextList* lists_;
};

class PageObject : public templating::Object {
 public:
  PageObject(const SiteValues& values, const site::Page& page, const TextList* taxonomies);

  templating::Value field(std::string_view name) const override;
  std::vector<std::string_view> field_names() const override;
  std::string_view type_name() const override { return "page"; }
  const void* identity() const override { return page_; }
  std::uint64_t lasting_key() const override { return key_; }

  const SiteValues& values() const { return *values_; }
  const site::Page& page() const { return *page_; }
  /// Requires: the page has any.
  const PageTaxonomies& taxonomies() const { return taxonomies_; }
  /// The entity behind metadata fields.
  EntityKey key() const { return key_; }
  /// The entity behind the body and what is made from it.
  EntityKey body_key() const { return body_key_; }

 private:
  const SiteValues* values_;
  const site::Page* page_;
  PageTaxonomies taxonomies_;
  EntityKey key_;
  EntityKey body_key_;
};

class SectionObject : public templating::Object {
 public:
  SectionObject(const SiteValues& values, const site::Section& section);

  templating::Value field(std::string_view name) const override;
  std::vector<std::string_view> field_names() const override;
  std::string_view type_name() const override { return "section"; }
  const void* identity() const override { return section_; }
  std::uint64_t lasting_key() const override { return key_; }

  const SiteValues& values() const { return *values_; }
  const site::Section& section() const { return *section_; }
  const PageList& pages() const { return pages_; }
  /// The entity behind metadata fields.
  EntityKey key() const { return key_; }
  /// The entity behind the body and what is made from it.
  EntityKey body_key() const { return body_key_; }

 private:
  const SiteValues* values_;
  const site::Section* section_;
  PageList pages_;
  EntityKey key_;
  EntityKey body_key_;
};

class SiteValues {
 public:
  /// Borrows `library`, which must outlive this.
  explicit SiteValues(const site::Library& library);
  ~SiteValues();
  SiteValues(const SiteValues&) = delete;
  SiteValues& operator=(const SiteValues&) = delete;

  const site::Library& library() const { return library_; }
  const PageObject& page(std::uint32_t index) const { return pages_[index]; }
  const SectionObject& section(std::uint32_t index) const { return sections_[index]; }

  /// Null when there is none; notes the absence or the presence.
  const PageObject* find_page(std::string_view relative_path) const;
  const SectionObject* find_section(std::string_view relative_path) const;

  /// Of a page or section; null when there is none. Notes nothing.
  const std::string* find_permalink(std::string_view relative_path) const;

  /// The taxonomy with this name in this language; a bare folder has only those with terms. Notes nothing.
  const site::Taxonomy* find_taxonomy(std::string_view language, std::string_view name) const;

  /// `taxonomy` as the template of a list or a term sees it.
  templating::Value taxonomy_value(const site::Taxonomy& taxonomy) const;
  /// What `get_taxonomy` gives: `kind` and `items`, all its terms. As long to make as there are terms, so not
  /// for each term's page.
  templating::Value taxonomy_with_items_value(const site::Taxonomy& taxonomy) const;
  templating::Value term_value(const site::Taxonomy& taxonomy, const site::Term& term) const;
  templating::Value terms_value(const site::Taxonomy& taxonomy) const;
  /// The first term of that name or of that slug; null when there is none. Notes nothing.
  const site::Term* find_term(const site::Taxonomy& taxonomy, std::string_view name,
                              std::string_view slug) const;
  /// The pages of a section or term or the terms of a taxonomy, by their collection key; undefined when there
  /// is no such collection.
  templating::Value find_collection(EntityKey key) const;
  /// Requires: pager belongs to paginator, which belongs to this library.
  templating::Value pager_value(const site::Paginator& paginator, const site::Pager& pager) const;

 private:
  const TaxonomyValues& taxonomy(const site::Taxonomy& taxonomy) const;

  const site::Library& library_;
  /// Of all pages, one after the other.
  std::vector<TextList> term_lists_;
  std::vector<PageObject> pages_;
  std::vector<SectionObject> sections_;
  /// In the order of the library.
  std::vector<std::unique_ptr<const TaxonomyValues>> taxonomies_;
  mutable std::once_flag are_collections_known_;
  mutable std::unordered_map<EntityKey, templating::Value> collections_;
};

EntityKey page_key(std::string_view relative_path);
EntityKey section_key(std::string_view relative_path);
/// Which pages a section has, in its order and in its pagers.
EntityKey section_pages_key(std::string_view relative_path);
/// The body of a page or section.
EntityKey body_key(std::string_view relative_path);
/// Where a page or section is published, for those who only link to it.
EntityKey permalink_key(std::string_view relative_path);
EntityKey taxonomy_key(const site::Taxonomy& taxonomy);
EntityKey taxonomy_key(std::string_view language, std::string_view name);
/// The names and addresses of the terms, without their pages.
EntityKey term_links_key(std::string_view language, std::string_view name);

}  // namespace loom::build
