#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/avif.h"
#include "image/jpeg.h"
#include "image/pictures.h"
#include "image/png.h"
#include "image/webp.h"
#include "support/site_build.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

using support::Built;
using testing::HasSubstr;
using testing::MatchesRegex;

site::SourceTree site_with(const std::string& page_template) {
  site::SourceTree tree = support::source_tree(
      "--- loom.toml\nbase_url = \"https://example.org/\"\n--- content/a.md\nx\n--- templates/page.html\n" +
      page_template + "\n--- static/drawing.svg\n<svg viewBox='0 0 30 20'/>\n");
  const image::Pixels pixels = image::quarters(60, 40);
  tree.put(site::make_source_file("static/photo.jpg", *image::encode_jpeg(pixels, 90)));
  tree.put(site::make_source_file("static/turned.jpg", image::with_exif(*image::encode_jpeg(pixels, 90), 6)));
  tree.put(site::make_source_file("content/a.png", *image::encode_png(pixels)));
  tree.put(site::make_source_file("static/a.webp", *image::encode_webp(pixels, 90)));
  tree.put(site::make_source_file("static/a.avif", *image::encode_avif(pixels, {90, 10})));
  return tree;
}

Built build(const std::string& page_template) {
  Builder builder(support::plain_build_options());
  return support::build_tree(builder, site_with(page_template));
}

/// What `{{ EXPRESSION }}` prints.
std::string shown(const std::string& expression) {
  std::string body = build("{{ " + expression + " }}").body("/a/");
  return body.substr(0, body.find('\n'));
}

std::string mistake(const std::string& expression) {
  return build("{{ " + expression + " }}").messages();
}

/// All made images, by path.
std::vector<std::string> made_paths(const Built& built) {
  std::vector<std::string> paths;
  built.outcome.snapshot->for_each([&](const std::string& path, const auto&) {
    if (path.starts_with("/processed_images/")) {
      paths.push_back(path);
    }
  });
  return paths;
}

TEST(ImageFunctions, MetadataComeFromTheHeader) {
  const std::string metadata =
      "{% set m = get_image_metadata(path=p) %}{{ m.width }}x{{ m.height }} "
      "{{ m.format }} {{ m.mime }}";
  const auto of = [&](const std::string& path) {
    std::string body = build("{% set p = \"" + path + "\" %}" + metadata).body("/a/");
    return body.substr(0, body.find('\n'));
  };
  EXPECT_EQ(of("photo.jpg"), "60x40 jpg image/jpeg");
  EXPECT_EQ(of("turned.jpg"), "40x60 jpg image/jpeg");
  EXPECT_EQ(of("@/a.png"), "60x40 png image/png");
  EXPECT_EQ(of("a.webp"), "60x40 webp image/webp");
  EXPECT_EQ(of("/static/a.avif"), "60x40 avif image/avif");
  EXPECT_EQ(of("drawing.svg"), "30x20 svg text/svg+xml");
}

TEST(ImageFunctions, AMissingImageMayBeAllowed) {
  EXPECT_THAT(mistake("get_image_metadata(path='none.png')"), HasSubstr("there is no file `none.png`"));
  EXPECT_EQ(shown("get_image_metadata(path='none.png', allow_missing=true) is object"), "false");
}

TEST(ImageFunctions, TheAnswerNamesWhatWillBePublished) {
  const Built built = build(
      "{% set i = resize_image(path='photo.jpg', width=30, op='fit_width') %}"
      "{{ i.url | safe }} {{ i.static_path | safe }} {{ i.width }}x{{ i.height }} {{ i.orig_width }}x{{ "
      "i.orig_height }}");
  EXPECT_THAT(built.body("/a/"),
              MatchesRegex("https://example.org/processed_images/photo\\.[0-9a-f]+\\.jpg "
                           "static/processed_images/photo\\.[0-9a-f]+\\.jpg 30x20 60x40\n"));
  ASSERT_EQ(made_paths(built).size(), 1U);
  EXPECT_THAT(built.body("/a/"), HasSubstr(made_paths(built).front()));
  const auto made = image::decode_jpeg(built.body(made_paths(built).front()), 1);
  EXPECT_EQ(made->width, 30U);
  EXPECT_EQ(image::corners(*made), "RGBW");
}

TEST(ImageFunctions, EveryOperationAndFormatIsMade) {
  const Built built = build(
      "{{ resize_image(path='photo.jpg', width=20, height=20).width }}"
      "{{ resize_image(path='photo.jpg', width=10, height=30, op='scale', format='png').width }}"
      "{{ resize_image(path='photo.jpg', width=0, height=20, op='fit_height', format='webp').width }}"
      "{{ resize_image(path='photo.jpg', width=600, height=600, op='fit', format='webp', quality=0).width }}"
      "{{ resize_image(path='@/a.png', width=15, height=15, op='fit', format='avif', speed=10).width }}"
      "{{ resize_image(path='a.avif', width=15, height=15, quality=10).width }}"
      "{{ resize_image(path='turned.jpg', width=15, height=15, op='fit').height }}");
  EXPECT_EQ(built.body("/a/"),
            "2010306015"
            "1515\n")
      << built.messages();
  std::vector<std::string> described;
  for (const std::string& path : made_paths(built)) {
    const auto header = image::parse_image_header(built.body(path), path);
    described.push_back(std::string(image::extension_of(header->format)) + " " +
                        std::to_string(header->width) + "x" + std::to_string(header->height));
    EXPECT_TRUE(path.ends_with(image::extension_of(header->format))) << path;
  }
  EXPECT_THAT(described, testing::UnorderedElementsAre("jpg 20x20", "png 10x30", "webp 30x20", "webp 60x40",
                                                       "avif 15x10", "jpg 15x15", "jpg 10x15"));
}

