// Mistakes in a site that is being served: the site stays up with its last good bytes, the terminal names the
// place, and says when all is well again.
#include <algorithm>
#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include "e2e/support/loom_process.h"
#include "e2e/support/small_site.h"

namespace loom::e2e {
namespace {

class Mistakes : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(server.shows("/a/", "body v0")); }

  /// Breaks `file`, expects `place` in the terminal and the old bytes at /a/, mends it and expects to be
  /// told.
  void break_and_mend(const std::string& file, const std::string& broken, const std::string& place) {
    SCOPED_TRACE(file);
    const std::string good = world.site.read(file);
    const std::string before = server.get("/a/").body;
    std::size_t from = server.log().size();
    world.site.write(file, broken);
    EXPECT_TRUE(server.says(place, from));
    EXPECT_TRUE(server.says("stays", from));
    const Answer answer = server.get("/a/");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, before);
    from = server.log().size();
    world.site.write(file, good);
    EXPECT_TRUE(server.says("well again", from));
    EXPECT_TRUE(server.shows("/a/", "body v0"));
  }

  SmallSite world;
  LoomProcess server{world.path()};
};

TEST_F(Mistakes, TemplateThatDoesNotParse) {
  break_and_mend("templates/page.html", "<p>\n{{ page.title | }}\n", "templates/page.html:2:");
}

TEST_F(Mistakes, TemplateWithAnUnknownName) {
  break_and_mend("templates/page.html", "<p>\n\n  {{ pag.title }}\n", "templates/page.html:3:6");
}

TEST_F(Mistakes, TemplateThatIncludesItself) {
  break_and_mend("templates/page.html", "{% include \"page.html\" %}\n", "templates/page.html:1:");
}

TEST_F(Mistakes, TemplateThatIsMissing) {
  break_and_mend("templates/page.html", "\n{% extends \"nowhere.html\" %}\n", "templates/page.html:2:");
}

TEST_F(Mistakes, TomlFrontMatter) {
  break_and_mend("content/a.md", "+++\ntitle = \"x\"\nweight = = 3\n+++\nx\n", "content/a.md:3:");
}

TEST_F(Mistakes, YamlFrontMatter) {
  break_and_mend("content/a.md", "---\ntitle: ok\ntags: [x\n---\nx\n", "content/a.md:");
}

TEST_F(Mistakes, FrontMatterOfTheWrongKind) {
  break_and_mend("content/a.md", "+++\ntitle = \"x\"\ndate = \"next tuesday\"\n+++\nx\n", "content/a.md:3:");
}

TEST_F(Mistakes, FrontMatterWithoutEnd) {
  break_and_mend("content/a.md", "+++\ntitle = \"x\"\nno end\n", "content/a.md:1:");
}

TEST_F(Mistakes, LinkToNoPage) {
  break_and_mend("content/a.md", "---\ntitle: x\n---\n\nsee [it](@/none.md)\n", "content/a.md:5:");
}

TEST_F(Mistakes, Configuration) {
  break_and_mend("loom.toml", "base_url = \"https://example.org\"\ntitle = [\n", "loom.toml:");
}

TEST_F(Mistakes, UnknownShortcode) {
  break_and_mend("content/a.md", "---\ntitle: x\n---\n\nab {{ foreign(id=1) }}\n", "content/a.md:5:4");
}

TEST_F(Mistakes, ShortcodeWithoutEnd) {
  break_and_mend("content/a.md", "---\ntitle: x\n---\n\n{% note() %} text\n", "content/a.md:5:1");
}

TEST_F(Mistakes, ShortcodeWhoseTemplateFails) {
  world.site.write("templates/shortcodes/note.html", "ok\n{{ missing }}\n");
  break_and_mend("content/a.md", "---\ntitle: x\n---\n\n{{ note() }}\n",
                 "templates/shortcodes/note.html:2:4");
  EXPECT_TRUE(server.says("while rendering the shortcode `note` of content/a.md:5:1"));
}

