#include "markdown/highlight/registry.h"

#include <gmock/gmock.h>
#include <set>

#include "markdown/highlight/token_writer.h"

namespace loom::markdown::highlight {
namespace {

TEST(Registry, FindsEveryNameAndAliasAtItsOwnLanguage) {
  std::set<std::string_view> seen;
  for (const std::string_view name : registered_names()) {
    const LoadedLanguage* language = find_language(name);
    ASSERT_NE(language, nullptr) << name;
    EXPECT_EQ(language->rules.name, name);
    EXPECT_TRUE(seen.insert(name).second) << name << " is used twice";
    for (const std::string_view alias : words_of(language->rules.aliases)) {
      EXPECT_EQ(find_language(alias), language) << alias;
      EXPECT_TRUE(seen.insert(alias).second) << alias << " is used twice";
    }
  }
}

TEST(Registry, KnowsEveryEmbeddedLanguage) {
  for (const std::string_view name : registered_names()) {
    const std::string_view embedded = find_language(name)->rules.embedded;
    EXPECT_TRUE(embedded.empty() || find_language(embedded) != nullptr) << name;
  }
}

TEST(Registry, WritesEmbeddedTextOfAnUnknownLanguagePlain) {
  std::string out;
  TokenWriter writer(out, pygments_tags());
  EXPECT_EQ(lex_embedded("no such language", "if <", writer), 4U);
  EXPECT_EQ(out, "if &lt;");
}

TEST(Registry, CountsTheBytesThatWereLookedAt) {
  std::string out;
  TokenWriter writer(out, pygments_tags());
  EXPECT_GE(lex(*find_language("c"), "int a;", writer), 6U);
}

}  // namespace
}  // namespace loom::markdown::highlight
