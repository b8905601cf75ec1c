#include "build/query_memo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "build/values/site_values.h"
#include "support/site_build.h"
#include "support/site_model.h"
#include "templating/render.h"

namespace loom::build {
namespace {

using templating::Value;
using testing::Contains;

constexpr std::string_view kSite = R"(
--- loom.toml
base_url = "https://example.org"
generate_sitemap = false
generate_robots_txt = false
taxonomies = [{ name = "tags" }]
--- templates/404.html
none
--- templates/index.html
front
--- templates/taxonomy_list.html
tags
--- templates/taxonomy_single.html
tag
--- templates/page.html
{{ page.title }}: {% set all = get_section(path="_index.md").pages %}
{% for p in all | filter(attribute="draft", value=false) | sort(attribute="weight") | slice(end=1) -%}
{{ p.permalink }}{% endfor %}
{% for lang, members in all | group_by(attribute="lang") %}{{ lang }} {{ members | slice(end=2) | length }}{% endfor %}
--- content/a.md
+++
title = "A"
weight = 1
[taxonomies]
tags = ["red", "blue"]
+++
--- content/b.md
+++
title = "B"
weight = 2
[taxonomies]
tags = ["red"]
+++
--- content/c.md
+++
title = "C"
weight = 3
+++
)";

std::string replaced(std::string_view from, std::string_view to) {
  std::string text(kSite);
  text.replace(text.find(from), from.size(), to);
  return text;
}

/// Builds the sites one after the other with one builder; how many templates the last one ran, and which
/// paths it changed.
std::string effect_of(const std::vector<std::string>& sites) {
  Builder builder(support::plain_build_options());
  std::shared_ptr<const snapshot::Snapshot> published;
  std::string text;
  for (const std::string& site : sites) {
    const support::Built built = support::build_tree(builder, support::source_tree(site), published.get());
    published = built.outcome.snapshot;
    text = std::to_string(built.outcome.rendered_count) + ":";
    for (const std::string& path : built.outcome.changed_paths) {
      text += " " + path;
    }
    text += built.messages();
  }
  return text;
}

TEST(QueryMemoInABuild, APageThatChangesNoAnswerWakesNobodyElse) {
  EXPECT_EQ(effect_of({std::string(kSite), replaced("\"C\"", "\"New\"")}), "1: /c/");
  EXPECT_EQ(effect_of({std::string(kSite), replaced("weight = 3", "weight = 4")}), "1:");
}

TEST(QueryMemoInABuild, AnotherAnswerWakesWhoAsked) {
  EXPECT_EQ(effect_of({std::string(kSite), replaced("weight = 3", "weight = 0")}), "3: /a/ /b/ /c/");
}

TEST(QueryMemoInABuild, WhatDidNotRunIsStillKnownInLaterBuilds) {
  EXPECT_EQ(
      effect_of({std::string(kSite), std::string(kSite), std::string(kSite), replaced("\"C\"", "\"New\"")}),
      "1: /c/");
  EXPECT_EQ(effect_of({std::string(kSite), replaced("\"C\"", "\"New\""), replaced("\"C\"", "\"New\""),
                       replaced("weight = 3", "weight = 0")}),
            "3: /a/ /b/ /c/");
}

class QueryMemoTest : public testing::Test {
 protected:
  explicit QueryMemoTest() {
    entities_.set(section_key("_index.md"), 1);
    memo_.begin(entities_, values_, environment_);
  }

  /// With `all`, the pages of the front section, and `items`, an array of the template's own.
  std::string render(std::string text) {
    base::Diagnostics diagnostics;
    const auto templates =
        templating::TemplateSet::build({{"t", std::move(text), "t"}}, environment_, diagnostics, nullptr);
    const Value context = Value::map({{"all", Value::list(values_.find_section("_index.md")->pages())},
                                      {"terms", values_.terms_value(model_.library.taxonomies.front())},
                                      {"items", Value::array({Value::integer(2), Value::integer(1)})}});
    templating::RenderInput input{templates, environment_, "t", context};
    input.memo = &memo_;
    std::string out;
    templating::render(input, out, diagnostics);
    for (const base::Diagnostic& diagnostic : diagnostics.items()) {
      out += "[" + diagnostic.message + "]";
    }
    return out;
  }
  std::vector<EntityKey> reads_of(const std::string& text) {
    ReadLog log(entities_);
    render(text);
    std::vector<EntityKey> keys;
    for (const EntityRead& read : log.take_reads()) {
      keys.push_back(read.key);
    }
    return keys;
  }

