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
    "body{margin:2rem auto;max-width:60rem;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;"
    "color-scheme:light dark}"
    "pre{padding:1rem;border-left:4px solid #e5484d;overflow:auto;white-space:pre-wrap;"
    "background:color-mix(in srgb,currentColor 6%,transparent)}"
    "loom-errors{display:none}";

std::string render_page(const base::Diagnostics& diagnostics) {
  std::string html = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">";
  html +=
      "<meta name=\"viewport\" content=\"width=device-width\"><title>The site has mistakes</title><style>";
  html += kStyle;
  html += "</style><script src=\"";
  html += kLiveScriptPath;
  html += "\" async></script></head><body><h1>The site could not be built</h1>";
  html += "<p>This page goes away by itself when the mistakes below are mended.</p>";
  const std::size_t shown = std::min(diagnostics.items().size(), kFailurePageDiagnosticsMax);
  for (std::size_t i = 0; i < shown; ++i) {
    html += "<pre>";
    base::append_html(html, base::format_diagnostic(diagnostics.items()[i], false));
    html += "</pre>";
  }
  if (shown < diagnostics.items().size()) {
    html += "<p>And " + std::to_string(diagnostics.items().size() - shown) + " more.</p>";
  }
  html += "</body></html>\n";
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