TEST(ImageFunctions, MistakesInArgumentsSayWhatToDo) {
  EXPECT_THAT(mistake("resize_image(path='none.jpg', width=1, height=1)"),
              HasSubstr("error templates/page.html:1:4: `resize_image`: there is no file `none.jpg`"));
  EXPECT_THAT(mistake("resize_image(path='photo.jpg', width=1, op='stretch')"),
              HasSubstr("`stretch` is no operation of resize_image (use scale, fit_width"));
  EXPECT_THAT(mistake("resize_image(path='photo.jpg', width=1)"),
              HasSubstr("op=\"fill\" needs the argument `height`"));
  EXPECT_THAT(mistake("resize_image(path='photo.jpg', op='fit_width')"),
              HasSubstr("op=\"fit_width\" needs the argument `width`"));
  EXPECT_THAT(mistake("resize_image(path='photo.jpg', width=0, op='fit_width')"),
              HasSubstr("`width` is 0; it must be 1 to 16383"));
  EXPECT_THAT(mistake("resize_image(path='photo.jpg', width=-1, op='fit_width')"), HasSubstr("at least 0"));
  EXPECT_THAT(mistake("resize_image(path='photo.jpg', width=16000, op='fit_width')"),
              HasSubstr("16000 x 10666 pixels"));
  EXPECT_THAT(mistake("resize_image(path='photo.jpg', width=1, height=1, format='gif')"),
              HasSubstr("`gif` is no format of resize_image"));
  EXPECT_THAT(mistake("resize_image(path='photo.jpg', width=1, height=1, quality=0)"),
              HasSubstr("`quality` is 0; it must be 1 to 100 here"));
  EXPECT_THAT(mistake("resize_image(path='photo.jpg', width=1, height=1, format='avif', speed=11)"),
              HasSubstr("`speed` is 11; it must be 1 to 10 here"));
  EXPECT_THAT(mistake("resize_image(path='drawing.svg', width=1, height=1)"), HasSubstr("drawing"));
  EXPECT_THAT(mistake("resize_image(path='content/a.md', width=1, height=1)"),
              HasSubstr("the image content/a.md cannot be read: it is none of JPEG"));
}

TEST(ImageFunctions, ABrokenImageIsNamedWhereItIsAskedFor) {
  site::SourceTree tree = site_with("\n{{ resize_image(path='photo.jpg', width=9, height=9).url }}");
  const std::string whole = *tree.find("static/photo.jpg")->bytes;
  tree.put(site::make_source_file("static/photo.jpg", whole.substr(0, whole.size() - 100)));
  Builder builder(support::plain_build_options());
  const Built built = support::build_tree(builder, tree);
  EXPECT_THAT(
      built.messages(),
      HasSubstr(
          "error templates/page.html:2:4: the image static/photo.jpg cannot be resized: it is damaged"));
  EXPECT_EQ(built.outcome.snapshot, nullptr);
}

TEST(ImageFunctions, AnImageThatChangesComesOrGoesWakesThePage) {
  const std::string text = "{{ resize_image(path='photo.jpg', width=9, height=9).url }}";
  Builder builder(support::plain_build_options());
  site::SourceTree tree = site_with(text);
  const Built first = support::build_tree(builder, tree);
  const Built same = support::build_tree(builder, tree, first.outcome.snapshot.get());
  EXPECT_EQ(same.outcome.rendered_count, 0U);
  EXPECT_EQ(made_paths(same), made_paths(first));
  EXPECT_TRUE(same.outcome.changed_paths.empty());
  tree.put(site::make_source_file("photo.jpg", *image::encode_jpeg(image::quarters(20, 20), 90)));
  const Built changed = support::build_tree(builder, tree, same.outcome.snapshot.get());
  ASSERT_EQ(made_paths(changed).size(), 1U);
  EXPECT_NE(made_paths(changed), made_paths(first));
  EXPECT_THAT(changed.body("/a/"), HasSubstr(made_paths(changed).front()));
  tree.remove("photo.jpg");
  tree.remove("static/photo.jpg");
  EXPECT_THAT(support::build_tree(builder, tree).messages(), HasSubstr("there is no file `photo.jpg`"));
}

TEST(ImageFunctions, AnImageThatIsNotKeptInMemoryIsReadFromTheDisk) {
  const support::TempFolder folder;
  folder.write("static/photo.jpg", *image::encode_jpeg(image::quarters(60, 40), 90));
  site::SourceTree tree = site_with(
      "{{ resize_image(path='photo.jpg', width=9, height=9).orig_width }} "
      "{{ get_hash(path='photo.jpg') == get_hash(path='again.jpg') }}");
  tree.put(site::make_source_file("static/again.jpg", *tree.find("static/photo.jpg")->bytes));
  site::SourceFile file;
  file.path = "static/photo.jpg";
  file.stamp = base::file_status(folder.path() + "/static/photo.jpg").stamp;
  file.hash = 1;
  tree.put(file);
  BuildOptions options = support::plain_build_options();
  options.site_root = folder.path();
  Builder builder(options);
  EXPECT_EQ(support::build_tree(builder, tree).body("/a/"), "60 true\n");
}

}  // namespace
}  // namespace loom::build