TEST_F(Mistakes, ShortcodeOfHugoIsAWarning) {
  world.site.write("content/a.md", "---\ntitle: x\n---\n\n{{< foreign id=1 >}}\n\nv1\n");
  EXPECT_TRUE(server.shows("/a/", "v1"));
  EXPECT_TRUE(server.says("content/a.md:5"));
}

TEST_F(Mistakes, InvalidUtf8IsShownAsReplacementCharacters) {
  world.site.write("content/bad.md", "---\ntitle: bad\n---\n\nab \xff\xc0\xaf end\n");
  EXPECT_TRUE(server.shows("/bad/", "\xEF\xBF\xBD"));
  EXPECT_TRUE(server.says("content/bad.md:5:4"));
  world.site.write("content/a.md", "---\ntitle: \xff\xfe\n---\nv1\n");
  EXPECT_TRUE(server.says("content/a.md:2:8"));
  EXPECT_EQ(server.get("/a/").status, 200);
  const std::size_t from = server.log().size();
  world.site.write("templates/page.html", std::string(kPageTemplate) + "\xff\n");
  EXPECT_TRUE(server.says("templates/page.html", from));
  EXPECT_EQ(server.get("/a/").status, 200);
}

TEST_F(Mistakes, OddFileNamesAreRefusedOneByOne) {
  for (const char* name : {"n\xff.md", "x\ny.md", "a b.md", "%2e%2e.md", "<img src=x onerror=alert(1)>.md"}) {
    world.site.write("content/" + std::string(name), "text\n");
  }
  world.page("a", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  EXPECT_EQ(server.get("/").body.find("<img src=x"), std::string::npos);
}

TEST_F(Mistakes, DeletedTemplateKeepsTheSite) {
  const std::string before = server.get("/a/").body;
  world.site.write("templates/base.html", "<b>{% block x %}{% endblock %}</b>");
  world.site.write("templates/page.html",
                   "{% extends \"base.html\" %}{% block x %}{{ page.content | safe }}{% endblock %}");
  EXPECT_TRUE(server.shows("/a/", "<b><p>body v0"));
  world.site.remove("templates/base.html");
  // The built-in theme's own base.html takes its place: blocks that it lacks are no error.
  world.site.write("templates/page.html", "{% extends \"gone.html\" %}");
  EXPECT_TRUE(server.says("gone.html"));
  EXPECT_EQ(server.get("/a/").status, 200);
  world.site.write("templates/page.html", kPageTemplate);
  EXPECT_TRUE(server.shows("/a/", before.substr(0, before.find("</main>"))));
}

TEST_F(Mistakes, AllOfThemAreListedInOneRebuild) {
  for (int i = 0; i < 3; ++i) {
    world.aside.write("bad/p" + std::to_string(i) + ".md", "+++\nweight = =\n+++\n");
  }
  world.aside.write("bad/link.md", "[x](@/none.md)\n");
  std::filesystem::rename(world.aside.path("bad"), world.site.path("content/bad"));
  for (const char* place : {"content/bad/p0.md:2:", "content/bad/p1.md:2:", "content/bad/p2.md:2:"}) {
    EXPECT_TRUE(server.says(place));
  }
  EXPECT_EQ(server.get("/a/").status, 200);
  EXPECT_EQ(server.get("/bad/p0/").status, 404);
}

TEST_F(Mistakes, EmptiedContentFolderKeepsTheSite) {
  world.site.remove("content/a.md");
  EXPECT_TRUE(server.says("no page left"));
  EXPECT_EQ(server.get("/a/").status, 200);
  world.page("b", "v1");
  EXPECT_TRUE(server.shows("/b/", "body v1"));
  EXPECT_TRUE(server.answers("/a/", 404));
}

TEST_F(Mistakes, OverlayGetsTheDiagnostics) {
  support::LoopbackClient events = server.connect();
  events.send("GET /_loom/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  ASSERT_TRUE(hears(events, "\"errors\":0"));
  world.site.write("content/a.md", "+++\nweight = =\n+++\n");
  EXPECT_TRUE(hears(events, "content/a.md:2:10"));
  world.page("a", "v1");
  EXPECT_TRUE(hears(events, "\"errors\":0"));
}

