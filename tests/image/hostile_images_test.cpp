// Files cut off or with wrong bytes: whatever they hold, they are made into an image or refused. Run under
// AddressSanitizer this is the fuzz test of the decoders; LOOM_HOSTILE_ROUNDS makes it longer.
#include <cstdlib>
#include <gtest/gtest.h>
#include <random>

#include "image/avif.h"
#include "image/jpeg.h"
#include "image/make_image.h"
#include "image/pictures.h"
#include "image/png.h"
#include "image/webp.h"

namespace loom::image {
namespace {

int round_count() {
  const char* rounds = std::getenv("LOOM_HOSTILE_ROUNDS");
  return rounds == nullptr ? 150 : std::atoi(rounds);
}

/// True when it was refused. A mutation that enlarges the picture costs time, not safety: those are left out.
bool is_refused(const std::string& bytes) {
  constexpr std::uint64_t kTestPixelsMax = 4'000'000;
  const auto header = parse_image_header(bytes, "a.img");
  if (!header || std::uint64_t{header->width} * header->height > kTestPixelsMax) {
    return true;
  }
  const ResizePlan plan = plan_resize({ResizeMode::Fill, 9, 7}, header->width, header->height);
  return !make_image(bytes, *header, plan, {ImageFormat::Png});
}

std::vector<std::string> good_files() {
  Pixels with_profile = quarters(70, 50);
  with_profile.color_profile = rgb_profile(500);
  Pixels with_alpha = quarters(33, 21, 4);
  with_alpha.row(3)[7] = 100;
  std::vector<std::string> files = {with_exif(*encode_jpeg(with_profile, 80), 6),
                                    *encode_png(with_profile),
                                    *encode_png(with_alpha),
                                    *encode_webp(with_profile, 80),
                                    *encode_webp(with_alpha, std::nullopt),
                                    *encode_avif(with_profile, {60, 10}),
                                    *encode_avif(with_alpha, {60, 10})};
  files.emplace_back(
      "GIF89a\x02\0\x02\0\x91\0\0\xff\0\0\0\xff\0\0\0\xff\xff\xff\xff,\0\0\0\0\x02\0\x02\0\0\x02\x03\x44\x34"
      "\x05\0;",
      41);
  std::string bmp(54, '\0');
  bmp.replace(0, 2, "BM");
  bmp[10] = 54;
  bmp[14] = 40;
  bmp[18] = 2;
  bmp[22] = 2;
  bmp[26] = 1;
  bmp[28] = 24;
  files.push_back(bmp + std::string(16, '\x55'));
  return files;
}

TEST(HostileImages, GoodFilesAreNotRefused) {
  for (const std::string& file : good_files()) {
    EXPECT_FALSE(is_refused(file)) << file.substr(0, 12);
  }
}

TEST(HostileImages, FilesCutOffAreRefusedOrMade) {
  for (const std::string& file : good_files()) {
    EXPECT_TRUE(is_refused(file.substr(0, file.size() / 2))) << file.substr(0, 12);
    const std::size_t step =
        std::max<std::size_t>(1, file.size() * 2 / static_cast<std::size_t>(round_count()));
    for (std::size_t length = 0; length < file.size(); length += step) {
      is_refused(file.substr(0, length));
    }
  }
}

TEST(HostileImages, FilesWithWrongBytesAreRefusedOrMade) {
  std::mt19937 random(20260101);
  int refused_count = 0;
  for (const std::string& file : good_files()) {
    for (int round = 0; round < round_count(); ++round) {
      std::string bytes = file;
      for (std::size_t change = 0; change < 1 + random() % 4; ++change) {
        // Headers, more often than the picture itself.
        const std::size_t reach = random() % 2 == 0 ? std::min<std::size_t>(bytes.size(), 200) : bytes.size();
        bytes[random() % reach] = static_cast<char>(random() % 3 == 0 ? 0xff : random());
      }
      refused_count += is_refused(bytes) ? 1 : 0;
    }
  }
  EXPECT_GT(refused_count, round_count());
}

}  // namespace
}  // namespace loom::image
