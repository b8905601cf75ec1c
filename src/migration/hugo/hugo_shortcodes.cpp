// Tested by tests/migration/hugo/hugo_site_test.cpp.
#include "migration/hugo/hugo_shortcodes.h"

#include <array>
#include <utility>

namespace loom::migration {

namespace {

constexpr std::string_view kFigure = R"(<figure{% if class %} class="{{ class }}"{% endif %}>
{%- if link %}<a href="{{ link }}"{% if target %} target="{{ target }}"{% endif %}{% if rel %} rel="{{ rel }}"{% endif %}>{% endif -%}
<img src="{{ src | default(value=arg0 | default(value="")) }}" alt="{{ alt | default(value=caption | default(value="")) }}"
{%- if width %} width="{{ width }}"{% endif %}{% if height %} height="{{ height }}"{% endif %}{% if loading %} loading="{{ loading }}"{% endif %}>
{%- if link %}</a>{% endif -%}
{% if title or caption or attr %}<figcaption>
{%- if title %}<h4>{{ title }}</h4>{% endif -%}
{% if caption or attr %}<p>{{ caption | default(value="") | markdown(inline=true) | safe }}
{%- if attrlink %} <a href="{{ attrlink }}">{{ attr | default(value=attrlink) }}</a>{% elif attr %} {{ attr }}{% endif %}</p>{% endif -%}
</figcaption>{% endif -%}
</figure>
)";

constexpr std::string_view kYoutube =
    R"(<iframe src="https://www.youtube-nocookie.com/embed/{{ id | default(value=arg0 | default(value="")) }}" title="{{ title | default(value="YouTube video") }}" width="560" height="315" loading="lazy" allowfullscreen></iframe>
)";

constexpr std::string_view kVimeo =
    R"(<iframe src="https://player.vimeo.com/video/{{ id | default(value=arg0 | default(value="")) }}?dnt=1" title="{{ title | default(value="Vimeo video") }}" width="560" height="315" loading="lazy" allowfullscreen></iframe>
)";

constexpr std::string_view kGist =
    R"(<script src="https://gist.github.com/{{ arg0 }}/{{ arg1 }}.js{% if arg2 %}?file={{ arg2 }}{% endif %}"></script>
)";

constexpr std::string_view kPost =
    R"(<p><a href="https://x.com/{{ user | default(value="i") }}/status/{{ id | default(value=arg0 | default(value="")) }}">A post on X</a></p>
)";

constexpr std::string_view kInstagram =
    R"(<p><a href="https://www.instagram.com/p/{{ id | default(value=arg0 | default(value="")) }}/">A picture on Instagram</a></p>
)";

constexpr auto kShortcodes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"figure", kFigure},
    {"youtube", kYoutube},
    {"vimeo", kVimeo},
    {"gist", kGist},
    {"x", kPost},
    {"tweet", kPost},
    {"twitter", kPost},
    {"instagram", kInstagram},
});

}  // namespace

std::optional<std::string_view> find_hugo_shortcode(std::string_view name) {
  for (const auto& [known, text] : kShortcodes) {
    if (known == name) {
      return text;
    }
  }
  return std::nullopt;
}

}  // namespace loom::migration
