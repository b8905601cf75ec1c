#include "migration/old_document.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

OldDocument parse(const std::string& text, NewSite& site) {
  return parse_old_document(site::make_source_file("a.md", text), std::chrono::minutes{0}, site);
}

TEST(OldDocument, MetadataMayBeYamlTomlOrJson) {
  NewSite site;
  for (const char* text :
       {"---\ntitle: A\n---\nbody\n", "+++\ntitle = \"A\"\n+++\nbody\n", "{\n\"title\": \"A\"\n}\nbody\n"}) {
    const OldDocument document = parse(text, site);
    EXPECT_EQ(text_value(document.front, "title"), "A") << text;
    EXPECT_EQ(document.body, "body\n") << text;
    EXPECT_EQ(document.body_line, 4u) << text;
  }
  EXPECT_TRUE(site.leftovers.empty());
}

TEST(OldDocument, JsonEndsWhereItsObjectEnds) {
  NewSite site;
  const OldDocument document = parse("{\n\"title\": \"{\\\"}\", \"x\": {}\n}\n\n\n{body}", site);
  EXPECT_EQ(text_value(document.front, "title"), "{\"}");
  EXPECT_EQ(document.body, "{body}");
  EXPECT_EQ(document.body_line, 6u);
}

TEST(OldDocument, UnreadableMetadataIsALeftoverWithItsLine) {
  NewSite site;
  const OldDocument document = parse("---\ntitle: A\nx: [1\n---\nbody", site);
  EXPECT_TRUE(document.has_metadata);
  EXPECT_TRUE(document.front.empty());
  EXPECT_EQ(document.body, "body");
  ASSERT_EQ(site.leftovers.items().size(), 1u);
  EXPECT_GE(site.leftovers.items()[0].line, 3u);
}

TEST(OldDocument, MetadataWithoutAnEndIsText) {
  NewSite site;
  EXPECT_EQ(parse("---\ntitle: A\n", site).body, "---\ntitle: A\n");
  EXPECT_EQ(site.leftovers.items().size(), 1u);
}

TEST(OldDocument, DatesMayBeTexts) {
  const base::Data text("2024-05-01 12:00:00 +0200");
  EXPECT_EQ(date_value(&text, {})->offset, std::chrono::minutes{120});
  const base::Data other("soon");
  EXPECT_FALSE(date_value(&other, {}));
  EXPECT_FALSE(date_value(nullptr, {}));
}

}  // namespace
}  // namespace loom::migration