/// Root reads every file; without these two capabilities it is refused like anybody else.
void give_up_reading_all() {
  ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
  ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
}

TEST(UnreadableFile, KeepsItsLastGoodPage) {
  const SmallSite world;
  world.page("b", "b0");
  ChildOptions options;
  options.before_start = give_up_reading_all;
  LoomProcess server(world.path(), {}, options);
  ASSERT_TRUE(server.shows("/b/", "body b0"));
  ASSERT_EQ(::chmod(world.site.path("content/a.md").c_str(), 0), 0);
  EXPECT_TRUE(server.says("content/a.md"));
  world.page("b", "b1");
  EXPECT_TRUE(server.shows("/b/", "body b1"));
  EXPECT_NE(server.get("/a/").body.find("body v0"), std::string::npos);
  ASSERT_EQ(::chmod(world.site.path("content/a.md").c_str(), 0200), 0);
  run_script("printf -- '---\\ntitle: v1\\n---\\nbody v1\\n' > \"$C/a.md\"", world.script_options());
  ASSERT_EQ(::chmod(world.site.path("content/a.md").c_str(), 0644), 0);
  EXPECT_TRUE(server.shows("/a/", "body v1"));
}

TEST(UnreadableFile, FolderIsNamedAndTheRestGoesOn) {
  const SmallSite world;
  ChildOptions options;
  options.before_start = give_up_reading_all;
  LoomProcess server(world.path(), {}, options);
  world.site.make_folder("content/closed");
  ASSERT_EQ(::chmod(world.site.path("content/closed").c_str(), 0), 0);
  world.page("a", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  EXPECT_TRUE(server.says("content/closed"));
  ASSERT_EQ(::chmod(world.site.path("content/closed").c_str(), 0755), 0);
  world.page("closed/x", "v2");
  EXPECT_TRUE(server.shows("/closed/x/", "body v2"));
}

TEST(FirstBuildFails, PreviewShowsWhyAndHeals) {
  const SmallSite world;
  world.site.write("content/a.md", "+++\ntitle = \"x\"\nweight = =\n+++\n");
  world.site.write("templates/page.html", "{{ nobody }}");
  LoomProcess server(world.path());
  for (const char* path : {"/", "/a/", "/anything"}) {
    const Answer answer = server.get(path);
    EXPECT_EQ(answer.status, 500) << path;
    EXPECT_NE(answer.body.find("content/a.md:3:"), std::string::npos) << answer.body;
  }
  EXPECT_TRUE(server.says("content/a.md:3:"));
  world.site.write("templates/page.html", kPageTemplate);
  world.page("a", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  EXPECT_TRUE(server.says("well again"));
}

TEST(FirstBuildFails, ProductionDoesNotOpenItsPort) {
  const SmallSite world;
  world.site.write("content/a.md", "+++\nweight = =\n+++\n");
  const ProgramResult result = run_loom({"serve", world.path(), "--production", "--listen", "127.0.0.1:0"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_NE(result.err.find("content/a.md:2:"), std::string::npos) << result.err;
  EXPECT_EQ(result.err.find("serving on"), std::string::npos) << result.err;
}

TEST(Production, TellsOfMistakesAndKeepsServing) {
  const SmallSite world;
  LoomProcess server(world.path(), {"--production"});
  world.site.write("content/a.md", "+++\nweight = =\n+++\n");
  EXPECT_TRUE(server.says("content/a.md:2:"));
  EXPECT_NE(server.get("/a/").body.find("body v0"), std::string::npos);
  world.page("a", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  EXPECT_TRUE(server.says("well again"));
}

}  // namespace
}  // namespace loom::e2e
