// Evaluator, filters, tests and functions: templates, separated by lines of `----`, rendered twice with the
// same variables. The second is base.html, the third macros.html.
#include "base/check.h"
#include "fuzz/target.h"
#include "templating/render.h"

using namespace loom;
using templating::Value;

namespace {

constexpr templating::RenderLimits kLimits{
    .call_depth_max = 16, .loop_runs_max = 2000, .output_bytes_max = 1 << 20};

Value make_context() {
  const auto pet = [](std::string name, std::int64_t age) {
    return Value::map({{"name", Value::string(std::move(name))},
                       {"age", Value::integer(age)},
                       {"tags", Value::array({Value::view("soft"), Value::view("small")})},
                       {"owner", Value::map({{"name", Value::view("Ann")}})}});
  };
  return Value::map({{"text", Value::view("Grüße <b>1.5</b> & \"more\" 日本")},
                     {"word", Value::view("name")},
                     {"number", Value::integer(-42)},
                     {"float", Value::floating(2.75)},
                     {"yes", Value::boolean(true)},
                     {"none", Value::null()},
                     {"date", Value::date(*base::parse_date_time("2024-02-29T23:59:58+02:00"))},
                     {"words", Value::array({Value::view("b"), Value::view("a"), Value::view("B")})},
                     {"numbers", Value::array({Value::integer(3), Value::integer(1), Value::floating(2.5)})},
                     {"pets", Value::array({pet("Rex", 3), pet("Tom", 9), pet("Ida", 3)})},
                     {"pet", pet("Rex", 3)}});
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const templating::Environment environment;
  std::string_view rest = fuzz::text_of_input(data, size);
  std::vector<templating::TemplateSource> sources;
  for (const char* name : {"page.html", "base.html", "macros.html"}) {
    sources.push_back({name, std::string(fuzz::take_part(rest, "----")), std::string("templates/") + name});
  }
  base::Diagnostics diagnostics;
  const auto set = templating::TemplateSet::build(std::move(sources), environment, diagnostics);
  if (!set.contains("page.html")) {
    return 0;
  }
  const templating::RenderInput input{.templates = set,
                                      .environment = environment,
                                      .template_name = "page.html",
                                      .context = make_context(),
                                      .label = "content/a.md",
                                      .limits = kLimits};
  std::string first;
  std::string second;
  base::Diagnostics mistakes;
  const bool ok = templating::render(input, first, mistakes).ok;
  LOOM_CHECK(ok != mistakes.has_errors() && (ok || first.empty()));
  LOOM_CHECK(templating::render(input, second, mistakes).ok == ok && first == second);
  return 0;
}
