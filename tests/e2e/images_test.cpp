// Images and data through the real program: what is built, kept between runs, served, and refused.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>

#include "base/digest.h"
#include "base/file.h"
#include "e2e/support/loom_process.h"
#include "e2e/support/small_site.h"
#include "image/avif.h"
#include "image/jpeg.h"
#include "image/make_image.h"
#include "image/pictures.h"
#include "image/png.h"
#include "image/webp.h"
#include "support/one_shot_server.h"

namespace loom::e2e {
namespace {

namespace fs = std::filesystem;

/// A folder for pictures, and one of its own for the cache.
struct Gallery : SmallSite {
  support::TempFolder cache;
  support::TempFolder out;

  Gallery() {
    const image::Pixels pixels = image::quarters(600, 400);
    site.write("content/photos/_index.md", "+++\ntitle = \"Photos\"\n+++\n");
    site.write("content/photos/a.jpg", *image::encode_jpeg(pixels, 90));
    site.write("content/photos/turned.jpg", image::with_exif(*image::encode_jpeg(pixels, 90), 6));
    site.write("static/b.png", *image::encode_png(image::quarters(600, 400, 4)));
    site.write("static/c.webp", *image::encode_webp(pixels, 90));
    site.write("static/d.avif", *image::encode_avif(pixels, {90, 10}));
  }

  /// The front page shows what `calls` print.
  void show(const std::string& calls) const { site.write("templates/index.html", calls + "\n"); }
  ChildOptions options() const { return {.environment = {"XDG_CACHE_HOME=" + cache.path()}}; }
  ProgramResult build() const {
    return run_loom({"build", path(), "-o", out.path("site"), "--force"}, options());
  }
  std::string built(const std::string& file) const {
    return base::read_file(out.path("site/" + file), 1 << 24)->bytes;
  }
};

/// "jpg 20x30 RGBW" for each image of a folder, ordered.
std::vector<std::string> described_images(const std::string& folder) {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string bytes = base::read_file(entry.path().string(), 1 << 24)->bytes;
    const auto header = image::parse_image_header(bytes, entry.path().string());
    const image::ResizePlan same = image::plan_resize(
        {image::ResizeMode::Scale, header->width, header->height}, header->width, header->height);
    const auto png = image::make_image(bytes, *header, same, {image::ImageFormat::Png});
    all.push_back(std::string(image::extension_of(header->format)) + " " + std::to_string(header->width) +
                  "x" + std::to_string(header->height) + " " + image::corners(*image::decode_png(*png)));
  }
  std::sort(all.begin(), all.end());
  return all;
}

TEST(Images, EveryFormatAndOperationIsBuilt) {
  const Gallery gallery;
  gallery.show(
      "{{ resize_image(path='photos/a.jpg', width=60, height=60).url }}\n"
      "{{ resize_image(path='photos/turned.jpg', width=60, op='fit_width', format='webp', quality=90).url "
      "}}\n"
      "{{ resize_image(path='b.png', height=80, op='fit_height').url }}\n"
      "{{ resize_image(path='c.webp', width=100, height=100, op='fit', format='avif', quality=90).url }}\n"
      "{{ resize_image(path='d.avif', width=50, height=70, op='scale', format='png').url }}");
  const ProgramResult result = gallery.build();
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(described_images(gallery.out.path("site/processed_images")),
            (std::vector<std::string>{"avif 100x66 RGBW", "jpg 60x60 RGBW", "png 120x80 RGBW",
                                      "png 50x70 RGBW", "webp 60x90 BRWG"}));
}

TEST(Images, ASecondBuildTakesThemFromTheCache) {
  const Gallery gallery;
  gallery.show("{{ resize_image(path='photos/a.jpg', width=60, height=60).static_path }}");
  ASSERT_EQ(gallery.build().exit_code, 0);
  const std::string name =
      fs::directory_iterator(gallery.out.path("site/processed_images"))->path().filename();
  EXPECT_NE(gallery.built("index.html").find("static/processed_images/" + name), std::string::npos);
  const std::string made = gallery.built("processed_images/" + name);
  for (const auto& entry : fs::recursive_directory_iterator(gallery.cache.path("loom/images"))) {
    if (entry.is_regular_file()) {
      // Another image under the same key shows that the entry is what is taken.
      const std::string other = *image::encode_jpeg(image::quarters(8, 8), 90);
      const std::string head =
          "loom-image 1 " + std::to_string(other.size()) + " " + std::to_string(base::hash64(other)) + "\n";
      ASSERT_TRUE(base::write_file(entry.path().string(), head + other));
    }
  }
  ASSERT_EQ(gallery.build().exit_code, 0);
  EXPECT_NE(gallery.built("processed_images/" + name), made);
  fs::remove_all(gallery.cache.path());
  ASSERT_EQ(gallery.build().exit_code, 0);
  EXPECT_EQ(gallery.built("processed_images/" + name), made);
}

TEST(Images, ABrokenImageIsAMistakeOfTheTemplate) {
  const Gallery gallery;
  gallery.show("\n{{ resize_image(path='b.png', width=9, height=9).url }}");
  const std::string whole = base::read_file(gallery.path() + "/static/b.png", 1 << 24)->bytes;
  gallery.site.write("static/b.png", whole.substr(0, whole.size() / 2));
  const ProgramResult result = gallery.build();
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_NE(result.err.find("templates/index.html:2:4"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("the image static/b.png cannot be resized: it is damaged"), std::string::npos);
}

TEST(Images, ThePreviewShowsAnImageThatWasSavedAnew) {
  const Gallery gallery;
  gallery.show("{% set i = resize_image(path='b.png', width=30, op='fit_width') %}{{ i.height }} high");
  LoomProcess loom(gallery.path(), {}, gallery.options());
  EXPECT_TRUE(loom.shows("/", "20 high"));
  gallery.site.write("static/b.png", *image::encode_png(image::quarters(300, 600)));
  EXPECT_TRUE(loom.shows("/", "60 high"));
}

TEST(Data, IsFetchedOnlyWhereThatIsAllowed) {
  const Gallery gallery;
  support::OneShotServer server({support::http_answer("200 OK", "{\"x\": 5}")});
  gallery.show("x is {{ load_data(url='" + server.url() + "', format='json').x }}");
  const ProgramResult refused = gallery.build();
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_NE(refused.err.find("--allow-fetch"), std::string::npos) << refused.err;
  const ProgramResult allowed =
      run_loom({"build", gallery.path(), "-o", gallery.out.path("site"), "--allow-fetch"}, gallery.options());
  EXPECT_EQ(allowed.exit_code, 0) << allowed.err;
  EXPECT_EQ(gallery.built("index.html"), "x is 5\n");
  EXPECT_EQ(server.take_requests().size(), 1U);
}

}  // namespace
}  // namespace loom::e2e
