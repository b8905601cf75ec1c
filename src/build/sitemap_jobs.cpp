// plan_sitemap of page_jobs.h (sitemaps.org protocol 0.9).
#include <algorithm>
#include <memory>

#include "base/date_format.h"
#include "build/entities.h"
#include "build/page_jobs.h"
#include "site/permalink.h"

namespace loom::build {
namespace {

using templating::Value;

struct SitemapEntry {
  std::string permalink;
  const base::DateTime* updated = nullptr;
  const base::Data* extra = nullptr;
};
using Entries = std::vector<SitemapEntry>;

/// For a Zola site the first pager is listed under its number too, which redirects, as Zola lists it.
void add_pagers(Entries& entries, const std::optional<site::Paginator>& paginator,
                const site::Config& config) {
  if (!paginator || paginator->pages.empty() || config.exclude_paginated_pages_in_sitemap) {
    return;
  }
  if (config.kind == site::SiteKind::Zola) {
    entries.push_back({paginator->base_url + "1/", nullptr, nullptr});
  }
  for (std::size_t i = 1; i < paginator->pagers.size(); ++i) {
    entries.push_back({paginator->pagers[i].permalink, nullptr, nullptr});
  }
}

Entries collect_entries(const site::Library& library, const site::Config& config) {
  Entries entries;
  for (const site::Page& page : library.pages) {
    if (page.front().render) {
      const base::DateTime* updated = page.updated ? &*page.updated : page.date ? &*page.date : nullptr;
      entries.push_back({page.placed->permalink, updated, &page.front().extra});
    }
  }
  for (const site::Section& section : library.sections) {
    if (section.placed->render) {
      entries.push_back({section.placed->permalink, nullptr, &section.front().extra});
      add_pagers(entries, section.paginator, config);
    }
  }
  for (const site::Taxonomy& taxonomy : library.taxonomies) {
    // Zola lists a taxonomy without terms too, though there is no page for it.
    if (!taxonomy.config.render || (taxonomy.terms.empty() && config.kind != site::SiteKind::Zola)) {
      continue;
    }
    entries.push_back({taxonomy.permalink, nullptr, nullptr});
    for (const site::Term& term : taxonomy.terms) {
      entries.push_back({term.permalink, nullptr, nullptr});
      add_pagers(entries, term.paginator, config);
    }
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const SitemapEntry& a, const SitemapEntry& b) { return a.permalink < b.permalink; });
  return entries;
}

Value entry_value(const SitemapEntry& entry) {
  Value updated = Value::null();
  if (entry.updated != nullptr) {
    updated = entry.updated->has_time ? Value::string(base::format_rfc3339(*entry.updated))
                                      : Value::string(*base::format_date(*entry.updated, "%F"));
  }
  return Value::map({{"permalink", Value::view(entry.permalink)},
                     {"updated", std::move(updated)},
                     {"extra", entry.extra == nullptr ? Value::null() : Value::data(*entry.extra)}});
}

std::vector<EntityKey> all_entities(const SiteValues& values) {
  std::vector<EntityKey> keys = {all_pages_key()};
  const site::Library& library = values.library();
  for (std::uint32_t i = 0; i < library.pages.size(); ++i) {
    keys.push_back(values.page(i).key());
  }
  for (std::uint32_t i = 0; i < library.sections.size(); ++i) {
    keys.push_back(values.section(i).key());
    keys.push_back(section_pages_key(library.sections[i].placed->relative_path));
  }
  for (const site::Taxonomy& taxonomy : library.taxonomies) {
    keys.push_back(taxonomy_key(taxonomy));
  }
  return keys;
}

RenderJob default_job(JobKind kind, std::string path, std::string template_name, const site::Config& config) {
  RenderJob job;
  job.kind = kind;
  job.label = path;
  job.current_url = site::make_permalink(config.base_url, path);
  job.path = std::move(path);
  job.template_name = std::move(template_name);
  job.is_default = true;
  job.language = config.default_language;
  job.variables = [] { return Value::Map{}; };
  return job;
}

RenderJob sitemap_job(const SiteValues& values, const site::Config& config, std::string path,
                      Entries entries) {
  RenderJob job = default_job(JobKind::Xml, std::move(path), "sitemap.xml", config);
  job.entities = all_entities(values);
  job.variables = [entries = std::move(entries)] {
    Value::Array items;
    items.reserve(entries.size());
    for (const SitemapEntry& entry : entries) {
      items.push_back(entry_value(entry));
    }
    return Value::Map{{"entries", Value::array(std::move(items))}};
  };
  return job;
}

void plan_split_sitemap(std::vector<RenderJob>& jobs, const SiteValues& values, const site::Config& config,
                        const Entries& entries) {
  std::vector<std::string> urls;
  for (std::size_t first = 0; first < entries.size(); first += kSitemapEntriesMax) {
    const auto begin = entries.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end =
        entries.begin() + static_cast<std::ptrdiff_t>(std::min(first + kSitemapEntriesMax, entries.size()));
    jobs.push_back(sitemap_job(values, config, "/sitemap" + std::to_string(urls.size() + 1) + ".xml",
                               Entries(begin, end)));
    urls.push_back(jobs.back().current_url);
  }
  RenderJob index = default_job(JobKind::Xml, "/sitemap.xml", "split_sitemap_index.xml", config);
  index.entities = all_entities(values);
  index.variables = [urls = std::move(urls)] {
    Value::Array items;
    for (const std::string& url : urls) {
      items.push_back(Value::string(url));
    }
    return Value::Map{{"sitemaps", Value::array(std::move(items))}};
  };
  jobs.push_back(std::move(index));
}

}  // namespace

std::vector<RenderJob> plan_sitemap(const SiteValues& values, const site::Config& config) {
  std::vector<RenderJob> jobs;
  if (config.generate_sitemap) {
    Entries entries = collect_entries(values.library(), config);
    if (entries.size() >= kSitemapEntriesMax) {
      plan_split_sitemap(jobs, values, config, entries);
    } else {
      jobs.push_back(sitemap_job(values, config, "/sitemap.xml", std::move(entries)));
    }
  }
  if (config.generate_robots_txt) {
    jobs.push_back(default_job(JobKind::Text, "/robots.txt", "robots.txt", config));
  }
  return jobs;
}

}  // namespace loom::build
