#include "build/images/image_catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/jpeg.h"
#include "image/pictures.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

std::string some_jpeg() {
  return *image::encode_jpeg(image::quarters(30, 20), 80);
}

TEST(ImageCatalog, KnowsSizeAndHash) {
  ImageCatalog catalog;
  const auto known = catalog.find("/nowhere", site::make_source_file("a.jpg", some_jpeg()));
  EXPECT_FALSE(known->error);
  EXPECT_EQ(known->header.width, 30U);
  EXPECT_EQ(known->content_hash.size(), 32U);
}

TEST(ImageCatalog, LargeFilesAreReadFromTheDisk) {
  const support::TempFolder folder;
  folder.write("a.jpg", some_jpeg());
  site::SourceFile file;
  file.path = "a.jpg";
  file.stamp = base::file_status(folder.path() + "/a.jpg").stamp;
  ImageCatalog catalog;
  const auto known = catalog.find(folder.path(), file);
  EXPECT_EQ(known->content_hash,
            catalog.find("", site::make_source_file("b.jpg", some_jpeg()))->content_hash);
}

TEST(ImageCatalog, WhatIsNoImageSaysWhy) {
  ImageCatalog catalog;
  const auto known = catalog.find("/nowhere", site::make_source_file("a.jpg", "text"));
  ASSERT_TRUE(known->error);
  EXPECT_THAT(known->error->message(), testing::HasSubstr("none of JPEG"));
}

}  // namespace
}  // namespace loom::build
