// tools/lib/compat: what counts as a difference between two folders of output.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "e2e/support/child_process.h"
#include "support/temp_folder.h"

namespace loom::e2e {
namespace {

using testing::HasSubstr;
using testing::Not;

class Compat : public testing::Test {
 protected:
  void SetUp() override {
    if (python({"-c", "import lxml, html5lib"}).exit_code != 0) {
      GTEST_SKIP() << "python3-lxml and python3-html5lib are not installed";
    }
  }

  void ours(const std::string& path, const std::string& text) { folder_.write("ours/" + path, text); }
  void golden(const std::string& path, const std::string& text) { folder_.write("golden/" + path, text); }

  ProgramResult compare(std::vector<std::string> options = {}) {
    std::vector<std::string> words = {"-m",         "compat", folder_.path("ours"), folder_.path("golden"),
                                      "--at-least", "100"};
    words.insert(words.end(), options.begin(), options.end());
    return python(words);
  }

 private:
  static ProgramResult python(std::vector<std::string> words) {
    // Debian's own, which sees Debian's packages.
    words.insert(words.begin(), "/usr/bin/python3");
    return run_program(words, {.environment = {std::string("PYTHONPATH=") + LOOM_SOURCE_DIR + "/tools/lib",
                                               "PYTHONDONTWRITEBYTECODE=1"}});
  }

  support::TempFolder folder_;
};

TEST_F(Compat, WhiteSpaceOrderAndHighlightingDoNotCount) {
  ours("a/index.html",
       "<!doctype html>\n<html><head><title>T</title></head><body>\n<!-- x --><p class=\"b a\" id=i>One\n "
       "two <b>x</b> y</p>\n"
       "<pre class=\"code\"><code data-lang=\"c\"><span class=k>int</span> a;\n</code></pre></body></html>");
  golden("a/index.html",
         "<!DOCTYPE html><title>T</title><p id=i class=\"a b\">One two <b>x</b> y<pre data-lang=c "
         "style=\"color:red\">"
         "<code class=language-c>int <i style=\"x\">a</i>;</code></pre>");
  const ProgramResult result = compare();
  EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
  EXPECT_THAT(result.out, HasSubstr("1 of 1 pages are equal (100.0 %)"));
}

TEST_F(Compat, TextStructureAttributesAndMissingPagesCount) {
  ours("text.html", "<p>One two</p>");
  golden("text.html", "<p>One three</p>");
  ours("space.html", "<p>a<b>b</b></p>");
  golden("space.html", "<p>a <b>b</b></p>");
  ours("tag.html", "<p>a</p><ul></ul>");
  golden("tag.html", "<p>a</p><ol></ol>");
  ours("link.html", "<a href=\"/x/\">x</a>");
  golden("link.html", "<a href=\"/y/\">x</a>");
  ours("code.html", "<pre><code>a</code></pre>");
  golden("code.html", "<pre><code>b</code></pre>");
  golden("gone.html", "<p></p>");
  ours("more.txt", "");
  const ProgramResult result = compare();
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out,
              HasSubstr("differs  text.html\n         /body[1]/p: text 'One two', golden 'One three'\n"));
  EXPECT_THAT(result.out, HasSubstr("differs  space.html\n"));
  EXPECT_THAT(result.out, HasSubstr("<ul>, golden <ol>"));
  EXPECT_THAT(result.out, HasSubstr("attribute href is '/x/', golden '/y/'"));
  EXPECT_THAT(result.out, HasSubstr("differs  code.html\n"));
  EXPECT_THAT(result.out, HasSubstr("missing  gone.html\n"));
  EXPECT_THAT(result.out, HasSubstr("files only in Loom's output (1):\n  more.txt\n"));
  EXPECT_THAT(result.out, HasSubstr("0 of 6 pages are equal (0.0 %)"));
}

TEST_F(Compat, FeedsAreComparedWithTheHtmlTheyCarry) {
  ours("a.xml",
       "<feed><generator>Loom</generator><content type=\"html\">&lt;p "
       "class=\"a\"&gt;x&lt;/p&gt;</content></feed>");
  golden("a.xml",
         "<feed>\n <generator uri=\"z\">Zola</generator>\n <content type=\"html\">&lt;p "
         "class=a&gt;x</content></feed>");
  ours("b.xml", "<feed><content type=\"html\">&lt;p&gt;x&lt;/p&gt;</content></feed>");
  golden("b.xml", "<feed><content type=\"html\">&lt;p&gt;y&lt;/p&gt;</content></feed>");
  ours("c.xml", "<feed>");
  golden("c.xml", "<feed></feed>");
  const ProgramResult result = compare();
  EXPECT_THAT(result.out, Not(HasSubstr("a.xml")));
  EXPECT_THAT(result.out, HasSubstr("differs  b.xml\n"));
  EXPECT_THAT(result.out, HasSubstr("differs  c.xml\n         not well-formed: "));
}

TEST_F(Compat, DefaultsOfOlderVersionsAreLevelledOnlyWhenAskedFor) {
  ours("a.html", "<a href=\"https://x.org\" rel=\"noopener external\">x</a>");
  golden("a.html", "<a href=\"https://x.org\" rel=\"noopener\">x</a>");
  EXPECT_EQ(compare().exit_code, 1);
  EXPECT_EQ(compare({"--made-by", "0.21"}).exit_code, 0);
}

}  // namespace
}  // namespace loom::e2e
