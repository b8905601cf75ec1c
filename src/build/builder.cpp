#include "build/builder.h"

#include <algorithm>

#include "build/assets/code_style_sheets.h"
#include "build/assets/made_file.h"
#include "build/assets/sass_step.h"
#include "build/content_step.h"
#include "build/content_templates.h"
#include "build/entities.h"
#include "build/fingerprint.h"
#include "build/functions/site_environment.h"
#include "build/images/image_step.h"
#include "build/page_jobs.h"
#include "build/render_step.h"
#include "build/resource_factory.h"
#include "build/route_table.h"
#include "build/search/search_step.h"
#include "build/static_step.h"
#include "build/values/config_value.h"

namespace loom::build {
namespace {

/// Where the scheme and authority of a URL end.
std::size_t origin_length(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t slash = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  return slash == std::string_view::npos ? url.size() : slash;
}

std::string mount_path_of(std::string_view base_url) {
  std::string path(base_url.substr(origin_length(base_url)));
  path = "/" + path.substr(std::min(path.find_first_not_of('/'), path.size()));
  return path.ends_with('/') ? path : path + "/";
}

void apply_base_url(site::Config& config, const BuildOptions& options) {
  if (options.base_url) {
    config.base_url = *options.base_url;
  } else if (options.preview_origin) {
    config.base_url = *options.preview_origin + config.base_url.substr(origin_length(config.base_url));
  }
}

std::string folder_name_of(const std::string& root) {
  const std::string_view trimmed = std::string_view(root).substr(0, root.find_last_not_of('/') + 1);
  return std::string(trimmed.substr(trimmed.rfind('/') + 1));
}

/// Everything in the configuration comes from these files; what the command line changed is in the base URL.
std::uint64_t fingerprint_config(const site::SourceTree& tree, const site::Config& config, BuildMode mode) {
  Fingerprint fingerprint;
  fingerprint.add(config.base_url).add(config.file).add(config.title).add(static_cast<std::uint64_t>(mode));
  for (const std::string& path : {config.file, "themes/" + config.theme + "/theme.toml"}) {
    const site::SourceFile* file = tree.find(path);
    fingerprint.add(file == nullptr ? 0 : file->hash);
  }
  return fingerprint.value();
}

snapshot::ResourcePtr plain_not_found() {
  ResourceSpec spec;
  spec.status = 404;
  spec.media_type = "text/plain; charset=utf-8";
  return make_resource(spec, std::make_shared<const std::string>("404 Not Found\n"), nullptr);
}

MadeFiles made_style_sheets(const SassOutput& sass, const site::Config& config) {
  MadeFiles made;
  if (!sass.is_compiled) {
    made.found = sass.files;
  } else {
    for (const site::SourceFile& file : sass.files.files()) {
      made.add(file, "(Sass) " + file.path);
    }
  }
  for (const site::SourceFile& file : make_code_style_sheets(config)) {
    made.add(file, "(colours of code) " + file.path);
  }
  return made;
}

void add_search_files(MadeFiles& made, const std::vector<site::SourceFile>& files) {
  for (const site::SourceFile& file : files) {
    made.add(file, "(search index) " + file.path);
  }
}

void prepare_host(RenderHost& host, EntityTable& entities, const MadeFiles& made, base::UnixTime now) {
  host.compiled = &made.found;
  host.assets = collect_theme_assets(host.tree, host.config);
  host.mount_path = mount_path_of(host.config.base_url);
  host.now = now;
  for (const ThemeAsset& asset : host.assets) {
    entities.set(entity_key("asset", asset.name), base::hash64(asset.path));
  }
}

}  // namespace

struct Builder::State {
  BuildOptions options;
  templating::Environment environment = make_site_environment();
  templating::TemplateSet templates;
  ContentStep content_step;
  RenderStep render_step;
  SassStep sass_step;
  SearchStep search_step;
  SourceCaches caches;
  ImageStep image_step;

  explicit State(BuildOptions build_options)
      : options(std::move(build_options)),
        image_step(ImageCache(options.cache_directory, image::encoder_version())) {}

