// The templates that the random site begins with: between them they read everything that a page can depend
// on.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace loom::support {

namespace random_site_texts {

/// A black BMP picture.
inline std::string bitmap(std::size_t width, std::size_t height) {
  std::string file(54, '\0');
  file.replace(0, 2, "BM");
  file[10] = 54;
  file[14] = 40;
  file[18] = static_cast<char>(width);
  file[22] = static_cast<char>(height);
  file[26] = 1;
  file[28] = 24;
  const std::size_t row_bytes = (width * 3 + 3) / 4 * 4;
  return file + std::string(row_bytes * height, '\0');
}

inline const std::vector<std::pair<std::string, std::string>>& templates() {
  static const std::vector<std::pair<std::string, std::string>> kTemplates = {
      {"base.html", R"(<title>{% block title %}{{ config.title }}{% endblock title %}</title>
{% include "partials/nav.html" %}{% include "partials/banner.html" ignore missing %}
{% include "partials/queries.html" %}
<main>{% block main %}{% endblock main %}</main>
{{ config.base_url }} {{ current_path | default(value="-") }} {{ config.extra.label | default(value="-") }}
{{ bundle(path="css/main.css") }} {{ lang }} {{ trans(key="more", lang=lang) }} {% for code, other in config.languages %}{{ code }} {{ other.title }}
{% endfor %}
)"},
      {"partials/nav.html", R"({% set root = get_section(path="_index.md") -%}
{% for path in root.subsections %}{% set s = get_section(path=path) -%}
<a href="{{ s.permalink }}">{{ s.title }} {{ s.pages | length }}</a>{% endfor %}
{% set data = load_data(path="data/nav.toml", required=false) %}{% if data %}{{ data.label }}{% endif %}
)"},
      {"partials/queries.html", R"({% set root = get_section(path="_index.md") -%}
{% for path in root.subsections %}{% set pages = get_section(path=path).pages -%}
{% for p in pages | filter(attribute="draft", value=false) | sort(attribute="slug") | slice(end=2) -%}
{{ p.title }} {% endfor %}
{% for year, members in pages | group_by(attribute="year") %}{{ year }} {{ members | length }}
{{ members | slice(end=1) | map(attribute="slug") | join(sep=" ") }}{% endfor %}
{{ pages | concat(with=root.pages) | map(attribute="weight") | sort | join(sep="+") }}
{{ pages | map(attribute="title") | unique | length }}{% endfor %}
{% set tags = get_taxonomy(kind="tags", required=false) %}{% if tags -%}
{% for term in tags.items | sort(attribute="page_count") | slice(end=2) %}{{ term.name }}
{% for p in term.pages | sort(attribute="slug") | reverse | slice(end=1) %}{{ p.permalink }}{% endfor -%}
{% endfor %}{% endif %}
)"},
      {"macros.html", R"({% macro card(p) %}<a href="{{ p.permalink }}">{{ p.title }}</a> {{ p.date }}
{% if p.summary %}{{ p.summary | safe }}{% endif %}{% endmacro card %}
)"},
      {"page.html", R"({% extends "base.html" %}{% import "macros.html" as macros %}
{% block title %}{{ page.title }}{% endblock title %}
{% block main %}{{ macros::card(p=page) }}{{ page.content | safe }}
{% if page.lower %}<a rel="prev" href="{{ page.lower.permalink }}">{{ page.lower.title }}</a>{% endif %}
{% if page.higher %}<a rel="next" href="{{ page.higher.permalink }}">{{ page.higher.title }}</a>{% endif %}
{% for h in page.toc %}{{ h.permalink }} {{ h.title }}{% endfor %}
{% for path in page.ancestors %}{% set s = get_section(path=path) %}{{ s.title }} / {% endfor %}
{% for b in page.backlinks %}{{ b.title }} {{ b.permalink }}{% endfor %}
{% for a in page.assets %}{{ a }} {% endfor %}
{% for kind, terms in page.taxonomies %}{% for t in terms %}
{{ get_taxonomy_url(kind=kind, name=t, required=false) }}{% endfor %}{% endfor %}
{% for t in page.translations %}{{ t.lang }} {{ t.title }} {{ t.permalink }} {{ t.path }}{% endfor %}
{{ page.word_count }} {{ page.updated }} {{ page.draft }} {{ page.slug }} {{ page.in_search_index }}
{% endblock main %}
)"},
      {"other.html", R"({% extends "base.html" %}
{% block main %}{{ load_data(path="content/posts/p1.md", required=false, format="plain") }}
{{ get_url(path="style.css", cachebust=true) }} {{ now() | date(format="%Y-%m-%d %H:%M") }}
{{ page.path }} {{ asset_url(path="style.css") }}
{% set dot = get_image_metadata(path="dot.bmp", allow_missing=true) %}{% if dot %}{{ dot.width }}
{{ resize_image(path="dot.bmp", width=3, height=2, op="fit").url }}{% endif %}
{% endblock main %}
)"},
      {"lookup.html",
       R"({% set found = get_page(path="posts/p1.md") %}{{ found.title }} {{ found.content | safe }}
{{ get_url(path="@/posts/p2.md") }}
)"},
      {"index.html", R"({% extends "base.html" %}{% block main %}{{ section.content | safe }}
{% for p in section.pages %}{{ p.title }} {{ p.permalink }} {% endfor %}
{% set tags = get_taxonomy(kind="tags", required=false) %}{% if tags %}{% for term in tags.items %}
{{ term.name }} {{ term.page_count }} {{ term.permalink }}{% endfor %}{% endif %}
{% endblock main %}
)"},
      {"section.html", R"({% extends "base.html" %}{% import "macros.html" as macros %}{% block main %}
{{ section.title }} {{ section.content | safe }}
{% if paginator %}{% for p in paginator.pages %}{{ macros::card(p=p) }}{% endfor %}
{{ paginator.current_index }}/{{ paginator.number_pagers }} {{ paginator.previous }} {{ paginator.next }}
{% else %}{% for p in section.pages %}{{ macros::card(p=p) }}{% endfor %}{% endif %}
{% for t in section.translations %}{{ t.title }} {{ t.permalink }}{% endfor %}
{% for path in section.subsections %}{{ path }} {% endfor %}{% for a in section.assets %}{{ a }} {% endfor %}
{% endblock main %}
)"},
      {"shortcodes/note.html",
       R"(<aside>{{ page.title | default(value="section") }} {{ nth }} {{ body | default(value="") | safe }}
{% set data = load_data(path="data/nav.toml", required=false) %}{% if data %}{{ data.label }}{% endif %}
{% include "partials/banner.html" ignore missing %}{% if page %}{{ page.assets | join(sep=" ") }}{% endif %}
</aside>
)"},
      {"shortcodes/part.md", R"(## Part {{ nth }}

*{{ get_url(path="style.css", cachebust=true) }}*
)"},
      {"taxonomy_list.html", R"({% for term in terms %}{{ term.name }} {{ term.pages | length }} {% endfor %}
{{ taxonomy.name }} {{ taxonomy.render }}
)"},
      {"taxonomy_single.html",
       R"({% extends "base.html" %}{% block main %}{{ term.name }} {{ term.page_count }}
{% if paginator %}{% for p in paginator.pages %}{{ p.title }} {% endfor %}{{ paginator.next }}
{% else %}{% for p in term.pages %}{{ p.title }} {{ p.date }} {% endfor %}{% endif %}{% endblock main %}
)"},
  };
  return kTemplates;
}

}  // namespace random_site_texts

}  // namespace loom::support
