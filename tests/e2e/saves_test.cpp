// Every way in which editors and tools change files reaches the served site.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/fs.h>
#include <stdio.h>
#include <unistd.h>

#include "e2e/support/loom_process.h"
#include "e2e/support/small_site.h"

namespace loom::e2e {
namespace {

/// A served site that shows v0 at /a/.
class Saves : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(server.shows("/a/", "body v0")); }

  void script(const std::string& text) const { run_script(text, world.script_options()); }
  /// Replaces `from` by `to` in content/a.md as vim does. `backupskip` is emptied because vim makes no
  /// backups below the folder for temporary files by default.
  void save_in_vim(const std::string& options, const std::string& from, const std::string& to) const {
    script("vim -u NONE -i NONE -N -n -es -c 'set backupskip= " + options + "' -c '%s/" + from + "/" + to +
           "/g' -c wq \"$C/a.md\" </dev/null");
  }

  SmallSite world;
  LoomProcess server{world.path()};
};

TEST_F(Saves, VimInItsBackupModes) {
  if (!has_program("vim")) {
    GTEST_SKIP() << "vim is absent";
  }
  save_in_vim("backupcopy=no", "v0", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  save_in_vim("backupcopy=yes", "v1", "v2");
  EXPECT_TRUE(server.shows("/a/", "body v2"));
  save_in_vim("backupcopy=auto backup", "v2", "v3");
  EXPECT_TRUE(server.shows("/a/", "body v3"));
  save_in_vim("backupcopy=auto undofile", "v3", "v4");
  EXPECT_TRUE(server.shows("/a/", "body v4"));
  for (const char* path : {"/4913", "/4913/", "/a.md~", "/a~/", "/a.md", "/.a.md.swp", "/.a.md.un~"}) {
    EXPECT_EQ(server.get(path).status, 404) << path;
  }
}

TEST_F(Saves, EmacsWithItsAutosaveAndLock) {
  if (!has_program("emacs")) {
    GTEST_SKIP() << "emacs is absent";
  }
  script(
      "emacs -Q --batch \"$C/a.md\" --eval '(progn (auto-save-mode 1) (while (search-forward \"v0\" nil t) "
      "(replace-match \"v1\")) (do-auto-save) (save-buffer))'");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  script("ln -s user@host.1:2 \"$C/.#a.md\"");
  world.page("a", "v2");
  EXPECT_TRUE(server.shows("/a/", "body v2"));
  for (const char* path : {"/a.md~", "/a~/", "/.%23a.md", "/%23a.md%23"}) {
    EXPECT_EQ(server.get(path).status, 404) << path;
  }
}

TEST_F(Saves, TruncateAndWrite) {
  script(": > \"$C/a.md\"; printf -- '---\\ntitle: v1\\n---\\nbody v1\\n' >> \"$C/a.md\"");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  script("printf -- '---\\ntitle: v2\\n---\\nbody v2\\n' | dd of=\"$C/a.md\" conv=notrunc status=none");
  EXPECT_TRUE(server.shows("/a/", "body v2"));
}

TEST_F(Saves, JetBrainsSafeWrite) {
  world.site.write("content/a.md___jb_tmp___", page_text("v1"));
  world.site.rename("content/a.md", "content/a.md___jb_old___");
  world.site.rename("content/a.md___jb_tmp___", "content/a.md");
  world.site.remove("content/a.md___jb_old___");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  EXPECT_EQ(server.get("/a.md___jb_tmp___").status, 404);
}

TEST_F(Saves, SedInPlace) {
  script("sed -i s/v0/v1/g \"$C/a.md\"");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
}

TEST_F(Saves, RenameOverTheFile) {
  world.site.write("content/.a.tmp", page_text("v1"));
  world.site.rename("content/.a.tmp", "content/a.md");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  world.aside.write("a.md", page_text("v2"));
  std::filesystem::rename(world.aside.path("a.md"), world.site.path("content/a.md"));
  EXPECT_TRUE(server.shows("/a/", "body v2"));
}

TEST_F(Saves, ExchangeOfTwoNames) {
  const std::string other = world.aside.write("a.md", page_text("v1"));
  if (::renameat2(AT_FDCWD, other.c_str(), AT_FDCWD, world.site.path("content/a.md").c_str(),
                  RENAME_EXCHANGE) != 0) {
    GTEST_SKIP() << "this file system cannot exchange names";
  }
  EXPECT_TRUE(server.shows("/a/", "body v1"));
}

TEST_F(Saves, Rsync) {
  if (!has_program("rsync")) {
    GTEST_SKIP() << "rsync is absent";
  }
  // rsync skips a file of equal size and second, so each text has a length of its own.
  world.aside.write("from/a.md", page_text("v1x"));
  script("rsync -a \"$X/from/\" \"$C/\"");
  EXPECT_TRUE(server.shows("/a/", "body v1x"));
  world.aside.write("from/a.md", page_text("v2xx"));
  script("rsync -a --delay-updates \"$X/from/\" \"$C/\"");
  EXPECT_TRUE(server.shows("/a/", "body v2xx"));
  world.aside.write("from/a.md", page_text("v3xxx"));
  script("rsync -a --inplace \"$X/from/\" \"$C/\"");
  EXPECT_TRUE(server.shows("/a/", "body v3xxx"));
}

TEST_F(Saves, GitCheckoutOfManyFiles) {
  if (!has_program("git")) {
    GTEST_SKIP() << "git is absent";
  }
  script(R"(
git init -q; git config user.name a; git config user.email a@b; git config commit.gpgsign false
mkdir "$C/g"
write() { for i in $(seq 400); do printf -- '---\ntitle: %s%s\n---\nbody %s%s\n' $1 $i $1 $i > "$C/g/$i.md"; done; }
write one; echo only > "$C/only.md"; git add -A; git commit -qm 1; git branch first
write two; git rm -q "$C/only.md"; git commit -qam 2)");
  EXPECT_TRUE(server.shows("/g/400/", "body two400"));
  EXPECT_TRUE(server.answers("/only/", 404));
  script("git checkout -q first");
  for (const char* number : {"1", "77", "400"}) {
    EXPECT_TRUE(server.shows("/g/" + std::string(number) + "/", "body one" + std::string(number)));
  }
  EXPECT_TRUE(server.shows("/only/", "only"));
  EXPECT_EQ(server.get("/.git/HEAD").status, 404);
}

TEST_F(Saves, CopyOfATreeOfFolders) {
  for (int i = 0; i < 12; ++i) {
    for (int j = 0; j < 10; ++j) {
      const std::string name = "s" + std::to_string(i) + "/d/p" + std::to_string(j);
      world.aside.write("tree/" + name + ".md", page_text(name));
    }
  }
  script("cp -r \"$X/tree\" \"$C/tree\"");
  for (int i = 0; i < 12; ++i) {
    for (int j = 0; j < 10; ++j) {
      const std::string name = "s" + std::to_string(i) + "/d/p" + std::to_string(j);
      EXPECT_TRUE(server.shows("/tree/" + name + "/", "body " + name));
    }
  }
}

TEST_F(Saves, FileInNewNestedFolders) {
  script("mkdir -p \"$C/m1/m2/m3\" && printf 'deep one' > \"$C/m1/m2/m3/x.md\"");
  EXPECT_TRUE(server.shows("/m1/m2/m3/x/", "deep one"));
  script("printf 'deep two' > \"$C/m1/m2/m3/x.md\"");
  EXPECT_TRUE(server.shows("/m1/m2/m3/x/", "deep two"));
}

TEST_F(Saves, FolderMovedInRenamedAndOut) {
  world.aside.write("in/k/x.md", page_text("in1"));
  script("mv \"$X/in\" \"$C/in\"");
  EXPECT_TRUE(server.shows("/in/k/x/", "body in1"));
  world.page("in/k/x", "in2");
  EXPECT_TRUE(server.shows("/in/k/x/", "body in2"));
  script("mv \"$C/in\" \"$C/renamed\"");
  EXPECT_TRUE(server.shows("/renamed/k/x/", "body in2"));
  EXPECT_TRUE(server.answers("/in/k/x/", 404));
  world.page("renamed/k/x", "in3");
  EXPECT_TRUE(server.shows("/renamed/k/x/", "body in3"));
  script("mv \"$C/renamed\" \"$X/gone\"");
  EXPECT_TRUE(server.answers("/renamed/k/x/", 404));
  // A watch follows the folder to where it went: what happens there must not come back.
  world.aside.write("gone/k/x.md", page_text("leaked"));
  world.page("a", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  EXPECT_EQ(server.get("/renamed/k/x/").status, 404);
}

TEST_F(Saves, FileBecomesFolderAndBack) {
  world.page("fd", "fd1");
  EXPECT_TRUE(server.shows("/fd/", "body fd1"));
  world.site.remove("content/fd.md");
  world.page("fd/i", "fd2");
  EXPECT_TRUE(server.shows("/fd/i/", "body fd2"));
  world.site.remove("content/fd");
  world.page("fd", "fd3");
  EXPECT_TRUE(server.shows("/fd/", "body fd3"));
  EXPECT_TRUE(server.answers("/fd/i/", 404));
  // The same name once as a folder, once as a file.
  world.site.remove("content/fd.md");
  world.site.write("content/fd.md/inner.md", page_text("fd4"));
  EXPECT_TRUE(server.answers("/fd/", 404));
  world.site.remove("content/fd.md");
  world.page("fd", "fd5");
  EXPECT_TRUE(server.shows("/fd/", "body fd5"));
}

TEST_F(Saves, DeleteTakesThePageOutOfLists) {
  world.page("n", "nnn1");
  EXPECT_TRUE(server.shows("/n/", "body nnn1"));
  EXPECT_TRUE(server.shows("/", "nnn1"));
  world.site.remove("content/n.md");
  EXPECT_TRUE(server.answers("/n/", 404));
  EXPECT_TRUE(server.lacks("/", "nnn1"));
}

TEST_F(Saves, RenameMovesTheUrl) {
  world.page("r1", "rr1");
  EXPECT_TRUE(server.shows("/r1/", "body rr1"));
  world.site.rename("content/r1.md", "content/r2.md");
  EXPECT_TRUE(server.shows("/r2/", "body rr1"));
  EXPECT_TRUE(server.answers("/r1/", 404));
}

TEST_F(Saves, SlugChangeMovesTheUrl) {
  world.site.write("content/s.md", "---\ntitle: s\nslug: s-one\n---\nsm1\n");
  EXPECT_TRUE(server.shows("/s-one/", "sm1"));
  script("sed -i s/s-one/s-two/ \"$C/s.md\"");
  EXPECT_TRUE(server.shows("/s-two/", "sm1"));
  EXPECT_TRUE(server.answers("/s-one/", 404));
}

TEST_F(Saves, DraftFlipsBothWays) {
  world.site.write("content/dr.md", "---\ntitle: secret\ndraft: true\n---\nsecret body\n");
  world.page("a", "v1");
  ASSERT_TRUE(server.shows("/a/", "body v1"));
  EXPECT_TRUE(server.answers("/dr/", 404));
  script("sed -i s/true/false/ \"$C/dr.md\"");
  EXPECT_TRUE(server.shows("/dr/", "secret body"));
  EXPECT_TRUE(server.shows("/", "secret"));
  script("sed -i s/false/true/ \"$C/dr.md\"");
  EXPECT_TRUE(server.answers("/dr/", 404));
  EXPECT_TRUE(server.lacks("/", "secret"));
}

TEST_F(Saves, ContentFolderRemovedAndMadeAnew) {
  script("cp -a \"$C\" \"$X/copy\"; rm -rf \"$C\"");
  EXPECT_TRUE(server.says("content"));
  EXPECT_EQ(server.get("/a/").status, 200) << "the last good site stays";
  script("cp -a \"$X/copy\" \"$C\"");
  world.page("a", "v1");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  world.page("a", "v2");
  EXPECT_TRUE(server.shows("/a/", "body v2"));
}

TEST_F(Saves, ContentFolderSwappedByRename) {
  script(
      "cp -a \"$C\" \"$X/next\"; sed -i s/v0/v1/ \"$X/next/a.md\"; mv \"$C\" \"$X/old\"; mv \"$X/next\" "
      "\"$C\"");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  world.page("a", "v2");
  EXPECT_TRUE(server.shows("/a/", "body v2"));
}

TEST_F(Saves, SiteFolderSwappedByRename) {
  script(
      "cp -a \"$S\" \"$X/next\"; sed -i s/v0/v1/ \"$X/next/content/a.md\"; mv \"$S\" \"$X/old\"; mv "
      "\"$X/next\" \"$S\"");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  world.page("a", "v2");
  EXPECT_TRUE(server.shows("/a/", "body v2"));
}

TEST_F(Saves, ConfigurationEditedTwice) {
  script("sed -i s/SiteOne/SiteTwo/ loom.toml");
  EXPECT_TRUE(server.shows("/a/", "SiteTwo"));
  world.site.replace("loom.toml", "base_url = \"https://example.org\"\ntitle = \"SiteThree\"\n");
  EXPECT_TRUE(server.shows("/a/", "SiteThree"));
}

TEST_F(Saves, TemplateEdited) {
  script("sed -i 's/<body>/<body>mark1/' templates/page.html");
  EXPECT_TRUE(server.shows("/a/", "mark1"));
  world.site.write("templates/page.html", kPageTemplate);
  EXPECT_TRUE(server.lacks("/a/", "mark1"));
}

TEST_F(Saves, StaticFileAddedChangedAndDeleted) {
  world.site.write("static/z.css", "one");
  EXPECT_TRUE(server.shows("/z.css", "one"));
  world.site.write("static/z.css", "two");
  EXPECT_TRUE(server.shows("/z.css", "two"));
  world.site.remove("static/z.css");
  EXPECT_TRUE(server.answers("/z.css", 404));
}

TEST_F(Saves, FileBesideAPageFollows) {
  world.page("bundle/index", "bundle1");
  world.site.write("content/bundle/data.csv", "1,2\n");
  EXPECT_TRUE(server.shows("/bundle/data.csv", "1,2"));
  world.site.write("content/bundle/data.csv", "3,4\n");
  EXPECT_TRUE(server.shows("/bundle/data.csv", "3,4"));
  world.site.remove("content/bundle");
  EXPECT_TRUE(server.answers("/bundle/data.csv", 404));
  EXPECT_TRUE(server.answers("/bundle/", 404));
}

TEST_F(Saves, BurstOfSavesEndsWithTheLast) {
  for (int i = 0; i < 200; ++i) {
    world.page("a", "burst" + std::to_string(i) + "x");
  }
  EXPECT_TRUE(server.shows("/a/", "body burst199x"));
}

TEST_F(Saves, ModificationTimeDoesNotMatter) {
  script(
      "touch -r \"$C/a.md\" \"$X/ref\"; sed s/v0/v1/ \"$C/a.md\" > \"$X/new\"; cat \"$X/new\" > \"$C/a.md\"; "
      "touch -r \"$X/ref\" \"$C/a.md\"");
  EXPECT_TRUE(server.shows("/a/", "body v1"));
  script("sed -i s/v1/v2/ \"$X/new\"; touch -d 1999-01-01 \"$X/new\"; cp -p \"$X/new\" \"$C/a.md\"");
  EXPECT_TRUE(server.shows("/a/", "body v2"));
}

TEST_F(Saves, LinkToAFolderExchangedAtomically) {
  world.page("_v1/q", "swap1");
  world.page("_v2/q", "swap2");
  script("ln -s _v1 \"$C/current\"");
  EXPECT_TRUE(server.shows("/current/q/", "body swap1"));
  script("ln -s _v2 \"$C/.next\"; mv -T \"$C/.next\" \"$C/current\"");
  EXPECT_TRUE(server.shows("/current/q/", "body swap2"));
}

TEST_F(Saves, EventQueueOverflow) {
  server.signal(SIGSTOP);
  script("mkdir \"$C/ov\"; cd \"$C/ov\"; for i in $(seq 9000); do : > $i.tmp; done");
  world.page("a", "of1");
  world.page("fresh", "of2");
  server.signal(SIGCONT);
  EXPECT_TRUE(server.shows("/a/", "body of1"));
  EXPECT_TRUE(server.shows("/fresh/", "body of2"));
  world.site.remove("content/ov");
  world.page("a", "of3");
  EXPECT_TRUE(server.shows("/a/", "body of3"));
}

}  // namespace
}  // namespace loom::e2e
