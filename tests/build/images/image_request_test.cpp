#include "build/images/image_request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace loom::build {
namespace {

ImageRequest some_request() {
  ImageRequest request;
  request.source_path = "content/a/photo.of.me.png";
  request.content_hash = "00112233445566778899aabbccddeeff";
  request.plan = {{0, 0, 30, 20}, 15, 10};
  request.output = {image::ImageFormat::Jpeg, 80};
  return request;
}

TEST(ImageRequest, TheNameIsStemHashAndFormat) {
  EXPECT_THAT(image_file_name(some_request()), testing::MatchesRegex("photo\\.of\\.me\\.[0-9a-f]+\\.jpg"));
  EXPECT_EQ(image_file_name(some_request()).size(), std::string("photo.of.me.0123456789abcdef.jpg").size());
}

TEST(ImageRequest, WhatMakesAnotherImageMakesAnotherName) {
  std::set<std::string> names = {image_file_name(some_request())};
  const auto with = [&](auto change) {
    ImageRequest request = some_request();
    change(request);
    return names.insert(image_file_name(request)).second;
  };
  EXPECT_TRUE(with([](ImageRequest& request) { request.content_hash[0] = 'f'; }));
  EXPECT_TRUE(with([](ImageRequest& request) { request.plan.width = 16; }));
  EXPECT_TRUE(with([](ImageRequest& request) { request.plan.crop.x = 1; }));
  EXPECT_TRUE(with([](ImageRequest& request) { request.output.quality = std::nullopt; }));
  EXPECT_TRUE(with([](ImageRequest& request) { request.output.format = image::ImageFormat::Png; }));
  EXPECT_TRUE(with([](ImageRequest& request) { request.output.format = image::ImageFormat::Avif; }));
  EXPECT_TRUE(with([](ImageRequest& request) { request.output = {image::ImageFormat::Avif, 80, 9}; }));
}

TEST(ImageRequest, TheFolderOfTheSourceAndUnusedSettingsMakeNoOther) {
  ImageRequest request = some_request();
  request.source_path = "static/photo.of.me.png";
  request.output.speed = 9;
  EXPECT_EQ(image_file_name(request), image_file_name(some_request()));
}

}  // namespace
}  // namespace loom::build
