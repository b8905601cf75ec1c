// A small site on disk with plain templates of its own, so that a test sees in a page exactly what it wrote.
#pragma once

#include <string>
#include <string_view>

#include "e2e/support/child_process.h"
#include "support/temp_folder.h"

namespace loom::e2e {

inline constexpr std::string_view kConfig = "base_url = \"https://example.org\"\ntitle = \"SiteOne\"\n";
inline constexpr std::string_view kPageTemplate =
    "<!doctype html><html><head><title>{{ page.title }}</title></head><body>\n"
    "<i>{{ config.title }}</i><main>{{ page.content | safe }}</main></body></html>\n";
inline constexpr std::string_view kListTemplate =
    "<!doctype html><html><head><title>list</title></head><body><i>{{ config.title }}</i>"
    "{{ section.content | safe }}{% for page in section.pages %}\n"
    "<a href=\"{{ page.permalink }}\">{{ page.title }}</a>{% endfor %}</body></html>\n";

/// A page whose title is `text` and whose body is "body" and `text`.
inline std::string page_text(std::string_view text) {
  return "---\ntitle: " + std::string(text) + "\n---\nbody " + std::string(text) + "\n";
}

/// `site` and `aside` are two folders on one file system, so that a rename leads from one to the other.
struct SmallSite {
  SmallSite() {
    site.write("loom.toml", kConfig);
    site.write("templates/page.html", kPageTemplate);
    site.write("templates/section.html", kListTemplate);
    site.write("templates/index.html", kListTemplate);
    site.write("static/plain.txt", "plain\n");
    page("a", "v0");
  }

  const std::string& path() const { return site.path(); }
  /// Writes content/NAME.md in place.
  void page(std::string_view name, std::string_view text) const {
    site.write("content/" + std::string(name) + ".md", page_text(text));
  }
  /// For run_script: $C is the content folder, $S the site, $X the folder aside; the cache is the test's own.
  ChildOptions script_options() const {
    ChildOptions options;
    options.folder = site.path();
    options.environment = {"C=" + site.path("content"), "S=" + site.path(), "X=" + aside.path(),
                           "XDG_CACHE_HOME=" + cache.path()};
    return options;
  }
  /// For `loom`, which keeps the record of what it wrote in the cache.
  ChildOptions loom_options() const {
    ChildOptions options;
    options.environment = {"XDG_CACHE_HOME=" + cache.path()};
    return options;
  }

  support::TempFolder world;
  support::TempFolder site{world.path()};
  support::TempFolder aside{world.path()};
  support::TempFolder cache{world.path()};
};

}  // namespace loom::e2e
