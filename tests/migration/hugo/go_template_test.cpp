#include "migration/hugo/go_template.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

std::string converted(std::string_view text) {
  return convert_go_template(text).value_or("?");
}

TEST(GoTemplate, ArgumentsAndTheBody) {
  EXPECT_EQ(converted("<b>{{ .Get 0 }}</b>{{- /* c */ -}} {{ .Get \"a-b\" | safeHTML }}"),
            "<b>{{ arg0 | default(value=\"\") }}</b>{{ a_b | default(value=\"\") | safe }}");
  EXPECT_EQ(converted("{{ .Inner | markdownify }}"), "{{ body | default(value=\"\") | markdown | safe }}");
}

TEST(GoTemplate, ConditionsOnArguments) {
  EXPECT_EQ(converted("{{ with .Get \"a\" }}x{{ . }}{{ else }}y{{ end }}"),
            "{% if a %}x{{ a }}{% else %}y{% endif %}");
  EXPECT_EQ(converted("{{ if .Get 1 }}x{{ end }}"), "{% if arg1 %}x{% endif %}");
}

TEST(GoTemplate, EverythingElseIsRefused) {
  for (const char* text : {"{{ .Page.Title }}", "{{ $x := .Get 0 }}", "{{ range .Site.Pages }}{{ end }}",
                           "{{ if .Get 0 }}", "{{ end }}", "{{ . }}", "{{ .Get 0 | upper }}", "{{ open"}) {
    EXPECT_EQ(converted(text), "?") << text;
  }
}

TEST(GoTemplate, StubsTreatTheBodyAsTheTemplateDid) {
  EXPECT_NE(stub_of_go_template("{{ .Inner | markdownify }}{{ .Page }}", "a").find("| markdown | safe"),
            std::string::npos);
  EXPECT_NE(stub_of_go_template("{{ transform.Highlight .Inner }}", "a").find("<pre><code>"),
            std::string::npos);
  EXPECT_EQ(stub_of_go_template("{{ .Page }}", "a#}b"),
            "{# Stands in for the shortcode \"a--b\" of the old site. #}\n");
}

}  // namespace
}  // namespace loom::migration
