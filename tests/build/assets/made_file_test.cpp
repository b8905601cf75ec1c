#include "build/assets/made_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loom::build {
namespace {

using testing::HasSubstr;

std::string fields_of(const MadeFile& file, bool is_preview) {
  const auto published = publish_made_files({file}, {is_preview, false, nullptr});
  return published.at(0).resource->identity().fields;
}

MadeFile made_file(std::string path, bool is_fingerprinted = false) {
  return {std::move(path), "label", std::make_shared<const std::string>("bytes"), is_fingerprinted};
}

TEST(MadeFile, TakesItsMediaTypeFromThePath) {
  EXPECT_THAT(fields_of(made_file("/a.css"), false), HasSubstr("text/css"));
  EXPECT_THAT(fields_of(made_file("/a.json"), false), HasSubstr("application/json"));
}

TEST(MadeFile, IsCachedForEverOnlyWithAFingerprint) {
  EXPECT_THAT(fields_of(made_file("/a.1234.css", true), true), HasSubstr("immutable"));
  EXPECT_THAT(fields_of(made_file("/a.css"), false), HasSubstr("max-age=3600"));
  EXPECT_THAT(fields_of(made_file("/a.css"), true), testing::Not(HasSubstr("max-age=3600")));
}

}  // namespace
}  // namespace loom::build
