#include "watch/file_system_kind.h"

#include <gtest/gtest.h>

namespace loom::watch {
namespace {

TEST(FileSystemKind, KnowsSharedFileSystems) {
  EXPECT_FALSE(file_system_has_events(0x6969));
  EXPECT_FALSE(file_system_has_events(0x01021997));
  EXPECT_FALSE(file_system_has_events(0x65735546));
  EXPECT_TRUE(file_system_has_events(0xEF53));
  EXPECT_TRUE(file_system_has_events(0x01021994));
}

TEST(FileSystemKind, TakesATypeThatWasSignExtended) {
  EXPECT_FALSE(file_system_has_events(0xFFFFFFFFFF534D42ULL));
}

TEST(FileSystemKind, TrustsAFileSystemThatCannotBeAsked) {
  EXPECT_TRUE(has_events("/no such folder"));
}

}  // namespace
}  // namespace loom::watch
