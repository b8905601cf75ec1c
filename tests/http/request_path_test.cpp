#include "http/request_path.h"

#include <gtest/gtest.h>
#include <string>

#include "support/guarded_bytes.h"

namespace loom::http {
namespace {

std::string decode(std::string_view path) {
  const test::GuardedBytes guarded(path);
  PathBuffer buffer;
  const DecodedPath decoded = decode_path(guarded.view(), buffer);
  switch (decoded.outcome) {
    case PathOutcome::Malformed:
      return "malformed";
    case PathOutcome::NotFound:
      return "not found";
    case PathOutcome::Ok:
      break;
  }
  return std::string(decoded.path);
}

TEST(RequestPath, PlainPathsAreNotCopied) {
  PathBuffer buffer;
  for (const std::string path : {"/", "/a/b.txt", "//a//", "/a./b..", "/a..b/"}) {
    EXPECT_EQ(decode_path(path, buffer).path, path);
    EXPECT_EQ(decode_path(path, buffer).path.data(), path.data()) << path;
  }
}

TEST(RequestPath, EscapesAreDecodedOnce) {
  EXPECT_EQ(decode("/%61%2e%7E"), "/a.~");
  EXPECT_EQ(decode("/%C3%a9"), "/\xC3\xA9");
  EXPECT_EQ(decode("/%2525"), "/%25");
  EXPECT_EQ(decode("/a+b"), "/a+b");
  EXPECT_EQ(decode("/%0d%0A"), "/\r\n");
  EXPECT_EQ(decode("/%ff"), "/\xFF");
}

TEST(RequestPath, BrokenEscapesAndNulAreMalformed) {
  for (const char* path : {"/%", "/%4", "/%zz", "/%4g", "/a%", "/%00", "/a%00b", "/%2f%", "/%/2f"}) {
    EXPECT_EQ(decode(path), "malformed") << path;
  }
}

TEST(RequestPath, EscapedSlashIsData) {
  EXPECT_EQ(decode("/a%2fb"), "not found");
  EXPECT_EQ(decode("/..%2F..%2fetc/passwd"), "not found");
}

TEST(RequestPath, DotSegmentsAreRemoved) {
  EXPECT_EQ(decode("/./a"), "/a");
  EXPECT_EQ(decode("/a/./b/../c"), "/a/c");
  EXPECT_EQ(decode("/a/b/."), "/a/b/");
  EXPECT_EQ(decode("/a/b/.."), "/a/");
  EXPECT_EQ(decode("/a/.."), "/");
  EXPECT_EQ(decode("/."), "/");
  EXPECT_EQ(decode("/.."), "/");
  EXPECT_EQ(decode("/../../a"), "/a");
  EXPECT_EQ(decode("/%2e%2E/a/%2e/b"), "/a/b");
  EXPECT_EQ(decode("/.well-known/x"), "/.well-known/x");
  EXPECT_EQ(decode("/..."), "/...");
}

TEST(RequestPath, EmptySegmentsAreKept) {
  EXPECT_EQ(decode("//a/../b"), "//b");
  EXPECT_EQ(decode("/a//../b"), "/a/b");
  EXPECT_EQ(decode("/.//a"), "//a");
  EXPECT_EQ(decode("//.."), "/");
}

TEST(RequestPath, LongestPathFits) {
  const std::string longest = "/." + std::string(kTargetBytesMax - 2, 'a');
  EXPECT_EQ(decode(longest), longest);
  std::string segments;
  while (segments.size() + 3 <= kTargetBytesMax) {
    segments += "/.a";
  }
  EXPECT_EQ(decode(segments), segments);
}

}  // namespace
}  // namespace loom::http
