#include "image/format.h"

#include <array>

namespace loom::image {
namespace {

struct Names {
  std::string_view extension;
  std::string_view media_type;
};

constexpr auto kNames = std::to_array<Names>({{"jpg", "image/jpeg"},
                                              {"png", "image/png"},
                                              {"webp", "image/webp"},
                                              {"avif", "image/avif"},
                                              {"gif", "image/gif"},
                                              {"bmp", "image/bmp"},
                                              {"svg", "text/svg+xml"}});

}  // namespace

std::string_view extension_of(ImageFormat format) {
  return kNames[static_cast<std::size_t>(format)].extension;
}

std::string_view template_media_type_of(ImageFormat format) {
  return kNames[static_cast<std::size_t>(format)].media_type;
}

ImageFormat automatic_output_for(ImageFormat source) {
  return source == ImageFormat::Png || source == ImageFormat::Bmp ? ImageFormat::Png : ImageFormat::Jpeg;
}

}  // namespace loom::image
