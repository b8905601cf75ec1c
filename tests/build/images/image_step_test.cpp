#include "build/images/image_step.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/digest.h"
#include "image/jpeg.h"
#include "image/pictures.h"
#include "support/site_build.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

using testing::HasSubstr;

const std::string& photo() {
  static const std::string bytes = *image::encode_jpeg(image::quarters(60, 40), 90);
  return bytes;
}

ImageRequestPtr request_for(const site::SourceFile& file, std::uint32_t width) {
  auto request = std::make_shared<ImageRequest>();
  request->source_path = file.path;
  request->header = {image::ImageFormat::Jpeg, 60, 40};
  request->content_hash = base::hash128_hex(*file.bytes);
  request->plan = image::plan_resize({image::ResizeMode::FitWidth, width, 0}, 60, 40);
  request->output = {image::ImageFormat::Jpeg, 90};
  request->file_name = image_file_name(*request);
  request->place.file = "templates/page.html";
  request->place.line = 7;
  return request;
}

struct Step {
  site::SourceTree tree;
  base::Diagnostics diagnostics;
  ImageStep step;

  explicit Step(const std::string& cache_directory = "") : step(ImageCache(cache_directory, "1")) {
    tree.put(site::make_source_file("static/a.jpg", photo()));
  }
  std::vector<PublishedFile> run(const std::vector<ImageRequestPtr>& requests) {
    return step.run({requests, tree, "/nowhere"}, diagnostics);
  }
  ImageRequestPtr request(std::uint32_t width) { return request_for(*tree.find("static/a.jpg"), width); }
};

TEST(ImageStep, EachImageIsMadeOnce) {
  Step step;
  const auto files = step.run({step.request(30), step.request(20), step.request(30)});
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(step.step.made_count(), 2U);
  for (const PublishedFile& file : files) {
    EXPECT_THAT(file.path, testing::StartsWith("/processed_images/a."));
    EXPECT_EQ(file.resource->media_type, "image/jpeg");
    EXPECT_EQ(image::corners(*image::decode_jpeg(*file.resource->identity().body, 1)), "RGBW");
    EXPECT_THAT(file.resource->identity().fields, HasSubstr("immutable"));
  }
}

TEST(ImageStep, WhatIsAskedForAgainIsNotMadeAgain) {
  Step step;
  const auto first = step.run({step.request(30)});
  const auto second = step.run({step.request(30)});
  EXPECT_EQ(step.step.made_count(), 0U);
  EXPECT_EQ(first.front().resource, second.front().resource);
  step.run({});
  step.run({step.request(30)});
  EXPECT_EQ(step.step.made_count(), 1U);
}

TEST(ImageStep, TheCacheOutlivesTheProcess) {
  const support::TempFolder cache;
  Step step(cache.path());
  const std::string made = *step.run({step.request(30)}).front().resource->identity().body;
  Step later(cache.path());
  EXPECT_EQ(*later.run({later.request(30)}).front().resource->identity().body, made);
  EXPECT_EQ(later.step.made_count(), 0U);
}

TEST(ImageStep, ABrokenImageIsAMistakeWhereItWasAskedFor) {
  Step step;
  step.tree.put(site::make_source_file("static/a.jpg", photo().substr(0, photo().size() / 2)));
  EXPECT_TRUE(step.run({step.request(30)}).empty());
  EXPECT_THAT(
      support::messages_of(step.diagnostics),
      HasSubstr("error templates/page.html:7:0: the image static/a.jpg cannot be resized: it is damaged"));
}

TEST(ImageStep, ASourceThatIsGoneIsTriedAgain) {
  Step step;
  const ImageRequestPtr request = step.request(30);
  step.tree.remove("static/a.jpg");
  EXPECT_TRUE(step.run({request}).empty());
  EXPECT_TRUE(step.diagnostics.has_errors());
  step.tree.put(site::make_source_file("static/a.jpg", photo()));
  EXPECT_EQ(step.run({request}).size(), 1U);
}

}  // namespace
}  // namespace loom::build
