// The list page of 50 posts, rendered by the template engine and written by hand, byte for byte the same.
// Without arguments: times, by Google Benchmark. `engine COUNT` or `hand COUNT` renders that often and ends,
// for counting instructions (tools/bench template); `print` prints the page, `posts` its posts as JSON.
#include <benchmark/benchmark.h>
#include <charconv>
#include <fmt/core.h>
#include <string>
#include <string_view>

#include "base/date_format.h"
#include "base/escape.h"
#include "build/values/site_values.h"
#include "support/site_model.h"
#include "templating/render.h"

namespace {

using namespace loom;

constexpr int kPostCount = 50;

constexpr std::string_view kBase = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{% block title %}{{ config.title }}{% endblock title %}</title>
</head>
<body>
<header><a href="{{ config.base_url }}">{{ config.title }}</a></header>
<main>
{% block main %}{% endblock main %}
</main>
<footer>{{ config.title }}</footer>
</body>
</html>
)";

constexpr std::string_view kList = R"({% extends "base.html" %}
{% block title %}{{ section.title }} - {{ config.title }}{% endblock title %}
{% block main -%}
<h1>{{ section.title }}</h1>
{%- for post in section.pages %}
<article{% if loop.first %} class="first"{% endif %}>
<h2>{{ loop.index }}. <a href="{{ post.permalink }}">{{ post.title }}</a></h2>
<time>{{ post.date | date(format="%Y-%m-%d") }}</time>
<p>{{ post.description }}</p>
{% if post.taxonomies.tags -%}
<ul>{% for tag in post.taxonomies.tags %}<li>{{ tag }}</li>{% endfor %}</ul>
{% endif -%}
<div>{{ post.summary | safe }}</div>
</article>
{%- endfor %}
{%- endblock main %}
)";

std::string site_text() {
  std::string text =
      "--- loom.toml\nbase_url = \"https://example.org\"\ntitle = \"Notes & more\"\n"
      "taxonomies = [{ name = \"tags\" }]\n"
      "--- content/_index.md\n+++\ntitle = \"All posts\"\nsort_by = \"date\"\n+++\n";
  for (int i = 0; i < kPostCount; ++i) {
    text += fmt::format(
        "--- content/post-{0}.md\n+++\ntitle = \"Post {0} on rivers & \\\"bridges\\\"\"\n"
        "date = 2025-{1:02}-{2:02}\ndescription = \"What the {0}th walk along the river was like, and why\"\n"
        "[taxonomies]\ntags = [\"rivers\", \"walks <{0}>\", \"t{2}\"]\n+++\n"
        "It rained, and the bridge over the *old* harbour was closed.\n\n<!-- more -->\n\nThe rest.\n",
        i, 1 + i % 12, 1 + i % 28);
  }
  return text;
}

/// The posts and what renders them, made once.
class ListPage {
 public:
  ListPage() {
    base::Diagnostics diagnostics;
    templates_ = templating::TemplateSet::build(
        {{"base.html", std::string(kBase), "base.html"}, {"list.html", std::string(kList), "list.html"}},
        environment_, diagnostics);
    context_ = templating::Value::map(
        {{"section", templating::Value::object(*values_.find_section("_index.md"))},
         {"config",
          templating::Value::map({{"title", templating::Value::view(model_.config.title)},
                                  {"base_url", templating::Value::view(model_.config.base_url)}})}});
  }

  void render(std::string& out) const {
    base::Diagnostics diagnostics;
    templating::RenderInput input{templates_, environment_, "list.html", context_};
    templating::render(input, out, diagnostics);
    for (const base::Diagnostic& diagnostic : diagnostics.items()) {
      fmt::print(stderr, "{}\n", diagnostic.message);
    }
  }
  const support::SiteModel& model() const { return model_; }

 private:
  support::SiteModel model_{site_text()};
  build::SiteValues values_{model_.library};
  templating::Environment environment_;
  templating::TemplateSet templates_;
  templating::Value context_;
};

void append_number(std::string& out, int number) {
  char digits[12];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void append_two_digits(std::string& out, unsigned number) {
  out += static_cast<char>('0' + number / 10);
  out += static_cast<char>('0' + number % 10);
}

void append_day(std::string& out, const base::DateTime& date) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(date.moment + date.offset)};
  append_number(out, static_cast<int>(day.year()));
  out += '-';
  append_two_digits(out, static_cast<unsigned>(day.month()));
  out += '-';
  append_two_digits(out, static_cast<unsigned>(day.day()));
}

