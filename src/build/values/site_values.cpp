#include "build/values/site_values.h"

#include <algorithm>

#include "build/values/taxonomy_values.h"

namespace loom::build {

using templating::Value;

Value PageList::at(std::size_t index) const {
  return Value::object(values_.page(indices_[begin_ + index]));
}

std::size_t PageList::size() const {
  if (keys_.membership != 0) {
    ReadLog::note(keys_.membership);
  }
  return end_ - begin_;
}

EntityKey page_key(std::string_view relative_path) {
  return entity_key("page", relative_path);
}

EntityKey section_key(std::string_view relative_path) {
  return entity_key("section", relative_path);
}

EntityKey section_pages_key(std::string_view relative_path) {
  return entity_key("section pages", relative_path);
}

EntityKey body_key(std::string_view relative_path) {
  return entity_key("body", relative_path);
}

EntityKey permalink_key(std::string_view relative_path) {
  return entity_key("permalink", relative_path);
}

EntityKey taxonomy_key(const site::Taxonomy& taxonomy) {
  return taxonomy_key(taxonomy.language, taxonomy.config.name);
}

EntityKey taxonomy_key(std::string_view language, std::string_view name) {
  return entity_key("taxonomy", std::string(language) + "/" + std::string(name));
}

EntityKey term_links_key(std::string_view language, std::string_view name) {
  return entity_key("term links", std::string(language) + "/" + std::string(name));
}

PageObject::PageObject(const SiteValues& values, const site::Page& page, const TextList* taxonomies)
    : values_(&values),
      page_(&page),
      taxonomies_(page, taxonomies),
      key_(page_key(page.placed->relative_path)),
      body_key_(build::body_key(page.placed->relative_path)) {}

SectionObject::SectionObject(const SiteValues& values, const site::Section& section)
    : values_(&values),
      section_(&section),
      pages_(values, section.pages,
             {section_pages_key(section.placed->relative_path),
              section_pages_key(section.placed->relative_path)}),
      key_(section_key(section.placed->relative_path)),
      body_key_(build::body_key(section.placed->relative_path)) {}

SiteValues::SiteValues(const site::Library& library) : library_(library) {
  pages_.reserve(library.pages.size());
  for (const site::Page& page : library.pages) {
    for (const auto& taxonomy : page.front().taxonomies) {
      term_lists_.emplace_back(taxonomy.second);
    }
  }
  const TextList* lists = term_lists_.data();
  for (const site::Page& page : library.pages) {
    pages_.emplace_back(*this, page, lists);
    lists += page.front().taxonomies.size();
  }
  sections_.reserve(library.sections.size());
  for (const site::Section& section : library.sections) {
    sections_.emplace_back(*this, section);
  }
  for (const site::Taxonomy& taxonomy : library.taxonomies) {
    taxonomies_.push_back(std::make_unique<const TaxonomyValues>(*this, taxonomy));
  }
}

SiteValues::~SiteValues() = default;

const PageObject* SiteValues::find_page(std::string_view relative_path) const {
  ReadLog::note(page_key(relative_path));
  const std::uint32_t index = library_.find_page(relative_path);
  return index == site::kNone ? nullptr : &pages_[index];
}

const SectionObject* SiteValues::find_section(std::string_view relative_path) const {
  ReadLog::note(section_key(relative_path));
  const std::uint32_t index = library_.find_section(relative_path);
  if (index == site::kNone) {
    return nullptr;
  }
  // Of another name where a section of a bare folder was asked for as `_index.md`.
  ReadLog::note(sections_[index].key());
  return &sections_[index];
}

const std::string* SiteValues::find_permalink(std::string_view relative_path) const {
  const std::uint32_t page = library_.find_page(relative_path);
  if (page != site::kNone) {
    return &library_.pages[page].placed->permalink;
  }
  const std::uint32_t section = library_.find_section(relative_path);
  return section == site::kNone ? nullptr : &library_.sections[section].placed->permalink;
}

const site::Taxonomy* SiteValues::find_taxonomy(std::string_view language, std::string_view name) const {
  const auto found = std::find_if(library_.taxonomies.begin(), library_.taxonomies.end(),
                                  [&](const site::Taxonomy& taxonomy) {
                                    return taxonomy.language == language && taxonomy.config.name == name;
                                  });
  return found == library_.taxonomies.end() ? nullptr : &*found;
}

const TaxonomyValues& SiteValues::taxonomy(const site::Taxonomy& taxonomy) const {
  return *taxonomies_[static_cast<std::size_t>(&taxonomy - library_.taxonomies.data())];
}

Value SiteValues::taxonomy_value(const site::Taxonomy& taxonomy) const {
  return this->taxonomy(taxonomy).fields();
}

Value SiteValues::taxonomy_with_items_value(const site::Taxonomy& taxonomy) const {
  return this->taxonomy(taxonomy).with_items();
}

Value SiteValues::term_value(const site::Taxonomy& taxonomy, const site::Term& term) const {
  return this->taxonomy(taxonomy).term(static_cast<std::size_t>(&term - taxonomy.terms.data()));
}

Value SiteValues::terms_value(const site::Taxonomy& taxonomy) const {
  return this->taxonomy(taxonomy).terms();
}

const site::Term* SiteValues::find_term(const site::Taxonomy& taxonomy, std::string_view name,
                                        std::string_view slug) const {
  return this->taxonomy(taxonomy).find_term(name, slug);
}

Value SiteValues::find_collection(EntityKey key) const {
  std::call_once(are_collections_known_, [this] {
    for (const SectionObject& section : sections_) {
      collections_.emplace(section.pages().collection_key(), Value::list(section.pages()));
    }
    for (const auto& taxonomy : taxonomies_) {
      collections_.emplace(taxonomy->terms_key(), taxonomy->terms());
      const std::vector<site::Term>& terms = taxonomy->taxonomy().terms;
      for (std::size_t i = 0; i < terms.size(); ++i) {
        collections_.emplace(taxonomy->term_pages_key(terms[i]), taxonomy->term(i).field("pages"));
      }
    }
  });
  const auto found = collections_.find(key);
  return found == collections_.end() ? Value() : found->second;
}

Value SiteValues::pager_value(const site::Paginator& paginator, const site::Pager& pager) const {
  const auto link_to = [&](std::size_t index) { return Value::view(paginator.pagers[index - 1].permalink); };
  const std::size_t count = paginator.pagers.size();
  return Value::map(
      {{"paginate_by", Value::integer(static_cast<std::int64_t>(paginator.paginate_by))},
       {"base_url", Value::view(paginator.base_url)},
       {"number_pagers", Value::integer(static_cast<std::int64_t>(count))},
       {"first", link_to(1)},
       {"last", link_to(count)},
       {"previous", pager.index > 1 ? link_to(pager.index - 1) : Value::null()},
       {"next", pager.index < count ? link_to(pager.index + 1) : Value::null()},
       {"pages", Value::list(std::make_shared<PageList>(*this, paginator.pages, pager.begin, pager.end))},
       {"current_index", Value::integer(static_cast<std::int64_t>(pager.index))},
       {"total_pages", Value::integer(static_cast<std::int64_t>(paginator.pages.size()))}});
}

}  // namespace loom::build
