// The page of tests/bench/templating.cpp rendered by inja, for comparison; compiled by tools/bench template
// when the header is given. POSTS.json print | POSTS.json COUNT.
#include <cstdio>
#include <fstream>
#include <inja/inja.hpp>
#include <nlohmann/json.hpp>
#include <string>

namespace {

const std::string kBase = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{% block title %}{{ config.title }}{% endblock %}</title>
</head>
<body>
<header><a href="{{ config.base_url }}">{{ config.title }}</a></header>
<main>
{% block main %}{% endblock %}
</main>
<footer>{{ config.title }}</footer>
</body>
</html>
)";

const std::string kList = R"({% extends "base.html" %}
{% block title %}{{ section.title }} - {{ config.title }}{% endblock %}
{% block main %}<h1>{{ section.title }}</h1>{% for post in posts %}
<article{% if loop.is_first %} class="first"{% endif %}>
<h2>{{ loop.index1 }}. <a href="{{ post.permalink }}">{{ post.title }}</a></h2>
<time>{{ upper(post.day) }}</time>
<p>{{ post.description }}</p>
{% if length(post.tags) %}<ul>{% for tag in post.tags %}<li>{{ tag }}</li>{% endfor %}</ul>
{% endif %}<div>{{ raw(post.summary) }}</div>
</article>{% endfor %}{% endblock %}
)";

/// Before the render, as the dates are formatted before: inja has no filters for either.
void escape(nlohmann::json& value) {
  if (value.is_structured()) {
    for (auto& item : value.items()) {
      if (item.key() != "summary") {
        escape(item.value());
      }
    }
  } else if (value.is_string()) {
    std::string text;
    for (const char c : value.get_ref<const std::string&>()) {
      switch (c) {
        case '&':
          text += "&amp;";
          break;
        case '<':
          text += "&lt;";
          break;
        case '>':
          text += "&gt;";
          break;
        case '"':
          text += "&quot;";
          break;
        default:
          text += c;
      }
    }
    value = text;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    return 2;
  }
  nlohmann::json data;
  data["posts"] = nlohmann::json::parse(std::ifstream(argv[1]));
  data["section"]["title"] = "All posts";
  data["config"] = {{"title", "Notes & more"}, {"base_url", "https://example.org"}};
  escape(data);
  inja::Environment environment;
  environment.add_callback("raw", 1, [](inja::Arguments& arguments) { return *arguments[0]; });
  environment.include_template("base.html", environment.parse(kBase));
  const inja::Template page = environment.parse(kList);
  if (std::string(argv[2]) == "print") {
    std::fputs(environment.render(page, data).c_str(), stdout);
    return 0;
  }
  std::size_t bytes = 0;
  for (int i = std::stoi(argv[2]); i > 0; --i) {
    bytes += environment.render(page, data).size();
  }
  return bytes == 0 ? 1 : 0;
}