void append_post(std::string& out, const site::Page& post, int number) {
  out += "\n<article";
  if (number == 1) {
    out += " class=\"first\"";
  }
  out += ">\n<h2>";
  append_number(out, number);
  out += ". <a href=\"";
  base::append_html(out, post.placed->permalink);
  out += "\">";
  base::append_html(out, post.title);
  out += "</a></h2>\n<time>";
  append_day(out, *post.date);
  out += "</time>\n<p>";
  base::append_html(out, post.description);
  out += "</p>\n";
  for (const auto& [name, terms] : post.front().taxonomies) {
    if (name == "tags" && !terms.empty()) {
      out += "<ul>";
      for (const std::string& term : terms) {
        out += "<li>";
        base::append_html(out, term);
        out += "</li>";
      }
      out += "</ul>\n";
    }
  }
  out += "<div>";
  out += *post.document->summary_html;
  out += "</div>\n</article>";
}

void write_by_hand(std::string& out, const support::SiteModel& model) {
  const site::Section& section = model.section("_index.md");
  out.reserve(16 << 10);
  out += "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>";
  base::append_html(out, section.title);
  out += " - ";
  base::append_html(out, model.config.title);
  out += "</title>\n</head>\n<body>\n<header><a href=\"";
  base::append_html(out, model.config.base_url);
  out += "\">";
  base::append_html(out, model.config.title);
  out += "</a></header>\n<main>\n<h1>";
  base::append_html(out, section.title);
  out += "</h1>";
  int number = 0;
  for (const std::uint32_t index : section.pages) {
    append_post(out, model.library.pages[index], ++number);
  }
  out += "\n</main>\n<footer>";
  base::append_html(out, model.config.title);
  out += "</footer>\n</body>\n</html>\n";
}

void render_by_engine(benchmark::State& state, const ListPage& page) {
  std::string out;
  for (auto _ : state) {
    out = std::string();
    page.render(out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * out.size()));
}

void write_by_hand(benchmark::State& state, const ListPage& page) {
  std::string out;
  for (auto _ : state) {
    out = std::string();
    write_by_hand(out, page.model());
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * out.size()));
}

void print_posts(const support::SiteModel& model) {
  const char* separator = "[";
  for (const std::uint32_t index : model.section("_index.md").pages) {
    const site::Page& post = model.library.pages[index];
    std::string tags;
    for (const std::string& tag : post.front().taxonomies.front().second) {
      tags += (tags.empty() ? "" : ",") + base::json_quoted(tag);
    }
    fmt::print(R"({}{{"permalink":{},"title":{},"day":{},"description":{},"tags":[{}],"summary":{}}})",
               separator, base::json_quoted(post.placed->permalink), base::json_quoted(post.title),
               base::json_quoted(base::format_date(*post.date, "%Y-%m-%d").value()),
               base::json_quoted(post.description), tags, base::json_quoted(*post.document->summary_html));
    separator = ",\n";
  }
  fmt::print("]\n");
}

int repeat(std::string_view how, int count, const ListPage& page) {
  for (int i = 0; i < count; ++i) {
    std::string out;
    if (how == "engine") {
      page.render(out);
    } else {
      write_by_hand(out, page.model());
    }
    benchmark::DoNotOptimize(out.data());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const ListPage page;
  std::string rendered;
  page.render(rendered);
  std::string written;
  write_by_hand(written, page.model());
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (what == "print") {
    fmt::print("{}", rendered);
    return 0;
  }
  if (what == "posts") {
    print_posts(page.model());
    return 0;
  }
  if (rendered != written) {
    fmt::print(stderr, "the pages differ:\n{}\n---\n{}\n", rendered, written);
    return 1;
  }
  if (what == "engine" || what == "hand") {
    return repeat(what, argc > 2 ? std::stoi(argv[2]) : 1, page);
  }
  benchmark::RegisterBenchmark("engine", [&](benchmark::State& state) { render_by_engine(state, page); });
  benchmark::RegisterBenchmark("hand", [&](benchmark::State& state) { write_by_hand(state, page); });
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
