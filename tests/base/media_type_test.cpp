#include "base/media_type.h"

#include <gtest/gtest.h>

namespace loom::base {
namespace {

TEST(MediaType, KnowsTheTypesOfTheWeb) {
  EXPECT_EQ(media_type_for("a/index.html"), "text/html; charset=utf-8");
  EXPECT_EQ(media_type_for("x.MJS"), "text/javascript; charset=utf-8");
  EXPECT_EQ(media_type_for("x.avif"), "image/avif");
  EXPECT_EQ(media_type_for("x.woff2"), "font/woff2");
  EXPECT_EQ(media_type_for("x.wasm"), "application/wasm");
}

TEST(MediaType, FallsBackToBytes) {
  for (const char* name : {"README", "a.unknown", "dir.html/file", ""}) {
    EXPECT_EQ(media_type_for(name), "application/octet-stream") << name;
    EXPECT_FALSE(is_known_media_type(name)) << name;
  }
}

TEST(MediaType, CompressesTextOnly) {
  for (const char* name : {"a.html", "a.css", "a.svg", "a.json", "a.xml", "a.wasm", "a.ttf", "a.geojson"}) {
    EXPECT_TRUE(is_compressible(media_type_for(name))) << name;
  }
  for (const char* name : {"a.png", "a.woff2", "a.zip", "a.mp4", "a.unknown"}) {
    EXPECT_FALSE(is_compressible(media_type_for(name))) << name;
  }
}

}  // namespace
}  // namespace loom::base
