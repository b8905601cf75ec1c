#include "server/failure_page.h"

#include <algorithm>

#include "base/diagnostics_text.h"
#include "base/escape.h"
#include "http/cache_policy.h"
#include "http/representation_fields.h"
#include "server/limits.h"
#include "server/live_endpoints.h"

namespace loom::server {
namespace {

constexpr std::string_view kMediaType = "text/html; charset=utf-8";

constexpr std::string_view kStyle =
    ":root{color-scheme:light dark;--page:#fdfdfb;--box:#f4f4ef;--text:#22252b;--muted:#5b616c}"
    "@media(prefers-color-scheme:dark){:root{--page:#14171c;--box:#1c2027;--text:#d8dbe0;--muted:#a0a7b3}}"
    "body{margin:3rem auto;max-width:56rem;padding:0 1.25rem;font:16px/1.5 system-ui,sans-serif;"
    "background:var(--page);color:var(--text)}"
    "h1{font-size:1.6rem;margin:0}h1+p{margin:.25rem 0 2rem;color:var(--muted)}"
    "section{margin:1rem 0;padding:.9rem 1.1rem;border-left:4px solid #e5484d;border-radius:3px;"
    "background:var(--box)}"
    "section.warning{border-color:#d29922}"
    "h2{font-size:1rem;margin:0;overflow-wrap:anywhere}"
    "pre{margin:.5rem 0 0;overflow:auto;font-size:.875rem;color:var(--muted)}"
    "loom-errors{display:none}";

/// The message as a heading, and below it where it is and how to mend it.
void append_mistake(std::string& html, const base::Diagnostic& diagnostic) {
  const std::string text = base::format_diagnostic(diagnostic, false);
  const std::size_t end = std::min(text.find('\n'), text.size());
  html += diagnostic.severity == base::Severity::Error ? "<section>" : "<section class=\"warning\">";
  html += "<h2>";
  base::append_html(html, std::string_view(text).substr(0, end));
  html += "</h2><pre>";
  base::append_html(html, std::string_view(text).substr(std::min(end + 1, text.size())));
  html += "</pre></section>\n";
}

std::string render_page(const base::Diagnostics& diagnostics) {
  std::string html = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">";
  html +=
      "<meta name=\"viewport\" content=\"width=device-width\"><title>The site has mistakes</title><style>";
  html += kStyle;
  html += "</style><script src=\"";
  html += kLiveScriptPath;
  html += "\" async></script></head><body><main><h1>The site could not be built</h1>";
  html += "<p>This page goes away by itself when the mistakes below are mended.</p>\n";
  const std::size_t shown = std::min(diagnostics.items().size(), kFailurePageDiagnosticsMax);
  for (std::size_t i = 0; i < shown; ++i) {
    append_mistake(html, diagnostics.items()[i]);
  }
  if (shown < diagnostics.items().size()) {
    html += "<p>And " + std::to_string(diagnostics.items().size() - shown) + " more.</p>";
  }
  html += "</main></body></html>\n";
  return html;
}

snapshot::ResourcePtr make_page(std::string html) {
  auto representation = std::make_unique<snapshot::Representation>();
  const std::string cache_control(http::cache_control(http::CachePolicy::NoStore));
  const http::RepresentationInfo info{.media_type = kMediaType,
                                      .content_length_bytes = html.size(),
                                      .etag = {},
                                      .last_modified = {},
                                      .cache_control = cache_control,
                                      .content_coding = {},
                                      .extra_fields = {}};
  representation->fields = http::representation_fields(info);
  representation->not_modified_fields = http::not_modified_fields(info);
  representation->body = std::make_shared<const std::string>(std::move(html));
  auto resource = std::make_shared<snapshot::Resource>();
  resource->status = 500;
  resource->media_type = kMediaType;
  resource->representations[0] = std::move(representation);
  return resource;
}

}  // namespace

std::shared_ptr<const snapshot::Snapshot> build_failure_site(const base::Diagnostics& diagnostics) {
  snapshot::SnapshotBuilder builder(nullptr);
  builder.set_not_found(make_page(render_page(diagnostics)));
  return builder.build();
}

}  // namespace loom::server
