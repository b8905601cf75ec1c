#include "build/resource_factory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "http/representation_fields.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

using snapshot::Coding;
using snapshot::ResourcePtr;
using testing::HasSubstr;
using testing::Not;

std::shared_ptr<const std::string> shared(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

ResourceSpec html_spec() {
  ResourceSpec spec;
  spec.media_type = "text/html; charset=utf-8";
  return spec;
}

TEST(ResourceFactory, AResourceCarriesItsFields) {
  ResourceSpec spec = html_spec();
  spec.status = 404;
  spec.last_modified = base::UnixTime(std::chrono::seconds(0));
  const ResourcePtr resource = make_resource(spec, shared("hello"), nullptr);
  EXPECT_EQ(resource->status, 404);
  EXPECT_EQ(resource->media_type, "text/html; charset=utf-8");
  EXPECT_EQ(*resource->identity().body, "hello");
  EXPECT_THAT(resource->identity().fields, HasSubstr("Content-Length: 5\r\n"));
  EXPECT_THAT(resource->identity().fields, HasSubstr("ETag: " + resource->identity().etag));
  EXPECT_THAT(resource->identity().fields, HasSubstr("Last-Modified: Thu, 01 Jan 1970"));
  EXPECT_THAT(resource->identity().fields, Not(HasSubstr("Vary")));
  EXPECT_THAT(resource->identity().not_modified_fields, HasSubstr(resource->identity().etag));
}

TEST(ResourceFactory, ThePreviousResourceIsGivenBackWhenNothingDiffers) {
  const ResourcePtr previous = make_resource(html_spec(), shared("hello"), nullptr);
  EXPECT_EQ(make_resource(html_spec(), shared("hello"), previous), previous);
  EXPECT_NE(make_resource(html_spec(), shared("other"), previous), previous);
  ResourceSpec not_found = html_spec();
  not_found.status = 404;
  EXPECT_NE(make_resource(not_found, shared("hello"), previous), previous);
  ResourceSpec text = html_spec();
  text.media_type = "text/plain; charset=utf-8";
  EXPECT_NE(make_resource(text, shared("hello"), previous), previous);
  ResourceSpec cached = html_spec();
  cached.cache_policy = http::CachePolicy::OneHour;
  EXPECT_NE(make_resource(cached, shared("hello"), previous), previous);
  ResourceSpec dated = html_spec();
  dated.last_modified = base::UnixTime(std::chrono::seconds(60));
  EXPECT_NE(make_resource(dated, shared("hello"), previous), previous);
  ResourceSpec redirect = html_spec();
  redirect.redirect = snapshot::Redirect{301, "/b/"};
  EXPECT_NE(make_resource(redirect, shared("hello"), previous), previous);
}

TEST(ResourceFactory, LongTextGetsCodingsWithTagsOfTheirOwn) {
  ResourceSpec spec = html_spec();
  spec.with_codings = true;
  const std::string body(2000, 'x');
  const ResourcePtr resource = make_resource(spec, shared(body), nullptr);
  ASSERT_NE(resource->find(Coding::Gzip), nullptr);
  ASSERT_NE(resource->find(Coding::Brotli), nullptr);
  EXPECT_NE(resource->find(Coding::Gzip)->etag, resource->find(Coding::Brotli)->etag);
  EXPECT_NE(resource->find(Coding::Gzip)->etag, resource->identity().etag);
  EXPECT_THAT(resource->find(Coding::Gzip)->fields, HasSubstr("Content-Encoding: gzip\r\n"));
  EXPECT_THAT(resource->find(Coding::Brotli)->fields, HasSubstr("Content-Encoding: br\r\n"));
  for (const Coding coding : {Coding::Identity, Coding::Gzip, Coding::Brotli}) {
    EXPECT_THAT(resource->find(coding)->fields, HasSubstr("Vary: Accept-Encoding\r\n"));
  }
  EXPECT_EQ(make_resource(spec, shared(body), resource), resource);
}

TEST(ResourceFactory, TheTagOfACodingIsOfItsOwnBytes) {
  ResourceSpec spec = html_spec();
  spec.with_codings = true;
  const ResourcePtr resource = make_resource(spec, shared(std::string(2000, 'x')), nullptr);
  const snapshot::Representation* gzip = resource->find(Coding::Gzip);
  const snapshot::Representation* brotli = resource->find(Coding::Brotli);
  ASSERT_TRUE(gzip != nullptr && brotli != nullptr);
  EXPECT_EQ(gzip->etag, http::strong_etag(*gzip->body, "gzip"));
  EXPECT_EQ(brotli->etag, http::strong_etag(*brotli->body, "br"));
}

TEST(ResourceFactory, ShortOrPackedBodiesHaveNoCodings) {
  ResourceSpec spec = html_spec();
  spec.with_codings = true;
  EXPECT_EQ(make_resource(spec, shared(std::string(100, 'x')), nullptr)->find(Coding::Gzip), nullptr);
  spec.media_type = "image/png";
  EXPECT_EQ(make_resource(spec, shared(std::string(2000, 'x')), nullptr)->find(Coding::Gzip), nullptr);
}

TEST(ResourceFactory, ALargeFileIsOpenedAndKeptWhileItsStampIsTheSame) {
  const support::TempFolder folder;
  const std::string path = folder.write("film.mp4", std::string(3000, 'v'));
  const base::FileStamp stamp = base::file_status(path).stamp;
  ResourceSpec spec;
  spec.media_type = "video/mp4";
  const auto made = make_file_resource(spec, path, stamp, nullptr);
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ((*made)->size_bytes(), 3000U);
  EXPECT_THAT((*made)->identity().fields, HasSubstr("Content-Length: 3000\r\n"));
  const auto again = make_file_resource(spec, path, stamp, *made);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(*again, *made);
}

TEST(ResourceFactory, ALargeFileThatIsGoneOrAnotherIsAnError) {
  const support::TempFolder folder;
  const std::string path = folder.write("film.mp4", "new");
  base::FileStamp stamp = base::file_status(path).stamp;
  stamp.size_bytes += 1;
  const auto other = make_file_resource({}, path, stamp, nullptr);
  ASSERT_FALSE(other.has_value());
  EXPECT_THAT(other.error().message(), HasSubstr("changed while"));
  EXPECT_FALSE(make_file_resource({}, folder.path("none"), stamp, nullptr).has_value());
}

TEST(ResourceFactory, ARedirectHasAPageForStaticHosts) {
  const ResourcePtr redirect = make_redirect("https://example.org/a/?b=\"&c", "/a/", nullptr);
  ASSERT_TRUE(redirect->redirect.has_value());
  EXPECT_EQ(redirect->redirect->status, 301);
  EXPECT_EQ(redirect->redirect->location, "/a/");
  EXPECT_THAT(*redirect->identity().body, HasSubstr("url=https://example.org/a/?b=&quot;&amp;c\""));
  EXPECT_THAT(*make_redirect("</script>\"", "/a/", nullptr)->identity().body,
              HasSubstr("const target = \"\\u003C/script\\u003E\\\"\";"));
  EXPECT_EQ(make_redirect("https://example.org/a/?b=\"&c", "/a/", redirect), redirect);
  EXPECT_NE(make_redirect("https://example.org/a/?b=\"&c", "/other/", redirect), redirect);
}

}  // namespace
}  // namespace loom::build
