#include "build/content_step.h"

#include <algorithm>
#include <set>

#include "build/content_markup.h"
#include "build/content_templates.h"
#include "build/entities.h"
#include "build/fingerprint.h"
#include "build/merged_diagnostics.h"
#include "build/shortcodes/content_shortcodes.h"
#include "build/worker_pool.h"
#include "markdown/words.h"
#include "site/link_index.h"
#include "site/markdown_options.h"
#include "site/site_link_resolver.h"

namespace loom::build {
namespace {

std::uint64_t fingerprint_of(const markdown::LinkResolution& resolution) {
  Fingerprint fingerprint;
  fingerprint.add(resolution.index());
  if (const auto* rewritten = std::get_if<markdown::RewrittenLink>(&resolution)) {
    fingerprint.add(rewritten->url);
  } else if (const auto* broken = std::get_if<markdown::BrokenLink>(&resolution)) {
    fingerprint.add(broken->message).add(broken->hint);
  }
  return fingerprint.value();
}

/// Passes questions on and keeps the answers, so that a later build knows whether they are still the same.
class RecordingResolver : public markdown::LinkResolver {
 public:
  explicit RecordingResolver(const markdown::LinkResolver& resolver) : resolver_(resolver) {}

  markdown::LinkResolution resolve(std::string_view destination, markdown::LinkKind kind) const override {
    markdown::LinkResolution resolution = resolver_.resolve(destination, kind);
    links_.push_back({std::string(destination), kind, fingerprint_of(resolution)});
    return resolution;
  }

  std::vector<ResolvedLink> take_links() { return std::move(links_); }

