#include "build/entities.h"

#include <gtest/gtest.h>

#include "build/values/site_values.h"
#include "support/source_tree_text.h"

namespace loom::build {
namespace {

constexpr std::string_view kSite = R"(
--- loom.toml
base_url = "https://example.org"
taxonomies = [{ name = "tags" }]
--- content/_index.md
+++
sort_by = "weight"
+++
--- content/a.md
+++
title = "A"
weight = 1
[taxonomies]
tags = ["red"]
+++
Body of a.
--- content/b.md
+++
title = "B"
weight = 2
+++
Body of b, [to a](@/a.md).
)";

EntityTable entities_of(std::string_view text) {
  const site::SourceTree tree = support::source_tree(text);
  base::Diagnostics diagnostics;
  const site::Config config = site::read_config(tree, "folder", diagnostics);
  ContentStep step;
  const Content content = step.run({tree, config, 1, base::UnixTime(), false}, diagnostics);
  EntityTable entities;
  add_permalink_entities(entities, *content.library->placement);
  add_content_entities(entities, content);
  return entities;
}

std::string replaced(std::string_view from, std::string_view to) {
  std::string text(kSite);
  text.replace(text.find(from), from.size(), to);
  return text;
}

/// Which of the site's entities are not as they were.
std::vector<std::string> woken(const std::string& edited) {
  const EntityTable before = entities_of(kSite);
  const EntityTable after = entities_of(edited);
  const std::vector<std::pair<std::string, EntityKey>> named = {
      {"page a", page_key("a.md")},
      {"page b", page_key("b.md")},
      {"body a", body_key("a.md")},
      {"body b", body_key("b.md")},
      {"permalink a", permalink_key("a.md")},
      {"root", section_key("_index.md")},
      {"tags", taxonomy_key("en", "tags")},
      {"tag links", term_links_key("en", "tags")},
      {"root pages", section_pages_key("_index.md")},
      {"all pages", all_pages_key()},
      {"all metadata", all_metadata_key()},
  };
  std::vector<std::string> names;
  for (const auto& [name, key] : named) {
    EXPECT_NE(before.find(key), 0U) << name;
    if (before.find(key) != after.find(key)) {
      names.push_back(name);
    }
  }
  return names;
}

using Names = std::vector<std::string>;

TEST(Entities, TheSameSiteHasTheSameFingerprints) {
  EXPECT_EQ(woken(std::string(kSite)), Names());
}

TEST(Entities, ABodyWakesOnlyItself) {
  EXPECT_EQ(woken(replaced("Body of a.", "Other words.")), Names({"body a"}));
}

TEST(Entities, ATitleWakesThePageAndTheBodyThatShowsItAsABacklink) {
  EXPECT_EQ(woken(replaced("\"A\"", "\"New\"")), Names({"page a", "all metadata"}));
  EXPECT_EQ(woken(replaced("\"B\"", "\"New\"")), Names({"page b", "body a", "all metadata"}));
}

TEST(Entities, AnAddressWakesWhoShowsIt) {
  EXPECT_EQ(woken(replaced("title = \"A\"", "title = \"A\"\nslug = \"new\"")),
            Names({"page a", "body a", "body b", "permalink a", "all pages", "all metadata"}));
}

TEST(Entities, OrderIsOfTheSectionAndTheNeighbours) {
  EXPECT_EQ(woken(replaced("weight = 1", "weight = 3")),
            Names({"page a", "page b", "root pages", "all metadata"}));
}

TEST(Entities, ATagWakesTheTaxonomyAndANewTermItsLinks) {
  EXPECT_EQ(woken(replaced("weight = 2", "weight = 2\n[taxonomies]\ntags = [\"red\"]")),
            Names({"page b", "tags", "all metadata"}));
  EXPECT_EQ(woken(replaced("\"red\"", "\"blue\"")), Names({"page a", "tags", "tag links", "all metadata"}));
}

TEST(Entities, WhatIsNotThereHasNoFingerprint) {
  const EntityTable entities = entities_of(kSite);
  EXPECT_EQ(entities.find(page_key("none.md")), 0U);
  EXPECT_EQ(entities.find(taxonomy_key("en", "none")), 0U);
}

}  // namespace
}  // namespace loom::build
