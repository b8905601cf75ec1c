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

/// Dated pages only, newest first; ties by path.
Indices dated_pages(const site::Library& library, Indices candidates) {
  std::erase_if(candidates, [&](std::uint32_t index) { return !library.pages[index].date; });
  std::stable_sort(candidates.begin(), candidates.end(), [&](std::uint32_t a, std::uint32_t b) {
    const site::Page& left = library.pages[a];
    const site::Page& right = library.pages[b];
    return left.date->moment != right.date->moment ? left.date->moment > right.date->moment
                                                   : left.placed->permalink < right.placed->permalink;
  });
  return candidates;
}

/// The newest of the first page's date and every page's update. Pages that the limit leaves out count too.
std::optional<base::DateTime> newest_change(const site::Library& library, const Indices& pages) {
  if (pages.empty()) {
    return std::nullopt;
  }
  base::DateTime newest = *library.pages[pages.front()].date;
  for (const std::uint32_t index : pages) {
    const auto& updated = library.pages[index].updated;
    if (updated && updated->moment > newest.moment) {
      newest = *updated;
    }
  }
  return newest;
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
  Indices dated = dated_pages(library, std::move(subject.candidates));
  const std::optional<base::DateTime> last_updated = newest_change(library, dated);
  if (config.feed_limit && dated.size() > *config.feed_limit) {
    dated.resize(*config.feed_limit);
  }
  auto pages = std::make_shared<const Indices>(std::move(dated));
  RenderJob job;
  job.kind = JobKind::Feed;
  job.path = subject.folder + subject.file_name;
  job.template_name = subject.file_name;
  job.label = job.path;
  job.entities = std::move(subject.entities);
  job.is_default = true;
  job.current_url = site::make_permalink(config.base_url, job.path);
  job.language = subject.language;
  job.variables = [&values, pages, last_updated, url = job.current_url,
                   extra = std::move(subject.variables)] {
    Value::Map variables = extra;
    variables.emplace_back("pages", Value::list(std::make_shared<PageList>(values, *pages)));
    if (last_updated) {
      variables.emplace_back("last_updated", Value::date(*last_updated));
    }
    variables.emplace_back("feed_url", Value::view(url));
    return variables;
  };
  return job;
}

/// The feeds of one file name in one language.
class FeedPlan {
 public:
  FeedPlan(const SiteValues& values, const site::Config& config, const site::LanguageSettings& language)
      : values_(values), config_(config), language_(language), folder_("/") {
    if (language.code != config.default_language) {
      folder_ += std::string(language.code) + "/";
    }
  }

  void add_all(const std::string& file_name, std::vector<RenderJob>& jobs) const {
    if (language_.generate_feeds) {
      add({folder_, file_name, pages_of_language(), {all_pages_key()}, {}, code()}, jobs);
    }
    for (std::uint32_t i = 0; i < values_.library().sections.size(); ++i) {
      add_section(i, file_name, jobs);
    }
    for (const site::Taxonomy& taxonomy : values_.library().taxonomies) {
      if (taxonomy.config.feed && taxonomy.config.render && taxonomy.language == language_.code) {
        add_terms(taxonomy, file_name, jobs);
      }
    }
  }

 private:
  std::string code() const { return std::string(language_.code); }

  void add(FeedSubject subject, std::vector<RenderJob>& jobs) const {
    jobs.push_back(feed_job(values_, config_, std::move(subject)));
  }

  Indices pages_of_language() const {
    const site::Library& library = values_.library();
    Indices indices;
    indices.reserve(library.pages.size());
    for (std::uint32_t i = 0; i < library.pages.size(); ++i) {
      if (library.pages[i].placed->language == language_.code) {
        indices.push_back(i);
      }
    }
    return indices;
  }

  void add_section(std::uint32_t index, const std::string& file_name, std::vector<RenderJob>& jobs) const {
    const site::Section& section = values_.library().sections[index];
    const bool is_covered = section.placed->path == folder_ && language_.generate_feeds;
    if (!section.generate_feeds || is_covered || section.placed->language != language_.code) {
      return;
    }
    const SectionObject& object = values_.section(index);
    add({section.placed->path,
         file_name,
         section.pages,
         {object.key(), section_pages_key(section.placed->relative_path)},
         {{"section", Value::object(object)}},
         code()},
        jobs);
  }

  void add_terms(const site::Taxonomy& taxonomy, const std::string& file_name,
                 std::vector<RenderJob>& jobs) const {
    for (const site::Term& term : taxonomy.terms) {
      add({term.path,
           file_name,
           term.pages,
           {taxonomy_key(taxonomy)},
           {{"taxonomy", values_.taxonomy_value(taxonomy)}, {"term", values_.term_value(taxonomy, term)}},
           code()},
          jobs);
    }
  }

  const SiteValues& values_;
  const site::Config& config_;
  const site::LanguageSettings& language_;
  /// "/" or "/fr/"
  std::string folder_;
};

}  // namespace

std::vector<RenderJob> plan_feeds(const SiteValues& values, const site::Config& config) {
  std::vector<RenderJob> jobs;
  for (const site::LanguageSettings& language : site::all_languages(config)) {
    const FeedPlan plan(values, config, language);
    for (const std::string& file_name : language.feed_filenames) {
      plan.add_all(file_name, jobs);
    }
  }
  return jobs;
}

}  // namespace loom::build
