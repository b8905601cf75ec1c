// Every statement, operator, filter, test and function of the template language does what its examples in
// tests/spec/template_language.toml say, and the manual's reference is made from them. LOOM_UPDATE=1 writes
// the page.
#include <algorithm>
#include <cstdlib>
#include <gmock/gmock.h>
#include <set>

#include "base/ascii.h"
#include "build/functions/site_environment.h"
#include "support/language_reference.h"
#include "support/rendering.h"
#include "support/site_build.h"

namespace loom::build {
namespace {

using support::LanguageEntry;
using support::LanguageExample;

const support::LanguageTable& table() {
  static const support::LanguageTable loaded = support::load_language_table();
  return loaded;
}

std::string message_of(const base::Diagnostics& diagnostics) {
  for (const base::Diagnostic& item : diagnostics.items()) {
    if (item.severity == base::Severity::Error) {
      return item.message + (item.hint.empty() ? "" : " (" + item.hint + ")");
    }
  }
  return "no mistake";
}

void check(const LanguageExample& example, const std::optional<std::string>& printed,
           const base::Diagnostics& diagnostics) {
  if (example.output) {
    EXPECT_EQ(printed.value_or("error: " + message_of(diagnostics)), *example.output);
  } else {
    EXPECT_EQ(printed ? "printed: " + *printed : message_of(diagnostics), example.error);
  }
}

void check_template(const LanguageExample& example) {
  static const templating::Environment environment = make_site_environment();
  support::TemplateTexts texts = {{example.escape ? "page.html" : "page.txt", example.text}};
  texts.insert(texts.end(), example.templates.begin(), example.templates.end());
  templating::Value::Map variables;
  for (const auto& [name, value] : *example.variables.as_table()) {
    variables.emplace_back(name, templating::Value::data(value));
  }
  const support::Rendered result = support::render_set(texts, std::move(variables), environment);
  check(example, result.ok ? std::optional(result.text) : std::nullopt, result.diagnostics);
}

void check_on_site(const LanguageExample& example) {
  const support::Built built =
      support::build_site(table().site + "--- templates/page.html\n" + example.text + "\n");
  std::optional<std::string> printed;
  if (!built.diagnostics.has_errors()) {
    printed = built.body("/blog/first/");
    printed->pop_back();
  }
  check(example, printed, built.diagnostics);
}

class LanguageEntryTest : public testing::TestWithParam<std::size_t> {};

TEST_P(LanguageEntryTest, DoesWhatItsExamplesSay) {
  const LanguageEntry& entry = table().entries[GetParam()];
  for (const LanguageExample& example : entry.examples) {
    SCOPED_TRACE(entry.kind + " " + entry.name + ": " + example.text);
    entry.needs_site ? check_on_site(example) : check_template(example);
  }
}

std::string entry_name(const testing::TestParamInfo<std::size_t>& info) {
  const LanguageEntry& entry = table().entries[info.param];
  std::string name = entry.kind + "_" + std::to_string(info.index);
  for (const char c : entry.name) {
    name += base::is_alnum(c) ? std::string(1, c) : c == '_' ? "_" : "";
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Every, LanguageEntryTest, testing::Range(std::size_t{0}, table().entries.size()),
                         entry_name);

std::vector<std::string> names_of(std::string_view kind) {
  std::set<std::string> names;
  for (const LanguageEntry& entry : table().entries) {
    if (entry.kind == kind) {
      EXPECT_TRUE(names.insert(entry.name).second) << entry.name << " is there twice";
    }
  }
  return {names.begin(), names.end()};
}

TEST(LanguageTable, HoldsEveryNameThatTemplatesCanCall) {
  const templating::Environment environment = make_site_environment();
  EXPECT_EQ(names_of("filter"), environment.filter_names());
  EXPECT_EQ(names_of("test"), environment.test_names());
  EXPECT_EQ(names_of("function"), environment.function_names());
}

TEST(LanguageTable, ShowsEveryEntryAtWork) {
  for (const LanguageEntry& entry : table().entries) {
    EXPECT_TRUE(std::any_of(entry.examples.begin(), entry.examples.end(), [](const LanguageExample& example) {
      return !example.hidden;
    })) << entry.name;
    EXPECT_FALSE(entry.form.empty() || entry.text.empty()) << entry.name;
  }
}

TEST(LanguageTable, IsTheReferenceOfTheManual) {
  const std::string path = LOOM_SOURCE_DIR "/content/templates/reference.md";
  const std::string page = support::language_reference(table());
  if (std::getenv("LOOM_UPDATE") != nullptr) {
    ASSERT_TRUE(base::write_file(path, page));
  }
  const auto written = base::read_file(path, support::kTableBytesMax);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->bytes, page) << "run this test with LOOM_UPDATE=1";
}

}  // namespace
}  // namespace loom::build
