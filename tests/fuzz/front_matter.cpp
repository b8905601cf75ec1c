// Front matter of a page and of a section: TOML and YAML. Any text has a body, and every mistake a place.
#include "site/front_matter.h"

#include "base/check.h"
#include "fuzz/target.h"

using namespace loom;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const site::Config config = [] {
    base::Diagnostics none;
    return site::parse_config("config.toml",
                              "base_url = \"https://x.org\"\ntaxonomies = [{ name = \"tags\" }]\n",
                              site::SiteKind::Zola, none);
  }();
  const std::string_view text = fuzz::text_of_input(data, size);
  for (const site::ContentKind kind : {site::ContentKind::Page, site::ContentKind::Section}) {
    base::Diagnostics diagnostics;
    const site::FrontMatter front =
        site::parse_front_matter({"content/a.md", text, kind}, config, diagnostics);
    LOOM_CHECK(front.body_offset <= text.size() && front.body_line >= 1);
    for (const base::Diagnostic& item : diagnostics.items()) {
      LOOM_CHECK(item.file == "content/a.md" && item.line != 0 && !item.message.empty());
    }
  }
  return 0;
}
