// plan_feeds of page_jobs.h.
#include <algorithm>
#include <memory>

#include "build/entities.h"
#include "build/page_jobs.h"
#include "site/permalink.h"

namespace loom::build {
namespace {

using templating::Value;
using Indices = std::vector<std::uint32_t>;

/// Dated pages only, newest first, at most as many as the configuration says; ties by path.
Indices feed_pages(const site::Library& library, Indices candidates, const site::Config& config) {
  std::erase_if(candidates, [&](std::uint32_t index) { return !library.pages[index].date; });
  std::stable_sort(candidates.begin(), candidates.end(), [&](std::uint32_t a, std::uint32_t b) {
    const site::Page& left = library.pages[a];
    const site::Page& right = library.pages[b];
    return left.date->moment != right.date->moment ? left.date->moment > right.date->moment
                                                   : left.placed->permalink < right.placed->permalink;
  });
  if (config.feed_limit && candidates.size() > *config.feed_limit) {
    candidates.resize(*config.feed_limit);
  }
  return candidates;
}

Value last_updated_value(const site::Library& library, const Indices& pages) {
  const base::DateTime* newest = nullptr;
  for (const std::uint32_t index : pages) {
    const site::Page& page = library.pages[index];
    const base::DateTime* moment = page.updated ? &*page.updated : &*page.date;
    if (newest == nullptr || newest->moment < moment->moment) {
      newest = moment;
    }
  }
  return newest == nullptr ? Value::null() : Value::date(*newest);
}

Indices all_pages(const site::Library& library) {
  Indices indices(library.pages.size());
  for (std::uint32_t i = 0; i < indices.size(); ++i) {
    indices[i] = i;
  }
  return indices;
}

/// What a feed is of.
struct FeedSubject {
  std::string folder = "/";
  std::string file_name;
  Indices candidates;
  std::vector<EntityKey> entities;
  Value::Map variables;
  std::string language;
};

RenderJob feed_job(const SiteValues& values, const site::Config& config, FeedSubject subject) {
  const site::Library& library = values.library();
  // Of the pages that are left out too: another date may bring them in.
  for (const std::uint32_t index : subject.candidates) {
    subject.entities.push_back(values.page(index).key());
  }
  auto pages = std::make_shared<const Indices>(feed_pages(library, std::move(subject.candidates), config));
  RenderJob job;
  job.kind = JobKind::Feed;
  job.path = subject.folder + subject.file_name;
  job.template_name = subject.file_name;
  job.label = job.path;
  job.entities = std::move(subject.entities);
  job.is_default = true;
  job.current_url = site::make_permalink(config.base_url, job.path);
  job.language = subject.language;
  job.variables = [&values, pages, url = job.current_url, extra = std::move(subject.variables)] {
    Value::Map variables = extra;
    variables.emplace_back("pages", Value::list(std::make_shared<PageList>(values, *pages)));
    variables.emplace_back("last_updated", last_updated_value(values.library(), *pages));
    variables.emplace_back("feed_url", Value::view(url));
    return variables;
  };
  return job;
}

}  // namespace

std::vector<RenderJob> plan_feeds(const SiteValues& values, const site::Config& config) {
  std::vector<RenderJob> jobs;
  const site::Library& library = values.library();
  const std::string& language = config.default_language;
  for (const std::string& name : config.feed_filenames) {
    if (config.generate_feeds) {
      jobs.push_back(
          feed_job(values, config, {"/", name, all_pages(library), {all_pages_key()}, {}, language}));
    }
    for (std::uint32_t i = 0; i < library.sections.size(); ++i) {
      const site::Section& section = library.sections[i];
      const bool is_root = section.placed->path == "/";
      if (section.generate_feeds && !(is_root && config.generate_feeds)) {
        const SectionObject& object = values.section(i);
        jobs.push_back(feed_job(values, config,
                                {section.placed->path,
                                 name,
                                 section.pages,
                                 {object.key(), section_pages_key(section.placed->relative_path)},
                                 {{"section", Value::object(object)}},
                                 language}));
      }
    }
    for (const site::Taxonomy& taxonomy : library.taxonomies) {
      for (const site::Term& term : taxonomy.terms) {
        if (taxonomy.config.feed && taxonomy.config.render) {
          jobs.push_back(feed_job(
              values, config,
              {term.path,
               name,
               term.pages,
               {taxonomy_key(taxonomy)},
               {{"taxonomy", values.taxonomy_value(taxonomy)}, {"term", values.term_value(taxonomy, term)}},
               taxonomy.language}));
        }
      }
    }
  }
  return jobs;
}

}  // namespace loom::build
