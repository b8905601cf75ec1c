#include "build/values/site_values.h"

#include <algorithm>
#include <iterator>

#include "build/values/config_value.h"

namespace loom::build {

using templating::Value;

Value PageList::at(std::size_t index) const {
  return Value::object(values_.page(indices_[begin_ + index]));
}

EntityKey page_key(std::string_view relative_path) {
  return entity_key("page", relative_path);
}

EntityKey section_key(std::string_view relative_path) {
  return entity_key("section", relative_path);
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

PageObject::PageObject(const SiteValues& values, const site::Page& page)
    : values_(&values),
      page_(&page),
      key_(page_key(page.placed->relative_path)),
      body_key_(build::body_key(page.placed->relative_path)) {}

SectionObject::SectionObject(const SiteValues& values, const site::Section& section)
    : values_(&values),
      section_(&section),
      key_(section_key(section.placed->relative_path)),
      body_key_(build::body_key(section.placed->relative_path)) {}

SiteValues::SiteValues(const site::Library& library) : library_(library) {
  pages_.reserve(library.pages.size());
  for (const site::Page& page : library.pages) {
    pages_.emplace_back(*this, page);
  }
  sections_.reserve(library.sections.size());
  for (const site::Section& section : library.sections) {
    sections_.emplace_back(*this, section);
  }
}

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

Value::Map SiteValues::taxonomy_fields(const site::Taxonomy& taxonomy) const {
  ReadLog::note(taxonomy_key(taxonomy));
  return {{"lang", Value::view(taxonomy.language)},
          {"permalink", Value::view(taxonomy.permalink)},
          {"path", Value::view(taxonomy.path)}};
}

Value SiteValues::taxonomy_value(const site::Taxonomy& taxonomy) const {
  Value::Map fields = *taxonomy_config_value(taxonomy.config).as_owned_map();
  Value::Map more = taxonomy_fields(taxonomy);
  std::move(more.begin(), more.end(), std::back_inserter(fields));
  return Value::map(std::move(fields));
}

Value SiteValues::taxonomy_with_items_value(const site::Taxonomy& taxonomy) const {
  Value::Map fields = {{"kind", taxonomy_config_value(taxonomy.config)}};
  Value::Map more = taxonomy_fields(taxonomy);
  std::move(more.begin(), more.end(), std::back_inserter(fields));
  fields.emplace_back("items", terms_value(taxonomy));
  return Value::map(std::move(fields));
}

Value SiteValues::term_value(const site::Taxonomy& taxonomy, const site::Term& term, bool with_pages) const {
  ReadLog::note(taxonomy_key(taxonomy));
  return Value::map(
      {{"name", Value::view(term.name)},
       {"slug", Value::view(term.slug)},
       {"path", Value::view(term.path)},
       {"permalink", Value::view(term.permalink)},
       {"pages", with_pages ? Value::list(std::make_shared<PageList>(*this, term.pages)) : Value::array({})},
       {"page_count", Value::integer(static_cast<std::int64_t>(term.pages.size()))}});
}

Value SiteValues::terms_value(const site::Taxonomy& taxonomy) const {
  Value::Array terms;
  terms.reserve(taxonomy.terms.size());
  for (const site::Term& term : taxonomy.terms) {
    terms.push_back(term_value(taxonomy, term));
  }
  return Value::array(std::move(terms));
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
