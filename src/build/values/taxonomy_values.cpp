// Tested by tests/build/values/site_values_test.cpp.
#include "build/values/taxonomy_values.h"

#include <algorithm>

#include "build/values/config_value.h"

namespace loom::build {

using templating::Value;

namespace {

class TermList final : public templating::List {
 public:
  TermList(const std::vector<Value>& terms, EntityKey collection, EntityKey taxonomy)
      : terms_(terms), collection_(collection), taxonomy_(taxonomy) {}

  std::size_t size() const override {
    ReadLog::note(taxonomy_);
    return terms_.size();
  }
  Value at(std::size_t index) const override { return terms_[index]; }
  std::uint64_t collection_key() const override { return collection_; }

 private:
  const std::vector<Value>& terms_;
  EntityKey collection_;
  EntityKey taxonomy_;
};

Value count_value(std::size_t count) {
  return Value::integer(static_cast<std::int64_t>(count));
}

std::string full_name(const site::Taxonomy& taxonomy) {
  return taxonomy.language + "/" + taxonomy.config.name;
}

}  // namespace

TaxonomyValues::TaxonomyValues(const SiteValues& values, const site::Taxonomy& taxonomy)
    : values_(values),
      taxonomy_(taxonomy),
      key_(taxonomy_key(taxonomy)),
      terms_key_(entity_key("terms", full_name(taxonomy))) {}

EntityKey TaxonomyValues::term_pages_key(const site::Term& term) const {
  return entity_key("term pages", full_name(taxonomy_) + "/" + term.name);
}

Value::Map TaxonomyValues::make_place() const {
  return {{"lang", Value::view(taxonomy_.language)},
          {"permalink", Value::view(taxonomy_.permalink)},
          {"path", Value::view(taxonomy_.path)}};
}

Value TaxonomyValues::make_term(const site::Term& term) const {
  const PageList& pages =
      page_lists_.emplace_back(values_, term.pages, PageList::Keys{term_pages_key(term), key_});
  return Value::map({{"name", Value::view(term.name)},
                     {"slug", Value::view(term.slug)},
                     {"path", Value::view(term.path)},
                     {"permalink", Value::view(term.permalink)},
                     {"pages", Value::list(pages)},
                     {"page_count", count_value(term.pages.size())}});
}

void TaxonomyValues::make() const {
  std::call_once(is_made_, [this] {
    terms_.reserve(taxonomy_.terms.size());
    for (const site::Term& term : taxonomy_.terms) {
      by_name_.emplace(term.name, terms_.size());
      by_slug_.emplace(term.slug, terms_.size());
      terms_.push_back(make_term(term));
    }
    items_ = Value::list(std::make_shared<TermList>(terms_, terms_key_, key_));
    const Value config = taxonomy_config_value(taxonomy_.config);
    Value::Map fields = *config.as_owned_map();
    Value::Map whole = {{"kind", config}};
    for (const auto& field : make_place()) {
      fields.push_back(field);
      whole.push_back(field);
    }
    whole.emplace_back("items", items_);
    fields_ = Value::map(std::move(fields));
    with_items_ = Value::map(std::move(whole));
  });
}

Value TaxonomyValues::fields() const {
  ReadLog::note(key_);
  make();
  return fields_;
}

Value TaxonomyValues::with_items() const {
  ReadLog::note(key_);
  make();
  return with_items_;
}

Value TaxonomyValues::terms() const {
  make();
  return items_;
}

Value TaxonomyValues::term(std::size_t index) const {
  ReadLog::note(key_);
  make();
  return terms_[index];
}

const site::Term* TaxonomyValues::find_term(std::string_view name, std::string_view slug) const {
  make();
  const auto named = by_name_.find(name);
  const auto slugged = by_slug_.find(slug);
  if (named == by_name_.end() && slugged == by_slug_.end()) {
    return nullptr;
  }
  const std::size_t none = terms_.size();
  return &taxonomy_.terms[std::min(named == by_name_.end() ? none : named->second,
                                   slugged == by_slug_.end() ? none : slugged->second)];
}

}  // namespace loom::build
