#include "build/export_record.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include "base/unique_fd.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

const ExportRecord kRecord = {{"a/index.html", {17, 3, 1'700'000'000'000'000'123}},
                              {"b c\n%d/\xC3\xA9.css", {18446744073709551615U, 0, -5}}};

TEST(ExportRecord, ReadsBackWhatItWrites) {
  EXPECT_EQ(parse_record(format_record(kRecord)), kRecord);
}

TEST(ExportRecord, TakesNoPartOfARecord) {
  const std::string text = format_record(kRecord);
  for (std::size_t length = 0; length < text.size(); ++length) {
    const auto part = parse_record(text.substr(0, length));
    EXPECT_TRUE(!part || text[length - 1] == '\n') << length;
  }
  EXPECT_FALSE(parse_record("something else\n"));
  EXPECT_FALSE(parse_record("loom-export 1\n1 2 x a\n"));
}

TEST(ExportRecord, BelongsToOneFolderAndNotToItsName) {
  const support::TempFolder disk;
  const auto file_of = [&](const char* folder) {
    const base::UniqueFd fd(open(disk.path(folder).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return record_file(disk.path("cache"), fd.get());
  };
  disk.make_folder("out");
  const std::string first = file_of("out");
  disk.rename("out", "moved");
  disk.make_folder("out");
  EXPECT_EQ(file_of("moved"), first);
  EXPECT_NE(file_of("out"), first);
}

TEST(ExportRecord, IsKeptOnDisk) {
  const support::TempFolder disk;
  ASSERT_TRUE(save_record(disk.path("cache/export/x"), kRecord));
  EXPECT_EQ(load_record(disk.path("cache/export/x")), kRecord);
  EXPECT_TRUE(load_record(disk.path("cache/export/none")).empty());
}

TEST(ExportRecord, IsNotKeptWithoutACacheDirectory) {
  EXPECT_EQ(record_file("", 0), "");
  EXPECT_TRUE(save_record("", kRecord));
  EXPECT_TRUE(load_record("").empty());
}

}  // namespace
}  // namespace loom::build