 private:
  const markdown::LinkResolver& resolver_;
  mutable std::vector<ResolvedLink> links_;
};

bool still_resolves(const RenderedContent& rendered, const markdown::LinkResolver& resolver) {
  return std::all_of(rendered.links.begin(), rendered.links.end(), [&](const ResolvedLink& link) {
    return fingerprint_of(resolver.resolve(link.destination, link.kind)) == link.resolution;
  });
}

markdown::AnchorLinks anchor_links_for(const site::PlacedPage& placed, const site::Placement& placement,
                                       const site::Config& config) {
  if (placed.source->kind == site::ContentKind::Section && placed.source->front.section.insert_anchor_links) {
    return *placed.source->front.section.insert_anchor_links;
  }
  if (placed.parent != site::kNone) {
    const auto& section = placement.sections[placed.parent].source;
    if (section && section->front.section.insert_anchor_links) {
      return *section->front.section.insert_anchor_links;
    }
  }
  return config.markdown.insert_anchor_links;
}

markdown::MarkdownOptions options_for(const site::PlacedPage& placed, const site::Placement& placement,
                                      const site::Config& config) {
  markdown::MarkdownOptions options = site::markdown_options(config);
  options.anchor_links = anchor_links_for(placed, placement, config);
  options.drop_first_heading = placed.source->takes_title_from_heading;
  return options;
}

bool still_reads_the_same(const RenderedContent& rendered, const site::PlacedPage& placed,
                          const ContentShortcodes& shortcodes) {
  const ContentTemplates* templates = shortcodes.templates();
  return rendered.is_repeatable &&
         (templates == nullptr || are_unchanged(rendered.reads, templates->entities)) &&
         (!rendered.seen_of_page || *rendered.seen_of_page == shortcodes.fingerprint_of(placed));
}

/// Renders with the site's templates for shortcodes and parts of a text, and keeps what they read.
markdown::Document render_with(const ContentShortcodes& shortcodes, const site::PlacedPage& placed,
                               markdown::MarkdownInput input, RenderedContent& rendered) {
  const ContentTemplates& templates = *shortcodes.templates();
  ReadLog log(templates.entities);
  const std::optional<markdown::AssembledText> text = shortcodes.run(placed, rendered.diagnostics);
  if (text) {
    rendered.seen_of_page = shortcodes.fingerprint_of(placed);
    input.text = text->text();
    input.lines = text->lines();
    input.insertions = text->insertions();
  }
  ContentMarkup markup(templates, placed);
  input.templates = &markup;
  markdown::Document document = markdown::render_markdown(input, rendered.diagnostics);
  if (text) {
    document.word_count = markdown::count_words(placed.source->body());
  }
  rendered.diagnostics.add_all(markup.take_diagnostics());
  rendered.reads = log.take_reads();
  rendered.images = log.take_images();
  rendered.files = log.take_files();
  rendered.is_repeatable = !log.is_impure();
  return document;
}

RenderedContent render_one(const site::PlacedPage& placed, const markdown::MarkdownOptions& options,
                           const markdown::LinkResolver& resolver, const ContentShortcodes& shortcodes) {
  RecordingResolver recorder(resolver);
  RenderedContent rendered;
  const markdown::MarkdownInput input{placed.source->body(), placed.source->path,
                                      placed.source->front.body_line, options, &recorder};
  rendered.document = std::make_shared<const markdown::Document>(
      shortcodes.templates() == nullptr ? markdown::render_markdown(input, rendered.diagnostics)
                                        : render_with(shortcodes, placed, input, rendered));
  rendered.links = recorder.take_links();
  rendered.fingerprint = Fingerprint()
                             .add(rendered.document->html)
                             .add(rendered.document->summary_html.value_or(""))
                             .add(rendered.document->summary_html.has_value())
                             .add(rendered.document->first_heading)
                             .add(rendered.document->plain_text)
                             .value();
  return rendered;
}

/// Each kind of shortcode that another generator would have run, said once for the whole site.
void warn_of_shortcodes(const site::Library& library, const site::Config& config,
                        base::Diagnostics& diagnostics) {
  std::set<std::pair<markdown::ShortcodeKind, std::string>> seen;
  const bool runs_zolas = config.kind != site::SiteKind::Bare;
  const auto visit = [&](const site::Entry& entry) {
    for (const markdown::ShortcodeUse& use : entry.document->shortcodes) {
      if ((runs_zolas && use.kind == markdown::ShortcodeKind::Zola) ||
          !seen.insert({use.kind, use.name}).second) {
        continue;
      }
      base::Diagnostic warning;
      warning.severity = base::Severity::Warning;
      warning.file = entry.placed->source->path;
      warning.line = use.line;
      warning.message = std::string(use.kind == markdown::ShortcodeKind::Hugo ? "Hugo" : "Zola") +
                        " shortcode `" + use.name + "` is left in the text as it is";
      warning.hint = "replace it by Markdown or HTML; this kind is reported once for the whole site";
      diagnostics.add(std::move(warning));
    }
  };
  for (const site::Page& page : library.pages) {
    visit(page);
  }
  for (const site::Section& section : library.sections) {
    visit(section);
  }
}

}  // namespace

struct ContentStep::Documents {
  std::vector<std::shared_ptr<const markdown::Document>> documents;
  std::vector<std::uint64_t> fingerprints;
  std::vector<std::shared_ptr<const ImageRequest>> images;
  std::vector<std::shared_ptr<const MadeFile>> files;
  std::size_t rendered_count = 0;
};

std::vector<std::shared_ptr<const site::PageSource>> ContentStep::parse_sources(
    const ContentInput& input, base::Diagnostics& diagnostics) {
  std::vector<const site::SourceFile*> files;
  const std::string_view prefix = input.config.content_prefix;
  for (const site::SourceFile& file : input.tree.files_under(prefix.substr(0, prefix.find('/')))) {
    if (file.bytes && site::is_page_source(file.path, input.config)) {
      files.push_back(&file);
    }
  }
  std::vector<const ParsedSource*> found(files.size());
  std::vector<ParsedSource> made(files.size());
  const auto fingerprint = [&](std::size_t i) { return files[i]->hash ^ input.config_fingerprint; };
  for (std::size_t i = 0; i < files.size(); ++i) {
    found[i] = sources_.find(files[i]->path, fingerprint(i));
  }
  for_each_index(files.size(), [&](std::size_t i) {
    if (found[i] == nullptr) {
      made[i].source = site::parse_page_source(*files[i], input.config, made[i].diagnostics);
    }
  });
  std::vector<std::shared_ptr<const site::PageSource>> sources;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const ParsedSource& parsed =
        found[i] != nullptr ? *found[i] : sources_.put(files[i]->path, fingerprint(i), std::move(made[i]));
    diagnostics.add_all(parsed.diagnostics);
    sources.push_back(parsed.source);
  }
  sources_.sweep();
  return sources;
}

