// A site in several languages, from the configuration to the published pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_build.h"

namespace loom::build {
namespace {

using support::Built;
using testing::HasSubstr;
using testing::Not;

/// Everything a language can have of its own; each page shows what `tested` says.
std::string site(std::string_view tested) {
  return R"(--- config.toml
base_url = "https://x.org"
title = "Notes"
default_language = "en"
generate_feeds = true
taxonomies = [{ name = "tags" }]
[translations]
more = "More"
[languages.fr]
title = "Carnet"
generate_feeds = true
taxonomies = [{ name = "tags", feed = true }, { name = "vide" }]
[languages.fr.translations]
more = "Plus"
[languages.it]
--- templates/page.html
)" + std::string(tested) +
         R"(
--- templates/section.html
{{ lang }} {{ section.title }}:{% for page in section.pages %} {{ page.title }}{% endfor %}; {{ section.assets | join(sep=" ") }}
--- templates/index.html
{{ lang }} {{ config.title | default(value="untitled") }} {{ section.ancestors | length }}
--- templates/taxonomy_list.html
{{ lang }} {{ taxonomy.name }}:{% for term in terms %} {{ term.name }}{% endfor %}
--- templates/taxonomy_single.html
{{ lang }} {{ term.name }} {{ term.page_count }}
--- content/blog/_index.md
+++
title = "Blog"
+++
--- content/blog/_index.fr.md
+++
title = "Journal"
+++
--- content/blog/map.svg
<svg/>
--- content/blog/a.md
+++
title = "First"
date = 2025-01-01
[taxonomies]
tags = ["hello"]
+++
--- content/blog/a.fr.md
+++
title = "Premier"
date = 2025-01-01
[taxonomies]
tags = ["bonjour"]
+++
--- content/blog/b.fr.md
+++
title = "Seul"
+++
--- content/blog/c/index.md
+++
title = "Bundle"
+++
--- content/blog/c/index.fr.md
+++
title = "Paquet"
slug = "paquet"
+++
--- content/blog/c/cat.png
png
)";
}

Built built_site(std::string_view tested = "{{ page.title }}") {
  return support::build_site(site(tested));
}

TEST(Languages, PagesSectionsAndFilesHaveTheirPlacesInEachLanguage) {
  const Built built = built_site();
  EXPECT_EQ(built.messages(), "");
  for (const char* path : {"/", "/fr/", "/it/", "/blog/", "/fr/blog/", "/blog/a/", "/fr/blog/a/",
                           "/fr/blog/b/", "/fr/blog/paquet/", "/blog/c/cat.png", "/fr/blog/paquet/cat.png",
                           "/blog/map.svg", "/fr/blog/map.svg", "/atom.xml", "/fr/atom.xml"}) {
    EXPECT_TRUE(built.has(path)) << path;
  }
  for (const char* path : {"/blog/b/", "/it/blog/", "/it/atom.xml", "/fr/vide/"}) {
    EXPECT_FALSE(built.has(path)) << path;
  }
  EXPECT_EQ(built.body("/"), "en Notes 0\n");
  EXPECT_EQ(built.body("/fr/"), "fr Carnet 0\n");
  EXPECT_EQ(built.body("/it/"), "it untitled 0\n");
  EXPECT_EQ(built.body("/fr/blog/"), "fr Journal: Premier Seul Paquet; /fr/blog/map.svg\n");
}

TEST(Languages, TaxonomiesAreOfOneLanguage) {
  const Built built = built_site();
  EXPECT_EQ(built.body("/tags/"), "en tags: hello\n");
  EXPECT_EQ(built.body("/fr/tags/"), "fr tags: bonjour\n");
  EXPECT_EQ(built.body("/fr/tags/bonjour/"), "fr bonjour 1\n");
  EXPECT_TRUE(built.has("/fr/tags/bonjour/atom.xml"));
  EXPECT_FALSE(built.has("/tags/hello/atom.xml"));
}

