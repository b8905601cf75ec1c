#include "markdown/highlight/highlight.h"

#include <cstring>
#include <gmock/gmock.h>
#include <random>
#include <sys/mman.h>
#include <unistd.h>

#include "markdown/highlight/highlight_checks.h"
#include "markdown/highlight/registry.h"
#include "markdown/highlight/token_writer.h"

namespace loom::markdown {
namespace {

using tests::highlighted;
using tests::text_of;

/// Text that ends where reading further would end the program.
class GuardedText {
 public:
  explicit GuardedText(std::string_view text) {
    const std::size_t page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const std::size_t body = (text.size() / page + 1) * page;
    size_ = body + page;
    memory_ =
        static_cast<char*>(mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    mprotect(memory_ + body, page, PROT_NONE);
    text_ = std::string_view(memory_ + body - text.size(), text.size());
    std::memcpy(memory_ + body - text.size(), text.data(), text.size());
  }
  GuardedText(const GuardedText&) = delete;
  GuardedText& operator=(const GuardedText&) = delete;
  ~GuardedText() { munmap(memory_, size_); }

  std::string_view text() const { return text_; }

 private:
  char* memory_ = nullptr;
  std::size_t size_ = 0;
  std::string_view text_;
};

const std::vector<std::string>& awkward_texts() {
  static const std::vector<std::string> texts = {
      "",
      "\n",
      "\r\n\r\n",
      "\"",
      "'",
      "`",
      "/*",
      "//",
      "<",
      "</",
      "<!--",
      "<?php",
      "{{",
      "{% if",
      "{#",
      "${",
      "$",
      "@",
      "#",
      "#!/",
      "\\",
      "\"\\",
      "'\\",
      "f\"{",
      "`${`${",
      "\"#{\"#{",
      "R\"(",
      "R\"x",
      "r#\"",
      "r#",
      "<<EOF",
      "<<EOF\n",
      "<<-'A'\nx\nA\n<<~B",
      "<<<X\n",
      "/[",
      "x = /a",
      "%w(",
      "~r/",
      "s/a",
      "q(",
      "$$",
      "$a$",
      "--[==[",
      "=begin\n",
      "#include <",
      "#[a[",
      "[a",
      "0x",
      "1e",
      "1.",
      "1e+",
      ".",
      "'\\u{",
      "#\\",
      "```",
      "```js\n`",
      "**",
      "[a](",
      "key: |\n text",
      "&",
      "&amp",
      "<a b=\"",
      "<script>",
      "<style>a{",
      "const a = <b c={<d>{",
      "<></>",
      "class ",
      "\xff\xfe\x80",
      "caf\xc3\xa9 = \"\xe2\x82\xac\"\n",
      std::string("a\0b\"\0", 5),
      "if (a < b && c > \"d\") { return 'e'; } // f\n/* g */ h(1, 0x2f, 3.5e-7);\n"};
  return texts;
}

std::string random_text(std::mt19937& generator, std::size_t size) {
  constexpr std::string_view kInteresting = "\"'`/*#<>${}()[]\\=-:;@%!?&|~_^.,\n\n  \tabe019xrR";
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t value = generator();
    text += value % 8 == 0 ? static_cast<char>(value >> 8) : kInteresting[(value >> 8) % kInteresting.size()];
  }
  return text;
}

class EveryLanguage : public testing::TestWithParam<std::string_view> {};

TEST_P(EveryLanguage, KeepsAwkwardTextWhole) {
  for (const std::string& text : awkward_texts()) {
    EXPECT_EQ(text_of(highlighted(GetParam(), text)), text);
  }
}

TEST_P(EveryLanguage, NeverReadsBeyondTheEnd) {
  for (const std::string& text : awkward_texts()) {
    const GuardedText guarded(text);
    EXPECT_EQ(text_of(highlighted(GetParam(), guarded.text())), text);
  }
}

TEST_P(EveryLanguage, KeepsEveryPrefixOfAwkwardTextWhole) {
  const std::string& text = awkward_texts().back();
  for (std::size_t length = 0; length < text.size(); ++length) {
    EXPECT_EQ(text_of(highlighted(GetParam(), text.substr(0, length))), text.substr(0, length));
  }
}

TEST_P(EveryLanguage, KeepsRandomBytesWhole) {
  constexpr int kTextCount = 60;
  constexpr std::size_t kTextBytes = 300;
  std::mt19937 generator(20240229);
  for (int i = 0; i < kTextCount; ++i) {
    const std::string text = random_text(generator, kTextBytes);
    const GuardedText guarded(text);
    ASSERT_EQ(text_of(highlighted(GetParam(), guarded.text())), text) << testing::PrintToString(text);
  }
}

TEST_P(EveryLanguage, LooksAtEachByteABoundedNumberOfTimes) {
  constexpr std::size_t kTextBytes = 10'000;
  constexpr std::size_t kLooksPerByteMax = 200;
  const highlight::LoadedLanguage* language = highlight::find_language(GetParam());
  for (const std::string_view pattern :
       {"/*",      "\"",        "'",        "`",       "(",        "{",     "<",    "<a ",      "<a>{",
        "${",      "\"${",      "f\"{",     "#{",      "\"#{",     "a",     "1",    " ",        "\n",
        "#",       "##\"",      "/",        "/[",      "(/[",      "\\",    "<<A ", "<<A\n",    "<<<A\n",
        "[",       "[[",        "[=[",      "r#",      "*",        "**",    "_a ",  "** ",      "[a](",
        "`a",      "``a`",      "{{",       "{% ",     "{#",       "<!--",  "<!",   "<?",       "&a",
        "$a",      "$$",        "$a$",      "@",       ":",        "a:",    "a =",  "a: |\n",   "- ",
        "a ",      "\"a\" ",    "\"a\":",   "%w(",     "~r(",      "q(",    "s/",   "#[",       "R\"(",
        "R\"a",    "'a",        "'\\",      "0x",      "1.",       "--[[",  "--[=", "=begin\n", "```\n",
        "```md\n", "```html\n", "<script>", "<style>", "user@x$ ", "+",     "@@",   "A: b\n",   "<?php ",
        "?>",      "\xff",      "x = /a",   "%{",      "}",        "end\n", "#\\",  "function "}) {
    std::string text;
    while (text.size() < kTextBytes) {
      text += pattern;
    }
    std::string out;
    highlight::TokenWriter writer(out, highlight::pygments_tags());
    EXPECT_LT(highlight::lex(*language, text, writer), kLooksPerByteMax * text.size()) << pattern;
  }
}

std::string language_test_name(const testing::TestParamInfo<std::string_view>& parameter) {
  std::string name(parameter.param);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Languages, EveryLanguage, testing::ValuesIn(language_names()), language_test_name);

TEST(Highlight, EscapesTextOfAnUnknownLanguageWithoutSpans) {
  EXPECT_EQ(highlighted("no such language", "a < b && c"), "a &lt; b &amp;&amp; c");
  EXPECT_EQ(highlighted("", "if"), "if");
}

TEST(Highlight, EscapesTextInsideSpans) {
  EXPECT_EQ(highlighted("c", "a<b"), "a<span class=\"o\">&lt;</span>b");
}

TEST(Highlight, KeepsACharacterBehindABackslashWhole) {
  EXPECT_THAT(highlighted("md", "a \\é b\n"), testing::HasSubstr(">\\é</span> b"));
}

TEST(Highlight, AppendsToWhatIsThere) {
  std::string out = "before ";
  append_highlighted(out, "c", "if");
  EXPECT_EQ(out, "before <span class=\"k\">if</span>");
}

TEST(Highlight, KnowsNamesAndAliasesInAnyCase) {
  for (const std::string_view name :
       {"cpp", "C++", "Rust", "rs", "JSX", "Yml", "sh", "terraform", "Dockerfile"}) {
    EXPECT_TRUE(is_known_language(name)) << name;
  }
  EXPECT_FALSE(is_known_language("klingon"));
  EXPECT_FALSE(is_known_language(""));
}

TEST(Highlight, NamesItsLanguagesInOrder) {
  const std::vector<std::string_view> names = language_names();
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_GE(names.size(), 36U);
  EXPECT_THAT(names, testing::IsSupersetOf({"c", "cpp", "go", "python", "rust", "typescript"}));
}

TEST(Highlight, ClosesASpanAtEachLineEnd) {
  EXPECT_EQ(highlighted("c", "/* a\nb */"), "<span class=\"cm\">/* a</span>\n<span class=\"cm\">b */</span>");
}

}  // namespace
}  // namespace loom::markdown
