#include "build/render_step.h"

#include <algorithm>
#include <atomic>

#include "base/edit_distance.h"
#include "build/entities.h"
#include "build/fingerprint.h"
#include "build/html/html_minifier.h"
#include "build/merged_diagnostics.h"
#include "build/page_jobs.h"
#include "build/preview_script.h"
#include "build/resource_factory.h"
#include "build/values/config_value.h"
#include "build/worker_pool.h"
#include "templating/render.h"
#include "templating/template_set.h"

namespace loom::build {
namespace {

using templating::Value;

/// "tags/list.html|taxonomy_list.html" names alternatives; the first that exists is taken. Empty when none
/// does.
std::string choose_template(const templating::TemplateSet& templates, std::string_view names) {
  while (!names.empty()) {
    const std::size_t bar = names.find('|');
    const std::string name(names.substr(0, bar));
    if (templates.contains(name)) {
      return name;
    }
    names.remove_prefix(bar == std::string_view::npos ? names.size() : bar + 1);
  }
  return {};
}

/// A template that exists but has mistakes was reported where they are.
void add_missing_template(base::Diagnostics& diagnostics, const RenderJob& job,
                          const RenderStepInput& input) {
  const std::string wanted = job.template_name.substr(job.template_name.find_last_of('|') + 1);
  if (input.entities.find(template_key(wanted)) != 0) {
    return;
  }
  base::Diagnostic diagnostic;
  diagnostic.message = "there is no template `" + wanted + "`";
  const auto nearest = base::find_nearest_name(wanted, input.templates.names());
  diagnostic.hint = nearest ? "did you mean `" + *nearest + "`?" : "add templates/" + wanted;
  diagnostic.trail = {"while rendering " + job.label};
  diagnostics.add(std::move(diagnostic));
}

void warn_of_plain_page(base::Diagnostics& diagnostics, const RenderJob& job, const RenderStepInput& input) {
  const std::string wanted = job.template_name.substr(0, job.template_name.find('|'));
  if (input.entities.find(template_key(wanted)) != 0) {
    return;
  }
  base::Diagnostic warning;
  warning.severity = base::Severity::Warning;
  warning.message = "there is no template `" + wanted + "`: what needs it is shown as a plain page";
  warning.hint = "add templates/" + wanted;
  warning.trail = {"while rendering " + job.label};
  diagnostics.add(std::move(warning));
}

/// A default gives way to another job with its path, so the path alone does not tell jobs apart.
std::string memo_key(const RenderJob& job) {
  return job.path + "\n" + job.label;
}

std::string_view feed_media_type(std::string_view body) {
  const std::string_view head = body.substr(0, 512);
  return head.find("<feed") != std::string_view::npos  ? "application/atom+xml; charset=utf-8"
         : head.find("<rss") != std::string_view::npos ? "application/rss+xml; charset=utf-8"
                                                       : "application/xml; charset=utf-8";
}

ResourceSpec spec_for(const RenderJob& job, std::string_view body, const RenderStepInput& input) {
  ResourceSpec spec;
  spec.with_codings = input.with_codings;
  spec.status = job.kind == JobKind::NotFound ? 404 : 200;
  switch (job.kind) {
    case JobKind::Feed:
      spec.media_type = job.path.ends_with(".json") ? "application/feed+json" : feed_media_type(body);
      break;
    case JobKind::Xml:
      spec.media_type = "application/xml; charset=utf-8";
      break;
    case JobKind::Text:
      spec.media_type = "text/plain; charset=utf-8";
      break;
    case JobKind::Html:
    case JobKind::NotFound:
      spec.media_type = "text/html; charset=utf-8";
      break;
  }
  return spec;
}

Value context_of(const RenderStepInput& input, const RenderJob& job) {
  Value::Map variables = job.variables();
  variables.emplace_back("config", find_config_value(input.configs, job.language));
  variables.emplace_back("lang", Value::view(job.language));
  if (job.kind != JobKind::NotFound) {
    variables.emplace_back("current_path", Value::view(job.path));
    variables.emplace_back("current_url", Value::view(job.current_url));
  }
  return Value::map(std::move(variables));
}

snapshot::ResourcePtr find_previous(const RenderStepInput& input, const RenderJob& job) {
  if (input.previous == nullptr) {
    return nullptr;
  }
  if (job.kind == JobKind::NotFound) {
    return input.previous->not_found();
  }
  const snapshot::ResourcePtr* resource = input.previous->find(job.path);
  return resource == nullptr ? nullptr : *resource;
}

bool still_reads_the_same(const std::vector<EntityRead>& reads, const EntityTable& entities,
                          QueryMemo& queries) {
  return std::all_of(reads.begin(), reads.end(), [&](const EntityRead& read) {
    return entities.find(read.key) == read.fingerprint || queries.holds(read);
  });
}

}  // namespace

RenderStep::Rendered RenderStep::render_job(const RenderStepInput& input, const RenderJob& job,
                                            const std::string& template_name) {
  Rendered rendered;
  ReadLog log(input.entities);
  for (const EntityKey key : job.entities) {
    ReadLog::note(key);
  }
  std::string body;
  templating::RenderInput render_input{input.templates, input.environment, template_name,
                                       context_of(input, job)};
  render_input.label = job.label;
  render_input.host = const_cast<RenderHost*>(&input.host);
  render_input.memo = &queries_;
  render_input.random_seed = Fingerprint().add(job.path).value();
  const templating::RenderOutcome outcome = templating::render(render_input, body, rendered.warnings);
  rendered.reads = log.take_reads();
  rendered.images = log.take_images();
  rendered.files = log.take_files();
  rendered.is_repeatable = outcome.ok && !log.is_impure();
  rendered.reads_clock = log.is_impure();
  rendered.uses_random = outcome.used_random;
  if (!outcome.ok) {
    return rendered;
  }
  const ResourceSpec spec = spec_for(job, body, input);
  if (input.with_minified_html && spec.media_type.starts_with("text/html")) {
    body = minify_html(body);
  }
  if (input.with_preview_script && spec.media_type.starts_with("text/html")) {
    body = with_preview_script(body);
  }
  rendered.resource =
      make_resource(spec, std::make_shared<const std::string>(std::move(body)), find_previous(input, job));
  return rendered;
}

RenderStepOutput RenderStep::run(const RenderStepInput& input, base::Diagnostics& diagnostics) {
  const std::size_t count = input.jobs.size();
  std::vector<std::string> template_names(count);
  std::vector<std::uint64_t> fingerprints(count);
  std::vector<const Rendered*> kept(count);
  for (std::size_t i = 0; i < count; ++i) {
    const RenderJob& job = input.jobs[i];
    template_names[i] = choose_template(input.templates, job.template_name);
    fingerprints[i] = Fingerprint()
                          .add(input.global_fingerprint)
                          .add(template_names[i])
                          .add(input.entities.find(template_closure_key(template_names[i])))
                          .add(job.current_url)
                          .add(job.label)
                          .add(job.language)
                          .value();
    kept[i] = rendered_.find(memo_key(job), fingerprints[i]);
  }
  std::vector<Rendered> made(count);
  queries_.begin(input.entities, *input.host.values, input.environment);
  std::atomic<std::size_t> done{0};
  for_each_index(count, [&](std::size_t i) {
    const bool is_current = kept[i] != nullptr && kept[i]->is_repeatable &&
                            still_reads_the_same(kept[i]->reads, input.entities, queries_);
    if (!is_current) {
      kept[i] = nullptr;
      if (!template_names[i].empty()) {
        made[i] = render_job(input, input.jobs[i], template_names[i]);
      }
    }
    if (input.on_progress) {
      input.on_progress(done.fetch_add(1) + 1, count);
    }
  });
  RenderStepOutput output;
  output.resources.resize(count);
  queries_.end();
  base::Diagnostics found;
  for (std::size_t i = 0; i < count; ++i) {
    if (template_names[i].empty()) {
      add_missing_template(found, input.jobs[i], input);
      continue;
    }
    if (template_names[i] == kPlainTemplate) {
      warn_of_plain_page(found, input.jobs[i], input);
    }
    const bool is_kept = kept[i] != nullptr;
    const Rendered& rendered =
        is_kept ? *kept[i] : rendered_.put(memo_key(input.jobs[i]), fingerprints[i], std::move(made[i]));
    output.rendered_count += is_kept ? 0 : 1;
    found.add_all(rendered.warnings);
    if (rendered.reads_clock) {
      output.reads_clock.push_back(input.jobs[i].label);
    }
    if (rendered.uses_random) {
      output.uses_random.push_back(input.jobs[i].label);
    }
    output.images.insert(output.images.end(), rendered.images.begin(), rendered.images.end());
    output.files.insert(output.files.end(), rendered.files.begin(), rendered.files.end());
    output.resources[i] = rendered.resource;
  }
  add_merged(diagnostics, found);
  rendered_.sweep();
  return output;
}

}  // namespace loom::build