TEST(Languages, FeedsAndTheSitemapKeepThemApart) {
  const Built built = built_site();
  EXPECT_THAT(built.body("/atom.xml"), HasSubstr("https://x.org/blog/a/"));
  EXPECT_THAT(built.body("/atom.xml"), Not(HasSubstr("/fr/")));
  EXPECT_THAT(built.body("/fr/atom.xml"), HasSubstr("https://x.org/fr/blog/a/"));
  EXPECT_THAT(built.body("/fr/atom.xml"), HasSubstr("xml:lang=\"fr\""));
  EXPECT_THAT(built.body("/fr/atom.xml"), HasSubstr("Carnet"));
  EXPECT_THAT(built.body("/sitemap.xml"), HasSubstr("<loc>https://x.org/fr/blog/a/</loc>"));
  EXPECT_THAT(built.body("/sitemap.xml"), HasSubstr("<loc>https://x.org/fr/tags/bonjour/</loc>"));
}

TEST(Languages, TranslationsLeadToTheOtherVersions) {
  const Built built = built_site(
      "{% for t in page.translations %}{{ t.lang }} {{ t.title }} {{ t.permalink | safe }} "
      "{{ get_page(path=t.path) | get(key=\"slug\") }}; {% endfor %}");
  EXPECT_EQ(built.body("/fr/blog/a/"),
            "en First https://x.org/blog/a/ a; fr Premier https://x.org/fr/blog/a/ a; \n");
}

TEST(Languages, FunctionsTakeALanguage) {
  const Built built = built_site(
      "{{ trans(key=\"more\", lang=lang) }} {{ trans(key=\"more\") }} "
      "{{ get_url(path=\"@/blog/a.md#x\", lang=lang) | safe }} {{ get_url(path=\"/tags/\", lang=lang) | safe "
      "}} "
      "{{ get_page(path=\"blog/a.md\", lang=lang).title }} "
      "{{ get_section(path=\"blog/_index.md\", lang=lang).title }} "
      "{{ get_taxonomy(kind=\"tags\", lang=lang).kind.name }} {{ config.languages | length }}");
  EXPECT_EQ(built.body("/blog/a/"),
            "More More https://x.org/blog/a/#x https://x.org/tags First Blog tags 2\n");
  EXPECT_EQ(built.body("/fr/blog/a/"),
            "Plus More https://x.org/fr/blog/a/#x https://x.org/fr/tags Premier Journal tags 2\n");
}

TEST(Languages, AMissingTranslationIsAMistake) {
  EXPECT_THAT(built_site("{{ trans(key=\"mode\", lang=\"fr\") }}").messages(),
              HasSubstr("there is no translation of `mode` for the language `fr` (did you mean `more`?)"));
  EXPECT_THAT(built_site("{{ trans(key=\"more\", lang=\"de\") }}").messages(),
              HasSubstr("the site has no language `de` (its languages are `en`, `fr`, `it`)"));
}

TEST(Languages, AssetsOfAPageAreWhereTheContentFolderHasThem) {
  const Built built = built_site("{{ page.assets | join(sep=\" \") }}");
  EXPECT_EQ(built.body("/fr/blog/paquet/"), "/blog/c/cat.png\n");
}

TEST(Languages, AFileOfALanguageThatTheSiteDoesNotHaveIsNamed) {
  const Built built =
      support::build_site(site("x") + "--- content/d.de.md\n+++\n+++\n--- content/v1.2.md\n+++\n+++\n");
  EXPECT_THAT(built.messages(), HasSubstr("error content/d.de.md:0:0: the name of this file ends with the "
                                          "language `de`, which the site does not have"));
  EXPECT_THAT(built.messages(), Not(HasSubstr("v1.2")));
}

TEST(Languages, ASectionFileOfNoLanguageIsNotRead) {
  const Built built =
      support::build_site(site("x") + "--- content/blog/_index.en.md\n+++\ntitle = \"E\"\n+++\n");
  EXPECT_THAT(built.messages(), HasSubstr("warning content/blog/_index.en.md"));
  EXPECT_FALSE(built.has("/blog/index-en/"));
}

TEST(Languages, ATaxonomyOfAnotherLanguageIsAMistake) {
  const Built built =
      support::build_site(site("x") + "--- content/e.it.md\n+++\n[taxonomies]\ntags = [\"ciao\"]\n+++\n");
  EXPECT_THAT(
      built.messages(),
      HasSubstr("error content/e.it.md:3:8: the configuration has no taxonomy `tags` for the language `it`"));
}

}  // namespace
}  // namespace loom::build
