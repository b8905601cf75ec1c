#include "build/page_jobs.h"

#include "site/permalink.h"

namespace loom::build {
namespace {

using templating::Value;

std::string label_of(const site::Entry& entry) {
  return entry.placed->source ? entry.placed->source->path : entry.placed->path;
}

std::string language_of(const site::Entry& entry, const site::Config& config) {
  return entry.placed->language.empty() ? config.default_language : entry.placed->language;
}

/// A Zola site may lack the templates that every site needs: Zola then shows a page of its own.
std::string with_fallback(const std::string& name, const site::Config& config) {
  const bool is_basic = name == "page.html" || name == "section.html" || name == "index.html";
  return is_basic && config.kind == site::SiteKind::Zola ? name + "|" + std::string(kPlainTemplate) : name;
}

RenderJob page_job(const SiteValues& values, std::uint32_t index, const site::Config& config) {
  const site::Page& page = values.library().pages[index];
  RenderJob job;
  job.path = page.placed->path;
  job.template_name = with_fallback(page.template_name.empty() ? "page.html" : page.template_name, config);
  job.label = label_of(page);
  job.entities = {values.page(index).key()};
  job.current_url = page.placed->permalink;
  job.language = language_of(page, config);
  job.variables = [&values, index] { return Value::Map{{"page", Value::object(values.page(index))}}; };
  return job;
}

std::string default_section_template(const site::Section& section) {
  return section.placed->parent == site::kNone && section.placed->components.empty() ? "index.html"
                                                                                     : "section.html";
}

RenderJob section_job(const SiteValues& values, std::uint32_t index, const site::Config& config,
                      const site::Pager* pager) {
  const site::Section& section = values.library().sections[index];
  RenderJob job;
  job.path = pager != nullptr ? pager->path : section.placed->path;
  job.template_name = with_fallback(
      section.template_name.empty() ? default_section_template(section) : section.template_name, config);
  job.label = label_of(section);
  job.entities = {values.section(index).key(), section_pages_key(section.placed->relative_path)};
  job.current_url = pager != nullptr ? pager->permalink : section.placed->permalink;
  job.language = language_of(section, config);
  job.variables = [&values, index, pager] {
    Value::Map variables = {{"section", Value::object(values.section(index))}};
    if (pager != nullptr) {
      variables.emplace_back("paginator",
                             values.pager_value(*values.library().sections[index].paginator, *pager));
    }
    return variables;
  };
  return job;
}

void plan_section(std::vector<RenderJob>& jobs, const SiteValues& values, std::uint32_t index,
                  const site::Config& config) {
  const site::Section& section = values.library().sections[index];
  if (!section.placed->render || !section.front().section.redirect_to.empty() ||
      values.library().replaced_paths.contains(section.placed->path)) {
    return;
  }
  if (!section.paginator) {
    jobs.push_back(section_job(values, index, config, nullptr));
    return;
  }
  for (const site::Pager& pager : section.paginator->pagers) {
    jobs.push_back(section_job(values, index, config, &pager));
  }
}

RenderJob taxonomy_job(const SiteValues& values, const site::Taxonomy& taxonomy) {
  RenderJob job;
  job.path = taxonomy.path;
  job.template_name = taxonomy.config.name + "/list.html|taxonomy_list.html";
  job.label = taxonomy.path;
  job.entities = {taxonomy_key(taxonomy)};
  job.current_url = taxonomy.permalink;
  job.language = taxonomy.language;
  job.variables = [&values, &taxonomy] {
    return Value::Map{{"taxonomy", values.taxonomy_value(taxonomy)}, {"terms", values.terms_value(taxonomy)}};
  };
  return job;
}

RenderJob term_job(const SiteValues& values, const site::Taxonomy& taxonomy, const site::Term& term,
                   const site::Pager* pager) {
  RenderJob job;
  job.path = pager != nullptr ? pager->path : term.path;
  job.template_name = taxonomy.config.name + "/single.html|taxonomy_single.html";
  job.label = term.path;
  job.entities = {taxonomy_key(taxonomy)};
  job.current_url = pager != nullptr ? pager->permalink : term.permalink;
  job.language = taxonomy.language;
  job.variables = [&values, &taxonomy, &term, pager] {
    Value::Map variables = {{"taxonomy", values.taxonomy_value(taxonomy)},
                            {"term", values.term_value(taxonomy, term)}};
    if (pager != nullptr) {
      variables.emplace_back("paginator", values.pager_value(*term.paginator, *pager));
    }
    return variables;
  };
  return job;
}

void plan_taxonomy(std::vector<RenderJob>& jobs, const SiteValues& values, const site::Taxonomy& taxonomy) {
  if (!taxonomy.config.render || taxonomy.terms.empty()) {
    return;
  }
  jobs.push_back(taxonomy_job(values, taxonomy));
  for (const site::Term& term : taxonomy.terms) {
    if (!term.paginator) {
      jobs.push_back(term_job(values, taxonomy, term, nullptr));
      continue;
    }
    for (const site::Pager& pager : term.paginator->pagers) {
      jobs.push_back(term_job(values, taxonomy, term, &pager));
    }
  }
}

RenderJob not_found_job(const site::Config& config) {
  RenderJob job;
  job.kind = JobKind::NotFound;
  job.path = "/404.html";
  job.template_name = "404.html";
  job.label = "404.html";
  job.is_default = true;
  job.current_url = site::make_permalink(config.base_url, "/404.html");
  job.language = config.default_language;
  job.variables = [] { return Value::Map{}; };
  return job;
}

void add_aliases(std::vector<PlannedRedirect>& redirects, const site::Entry& entry) {
  for (const std::string& alias : entry.placed->aliases) {
    redirects.push_back({alias, entry.placed->permalink, label_of(entry)});
  }
}

void add_first_pager(std::vector<PlannedRedirect>& redirects,
                     const std::optional<site::Paginator>& paginator) {
  if (paginator) {
    const site::Pager& first = paginator->pagers.front();
    redirects.push_back({paginator->base_path + "1/", first.permalink, first.path});
  }
}

std::string redirect_target(const std::string& target, const site::Config& config) {
  const bool is_absolute = target.starts_with("http://") || target.starts_with("https://");
  return is_absolute ? target : site::make_permalink(config.base_url, site::normalized_path(target));
}

}  // namespace

std::vector<RenderJob> plan_pages(const SiteValues& values, const site::Config& config) {
  std::vector<RenderJob> jobs;
  const site::Library& library = values.library();
  for (std::uint32_t i = 0; i < library.pages.size(); ++i) {
    if (library.pages[i].front().render && !library.replaced_paths.contains(library.pages[i].placed->path)) {
      jobs.push_back(page_job(values, i, config));
    }
  }
  for (std::uint32_t i = 0; i < library.sections.size(); ++i) {
    plan_section(jobs, values, i, config);
  }
  for (const site::Taxonomy& taxonomy : library.taxonomies) {
    plan_taxonomy(jobs, values, taxonomy);
  }
  jobs.push_back(not_found_job(config));
  return jobs;
}

std::vector<PlannedRedirect> plan_redirects(const SiteValues& values, const site::Config& config) {
  std::vector<PlannedRedirect> redirects;
  const site::Library& library = values.library();
  for (const site::Page& page : library.pages) {
    add_aliases(redirects, page);
  }
  for (const site::Section& section : library.sections) {
    add_aliases(redirects, section);
    add_first_pager(redirects, section.paginator);
    const std::string& target = section.front().section.redirect_to;
    if (!target.empty()) {
      redirects.push_back({section.placed->path, redirect_target(target, config), label_of(section)});
    }
  }
  for (const site::Taxonomy& taxonomy : library.taxonomies) {
    if (!taxonomy.config.render) {
      continue;
    }
    for (const site::Term& term : taxonomy.terms) {
      add_first_pager(redirects, term.paginator);
    }
  }
  return redirects;
}

}  // namespace loom::build
