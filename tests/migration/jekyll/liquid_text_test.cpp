#include "migration/jekyll/liquid_text.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <vector>

namespace loom::migration {
namespace {

class FakeHost : public LiquidHost {
 public:
  std::optional<LiquidTarget> find_file(std::string_view path) const override {
    return path == "_docs/a.md"  ? std::optional(LiquidTarget{"docs/a.md", "/docs/a/"})
           : path == "img/x.png" ? std::optional(LiquidTarget{"", "/img/x.png"})
                                 : std::nullopt;
  }
  std::optional<LiquidTarget> find_post(std::string_view name) const override {
    return name == "2024-05-01-p" ? std::optional(LiquidTarget{"posts/2024-05-01-p.md", "/p/"})
                                  : std::nullopt;
  }
  const std::string* find_include(std::string_view name) override {
    const auto found = includes.find(name);
    return found == includes.end() ? nullptr : &found->second;
  }
  const std::string* find_beside(std::string_view name) override { return find_include(name); }
  std::optional<std::string> find_shortcode(std::string_view include) override {
    return include == "note.html" ? std::optional<std::string>("note") : std::nullopt;
  }
  void leave(std::uint32_t line, std::string message, std::string) override {
    left.push_back(std::to_string(line) + ": " + message);
  }

  std::map<std::string, std::string, std::less<>> includes = {
      {"list.html", "{% for i in include.items %}<{{ i }}>{% endfor %}"},
      {"loop.html", "{% include loop.html %}"},
      {"bomb.html", "{% for i in site.many %}{% include bomb.html %}{% endfor %}"}};
  std::vector<std::string> left;
};

struct Converted {
  std::string text;
  std::vector<std::string> left;
};

Converted convert(std::string_view text) {
  LiquidScope scope;
  scope.variables["site"] = base::Data::Table{{"baseurl", "/b"},
                                              {"items", base::Data::Array{"x", "y"}},
                                              {"on", true},
                                              {"many", base::Data::Array(50)}};
  scope.unknown_keys["site"] = {"posts"};
  FakeHost host;
  std::string out = convert_liquid(text, scope, host);
  return {out, host.left};
}

TEST(LiquidText, LinksLeadToTheNewFiles) {
  EXPECT_EQ(convert("[a]({% link _docs/a.md %}#x)").text, "[a](@/docs/a.md#x)");
  EXPECT_EQ(convert("<a href=\"{% link _docs/a.md %}\">").text, "<a href=\"/b/docs/a/\">");
  EXPECT_EQ(convert("{{ site.baseurl }}{% link img/x.png %}").text, "/b/img/x.png");
  EXPECT_EQ(convert("[p]({% post_url 2024-05-01-p %})").text, "[p](@/posts/2024-05-01-p.md)");
  const Converted missing = convert("\n[p]({% link nope.md %})");
  EXPECT_EQ(missing.text, "\n[p](#)");
  EXPECT_EQ(missing.left, std::vector<std::string>{"2: there is no file `nope.md`"});
}

TEST(LiquidText, HighlightedCodeBecomesAFence) {
  EXPECT_EQ(convert("{% highlight ruby linenos %}\na = `1`\n{% endhighlight %}\n").text,
            "```ruby\na = `1`\n```\n");
  EXPECT_EQ(convert("{% highlight md %}\n```\n{% endhighlight %}").text, "````md\n```\n````");
}

TEST(LiquidText, RawTextIsEscapedWhereLoomWouldCallIt) {
  EXPECT_EQ(convert("{% raw %}{{ page.title }} {{ f(a=1) }}{% endraw %}").text,
            "{{ page.title }} {{/* f(a=1) */}}");
}

TEST(LiquidText, IncludesBecomeShortcodesOrText) {
  EXPECT_EQ(convert("{% include note.html text=\"a b\" %}").text, "{{ note(text=\"a b\") }}");
  EXPECT_EQ(convert("{% include list.html items=site.items %}").text, "<x><y>");
  EXPECT_FALSE(convert("{% include loop.html %}").left.empty());
  EXPECT_EQ(convert("{% include none.html %}").left,
            std::vector<std::string>{"1: there is no file to include: `none.html`"});
}

TEST(LiquidText, LoopsThatIncludeThemselvesEnd) {
  const Converted bomb = convert("a{% include bomb.html %}");
  EXPECT_EQ(bomb.text, "a");
  EXPECT_EQ(std::count(bomb.left.begin(), bomb.left.end(),
                       "1: the loops and includes of this page come to too much: it ends here"),
            1);
}

TEST(LiquidText, ConditionsAndLoopsOverKnownValuesAreWrittenOut) {
  EXPECT_EQ(convert("{% if site.on %}a{% else %}b{% endif %}{% unless site.on %}c{% endunless %}").text, "a");
  EXPECT_EQ(convert("{% for i in site.items reversed %}{{ i }}{{ forloop.index }}{% endfor %}").text, "y1x2");
  EXPECT_EQ(convert("{% assign a = 'q' | upcase %}{{ a }}").text, "Q");
  EXPECT_EQ(convert("{% capture a %}z{% endcapture %}{{ a }}").text, "z");
}

TEST(LiquidText, WhatOnlyTheOldSiteKnowsIsLeftWithItsLine) {
  const Converted loop = convert("a\n{% for p in site.posts %}{{ p.title }}{% endfor %}b");
  EXPECT_EQ(loop.text, "a\n<!-- not imported: for p in site.posts -->b");
  EXPECT_EQ(loop.left,
            std::vector<std::string>{"2: `{% for p in site.posts %}` has no counterpart in a page"});
  const Converted branch = convert("{% if site.posts %}a{% else %}b{% endif %}");
  EXPECT_EQ(branch.text, "a");
  EXPECT_EQ(branch.left.size(), 1u);
  EXPECT_EQ(convert("{{ post.title }}").text, "{{ post.title }}");
}

}  // namespace
}  // namespace loom::migration