  support::SiteModel model_{kSite};
  SiteValues values_{model_.library};
  EntityTable entities_;
  templating::Environment environment_;
  QueryMemo memo_;
};

TEST_F(QueryMemoTest, AQueryRunsOnce) {
  const std::string text =
      R"({% for p in all | sort(attribute="title") | reverse | slice(end=2) %}{{ p.title }}{% endfor %})";
  EXPECT_EQ(render(text), "CB");
  const std::size_t count = memo_.call_count();
  EXPECT_GT(count, 0U);
  EXPECT_EQ(render(text), "CB");
  EXPECT_EQ(memo_.call_count(), count);
}

TEST_F(QueryMemoTest, OtherArgumentsAreAnotherQuery) {
  const auto titles = [&](const std::string& query) {
    return render("{% for p in all | " + query + " %}{{ p.title }}{% endfor %}");
  };
  EXPECT_EQ(titles(R"(filter(attribute="weight", value=1))"), "A");
  EXPECT_EQ(titles(R"(filter(attribute="weight", value=2))"), "B");
  EXPECT_EQ(titles(R"(filter(attribute="weight", value="2"))"), "");
  EXPECT_EQ(titles("slice(start=1)"), "BC");
  EXPECT_EQ(titles("slice(end=1)"), "A");
  EXPECT_EQ(titles("concat(with=all)"), "ABCABC");
  EXPECT_EQ(titles("concat(with=items) | slice(end=3)"), "ABC") << "an array of the template has no name";
}

TEST_F(QueryMemoTest, MembersOfGroupsAreCollectionsToo) {
  const std::string text =
      R"({% for key, group in all | group_by(attribute="lang") %}{{ key }}{% for p in group | slice(start=1) %}{{ p.title }}{% endfor %}{% endfor %})";
  EXPECT_EQ(render(text), "enBC");
  const std::size_t count = memo_.call_count();
  EXPECT_EQ(render(text), "enBC");
  EXPECT_EQ(memo_.call_count(), count);
}

TEST_F(QueryMemoTest, TermsAndTheirPagesAreCollections) {
  const std::string text =
      R"({% for t in terms | sort(attribute="page_count") | reverse %}{{ t.name }}{% for p in t.pages | slice(end=1) %}{{ p.title }}{% endfor %} {% endfor %})";
  EXPECT_EQ(render(text), "redA blueA ");
  const std::size_t count = memo_.call_count();
  render(text);
  EXPECT_EQ(memo_.call_count(), count);
}

TEST_F(QueryMemoTest, AnArrayOfTheTemplateIsSortedEachTime) {
  EXPECT_EQ(render("{{ items | sort }}"), "[1, 2]");
  EXPECT_EQ(memo_.call_count(), 0U);
}

TEST_F(QueryMemoTest, MistakesAreNotRemembered) {
  const std::string text = R"({{ all | sort(attribute="none") | length }})";
  const std::string first = render(text);
  EXPECT_NE(first, "3");
  EXPECT_EQ(render(text), first);
}

TEST_F(QueryMemoTest, WhoAsksDependsOnTheAnswerOnly) {
  const auto keys = reads_of(R"({{ all | map(attribute="title") | length }})");
  EXPECT_THAT(keys, testing::Not(Contains(page_key("a.md"))));
  EXPECT_THAT(reads_of(R"({% for p in all | sort(attribute="title") %}{{ p.title }}{% endfor %})"),
              Contains(page_key("a.md")));
  EXPECT_EQ(keys, reads_of(R"({{ all | map(attribute="title") | length }})")) << "also when remembered";
}

TEST_F(QueryMemoTest, AnEndlessChainIsNotKept) {
  std::string text =
      "{% set_global chain = all %}{% for i in range(end=200) %}"
      "{% set_global chain = chain | slice(start=0) %}{% endfor %}{{ chain | length }}";
  EXPECT_EQ(render(text), "3");
  EXPECT_LE(memo_.call_count(), kQueryChainMax + 1);
}

TEST_F(QueryMemoTest, ThreadsShareAnswers) {
  const std::string text =
      R"({% for w in range(end=40) %}{% for p in all | filter(attribute="weight", value=w) | sort(attribute="title") %}{{ p.title }}{% endfor %}{% endfor %})";
  std::vector<std::string> texts(4);
  std::vector<std::thread> threads;
  for (std::string& out : texts) {
    threads.emplace_back([&] { out = render(text); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_THAT(texts, testing::Each("ABC"));
}

TEST_F(QueryMemoTest, HoldsOnlyWhatIsTheSame) {
  entities_.set(page_key("a.md"), 10);
  std::vector<EntityRead> reads;
  {
    ReadLog log(entities_);
    render(R"({{ all | map(attribute="weight") | length }})");
    reads = log.take_reads();
  }
  std::erase_if(reads, [&](const EntityRead& read) { return entities_.find(read.key) == read.fingerprint; });
  ASSERT_EQ(reads.size(), 1U);
  EXPECT_TRUE(memo_.holds(reads.front()));
  EXPECT_FALSE(memo_.holds({reads.front().key, reads.front().fingerprint + 1}));
  EXPECT_FALSE(memo_.holds({reads.front().key + 1, reads.front().fingerprint}));
  memo_.end();

  entities_.set(page_key("a.md"), 11);
  memo_.begin(entities_, values_, environment_);
  EXPECT_TRUE(memo_.holds(reads.front())) << "asked again, the answer is the same";
  EXPECT_EQ(memo_.call_count(), 1U);
  memo_.end();

  memo_.begin(entities_, values_, environment_);
  EXPECT_TRUE(memo_.holds(reads.front()));
  EXPECT_EQ(memo_.call_count(), 0U) << "nothing it read is another";
  memo_.end();

  support::SiteModel edited{replaced("weight = 3", "weight = 9")};
  const SiteValues edited_values(edited.library);
  entities_.set(page_key("a.md"), 12);
  memo_.begin(entities_, edited_values, environment_);
  EXPECT_FALSE(memo_.holds(reads.front()));
  memo_.end();
  memo_.begin(entities_, values_, environment_);
}

}  // namespace
}  // namespace loom::build
