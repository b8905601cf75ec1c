#include "markdown/highlight/yaml.h"

#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Yaml, LexesKeysAndValues) {
  expect_tokens("yaml", "a b: 1\n\"c\": -2.5\nd: true # e\nf: it's # g",
                {"nt:a b", "mi:1", "nt:\"c\"", "mf:-2.5", "nt:d", "kc:true", "c1:# e", "nt:f", "c1:# g"});
}

TEST(Yaml, TakesNoColonInsideAValueForAKey) {
  expect_tokens("yaml", "a: http://b", {"nt:a"});
}

TEST(Yaml, LexesFlowCollections) {
  expect_tokens("yaml", "a: [1, 'b', {c: null}]", {"nt:a", "mi:1", "s1:'b'", "nt:c", "kc:null"});
}

TEST(Yaml, EndsABlockOfTextWhereTheIndentationEnds) {
  expect_tokens("yaml", "- a: |\n    b: c\n\n    d\n  e: >-\n   f\ng: 1",
                {"nt:a", "s:    b: c", "s:    d", "nt:e", "s:   f", "nt:g", "mi:1"});
}

TEST(Yaml, LexesAnchorsTagsAndDocumentMarks) {
  expect_tokens("yaml", "---\n- &a !!str b\n- *a", {"nn:---", "nl:&a", "kt:!!str", "nl:*a"});
}

}  // namespace
}  // namespace loom::markdown