  void compile_templates(const site::SourceTree& tree, const site::Config& config, EntityTable& entities,
                         base::Diagnostics& diagnostics);
};

Builder::Builder(BuildOptions options) : state_(std::make_unique<State>(std::move(options))) {}

Builder::~Builder() = default;

void Builder::set_include_drafts(bool include_drafts) {
  state_->options.include_drafts = include_drafts;
}

void Builder::State::compile_templates(const site::SourceTree& tree, const site::Config& config,
                                       EntityTable& entities, base::Diagnostics& diagnostics) {
  std::vector<templating::TemplateSource> sources = collect_templates(tree, config);
  add_template_entities(entities, sources);
  templates = templating::TemplateSet::build(std::move(sources), environment, diagnostics, &templates);
  add_template_closures(entities, templates);
}

namespace {

std::vector<RenderJob> plan_all(const SiteValues& values, const site::Config& config) {
  std::vector<RenderJob> jobs = plan_pages(values, config);
  for (auto plan : {plan_feeds, plan_sitemap}) {
    std::vector<RenderJob> more = plan(values, config);
    std::move(more.begin(), more.end(), std::back_inserter(jobs));
  }
  return jobs;
}

std::vector<PublishedFile> make_redirects(const std::vector<PlannedRedirect>& planned,
                                          std::string_view base_url, const snapshot::Snapshot* previous) {
  const std::string_view origin = base_url.substr(0, origin_length(base_url));
  std::vector<PublishedFile> redirects;
  for (const PlannedRedirect& redirect : planned) {
    const bool is_own = redirect.url.starts_with(origin);
    const std::string location = is_own ? redirect.url.substr(origin.size()) : redirect.url;
    const snapshot::ResourcePtr* old = previous == nullptr ? nullptr : previous->find(redirect.path);
    redirects.push_back(
        {redirect.path, redirect.label,
         make_redirect(redirect.url, location.empty() ? "/" : location, old == nullptr ? nullptr : *old)});
  }
  return redirects;
}

/// Adds what was rendered; gives back the page for unknown paths.
snapshot::ResourcePtr add_rendered(RouteTable& routes, const std::vector<RenderJob>& jobs,
                                   const std::vector<snapshot::ResourcePtr>& resources,
                                   base::Diagnostics& diagnostics) {
  snapshot::ResourcePtr not_found = plain_not_found();
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (!resources[i]) {
      continue;
    }
    if (jobs[i].kind == JobKind::NotFound) {
      not_found = resources[i];
    } else if (jobs[i].is_default) {
      routes.add_default(jobs[i].path, jobs[i].label, resources[i]);
    } else {
      routes.add(jobs[i].path, jobs[i].label, resources[i], diagnostics);
    }
  }
  return not_found;
}

void add_files(RouteTable& routes, const std::vector<PublishedFile>& files, base::Diagnostics& diagnostics) {
  for (const PublishedFile& file : files) {
    routes.add(file.path, file.label, file.resource, diagnostics);
  }
}

void add_default_files(RouteTable& routes, const std::vector<PublishedFile>& files) {
  for (const PublishedFile& file : files) {
    routes.add_default(file.path, file.label, file.resource);
  }
}

/// Images and files that shortcodes asked for are published with those of templates.
void add_requests_of(const Content& content, RenderStepOutput& rendered) {
  rendered.images.insert(rendered.images.end(), content.images.begin(), content.images.end());
  rendered.files.insert(rendered.files.end(), content.files.begin(), content.files.end());
}

BuildOutcome outcome_of(const Content& content, const RenderStepOutput& rendered) {
  BuildOutcome outcome;
  outcome.page_count = content.library->pages.size();
  outcome.rendered_count = rendered.rendered_count;
  outcome.reads_clock = rendered.reads_clock;
  outcome.uses_random = rendered.uses_random;
  outcome.next_publication = content.library->placement->next_publication;
  return outcome;
}

}  // namespace

BuildOutcome Builder::build(const site::SourceTree& tree, base::UnixTime now,
                            const snapshot::Snapshot* previous, base::Diagnostics& diagnostics) {
  const BuildOptions& options = state_->options;
  const bool is_preview = options.mode == BuildMode::Preview;
  const bool with_codings = !is_preview && options.with_codings;
  site::Config config = site::read_config(tree, folder_name_of(options.site_root), diagnostics);
  apply_base_url(config, options);
  state_->sass_step.start(tree, config);
  const std::uint64_t config_fingerprint = fingerprint_config(tree, config, options.mode);
  const bool include_drafts = options.include_drafts || (is_preview && config.preview.drafts);
  EntityTable entities;
  add_file_entities(entities, tree);
  state_->compile_templates(tree, config, entities, diagnostics);
  MadeFiles made = made_style_sheets(state_->sass_step.finish(diagnostics), config);
  add_compiled_entities(entities, made.found);
  RenderHost host(tree, config, state_->caches);
  host.site_root = options.site_root;
  host.fetches = options.allow_fetch ? &state_->caches.fetches : nullptr;
  prepare_host(host, entities, made, now);
  host.templates = &state_->templates;
  host.environment = &state_->environment;
  host.entities = &entities;
  ContentTemplates content_templates{state_->templates, state_->environment, host, entities,
                                     config_values(config, is_preview ? "serve" : "build")};
  const Content content = state_->content_step.run(
      {tree, config, config_fingerprint, now, include_drafts, &content_templates}, diagnostics);
  const SiteValues values(*content.library);
  host.values = &values;
  add_search_files(made, state_->search_step.run(content, tree, config, diagnostics));
  add_compiled_entities(entities, made.found);
  add_content_entities(entities, content);

  const std::vector<RenderJob> jobs = plan_all(values, config);
  RenderStepInput input{jobs, state_->templates, state_->environment,
                        host, entities,          content_templates.configs};
  input.global_fingerprint = config_fingerprint;
  input.with_preview_script = is_preview;
  input.with_codings = with_codings;
  input.with_minified_html = config.minify_html && !is_preview;
  input.previous = previous;
  input.on_progress = options.on_progress;
  RenderStepOutput rendered = state_->render_step.run(input, diagnostics);
  state_->caches.sweep();

  RouteTable routes;
  snapshot::ResourcePtr not_found = add_rendered(routes, jobs, rendered.resources, diagnostics);
  add_files(routes, make_redirects(plan_redirects(values, config), config.base_url, previous), diagnostics);
  add_files(routes,
            publish_static_files({tree, config, *content.library->placement, host.assets, options.site_root,
                                  is_preview, with_codings, previous},
                                 diagnostics),
            diagnostics);
  add_requests_of(content, rendered);
  add_default_files(routes, state_->image_step.run({rendered.images, tree, options.site_root}, diagnostics));
  made.add_all(rendered.files);
  add_default_files(routes, publish_made_files(made.published, {is_preview, with_codings, previous}));

  if (options.strict) {
    diagnostics.promote_warnings();
  }
  diagnostics.sort();
  BuildOutcome outcome = outcome_of(content, rendered);
  if (!diagnostics.has_errors()) {
    RouteTable::Published published = routes.publish(previous, std::move(not_found), host.mount_path);
    outcome.snapshot = std::move(published.snapshot);
    outcome.changed_paths = std::move(published.changed_paths);
  }
  return outcome;
}

}  // namespace loom::build