/// What the files of one build have in common.
struct ContentStep::Scope {
  const site::Placement& placement;
  const ContentShortcodes& shortcodes;
};

ContentStep::Documents ContentStep::render_all(const std::vector<site::PlacedPage>& placed,
                                               const Scope& scope, const ContentInput& input,
                                               base::Diagnostics& diagnostics) {
  // Not a structured binding: clang 14 does not let lambdas capture one.
  const auto& placement = scope.placement;
  const auto& shortcodes = scope.shortcodes;
  Documents out;
  out.documents.resize(placed.size());
  out.fingerprints.resize(placed.size());
  std::vector<const RenderedContent*> found(placed.size());
  std::vector<RenderedContent> made(placed.size());
  std::vector<std::uint64_t> fingerprints(placed.size());
  for_each_index(placed.size(), [&](std::size_t i) {
    if (placed[i].source) {
      fingerprints[i] =
          Fingerprint()
              .add(placed[i].source->metadata_hash)
              .add(placed[i].source->body_hash)
              .add(input.config_fingerprint)
              .add(placed[i].path)
              .add(static_cast<std::uint64_t>(anchor_links_for(placed[i], placement, input.config)))
              .value();
    }
  });
  for (std::size_t i = 0; i < placed.size(); ++i) {
    found[i] = placed[i].source ? documents_.find(placed[i].source->path, fingerprints[i]) : nullptr;
  }
  for_each_index(placed.size(), [&](std::size_t i) {
    if (!placed[i].source) {
      return;
    }
    const site::SiteLinkResolver resolver(placement.links, placed[i].relative_path, placed[i].path);
    const bool is_current = found[i] != nullptr && still_resolves(*found[i], resolver) &&
                            still_reads_the_same(*found[i], placed[i], shortcodes);
    if (!is_current) {
      found[i] = nullptr;
      made[i] = render_one(placed[i], options_for(placed[i], placement, input.config), resolver, shortcodes);
    }
  });
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (!placed[i].source) {
      continue;
    }
    const bool is_kept = found[i] != nullptr;
    const RenderedContent& rendered =
        is_kept ? *found[i] : documents_.put(placed[i].source->path, fingerprints[i], std::move(made[i]));
    out.rendered_count += is_kept ? 0 : 1;
    diagnostics.add_all(rendered.diagnostics);
    out.documents[i] = rendered.document;
    out.images.insert(out.images.end(), rendered.images.begin(), rendered.images.end());
    out.files.insert(out.files.end(), rendered.files.begin(), rendered.files.end());
    out.fingerprints[i] = rendered.fingerprint;
  }
  return out;
}

Content ContentStep::run(const ContentInput& input, base::Diagnostics& diagnostics) {
  const auto sources = parse_sources(input, diagnostics);
  const auto placement =
      site::place_content({sources, input.tree, input.config, input.now, input.include_drafts}, diagnostics);
  if (input.templates != nullptr) {
    input.templates->host.links = placement->links.get();
    add_permalink_entities(input.templates->entities, *placement);
  }
  const ContentShortcodes shortcodes(input.templates, placement);
  const Scope scope{*placement, shortcodes};
  base::Diagnostics found;
  Documents pages = render_all(placement->pages, scope, input, found);
  Documents sections = render_all(placement->sections, scope, input, found);
  documents_.sweep();
  add_merged(diagnostics, found);
  Content content;
  content.library = std::make_shared<const site::Library>(
      site::build_library(placement, {pages.documents, sections.documents}, input.config, diagnostics));
  content.page_documents = std::move(pages.fingerprints);
  content.section_documents = std::move(sections.fingerprints);
  content.images = std::move(pages.images);
  content.images.insert(content.images.end(), sections.images.begin(), sections.images.end());
  content.files = std::move(pages.files);
  content.files.insert(content.files.end(), sections.files.begin(), sections.files.end());
  content.rendered_count = pages.rendered_count + sections.rendered_count;
  site::check_anchors(*content.library, input.config, diagnostics);
  warn_of_shortcodes(*content.library, input.config, diagnostics);
  return content;
}

}  // namespace loom::build
