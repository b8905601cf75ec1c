#include "image/jpeg.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
// Needs <cstdio> before it.
#include <jpeglib.h>

#include "image/containers.h"

namespace loom::image {
namespace {

using base::Error;
using base::Result;

/// libjpeg reports errors by a call that must not return.
struct Failure {
  jpeg_error_mgr manager;
  std::jmp_buf jump;
  char message[JMSG_LENGTH_MAX];
};

void leave(j_common_ptr info) {
  auto* failure = reinterpret_cast<Failure*>(info->err);
  failure->manager.format_message(info, failure->message);
  std::longjmp(failure->jump, 1);
}

/// What is only a warning to libjpeg (missing data, filled with grey) is a broken picture here.
void on_message(j_common_ptr info, int level) {
  if (level < 0) {
    leave(info);
  }
}

void install(Failure& failure, jpeg_error_mgr*& target) {
  target = jpeg_std_error(&failure.manager);
  failure.manager.error_exit = leave;
  failure.manager.emit_message = on_message;
  failure.message[0] = '\0';
}

/// Runs calls of libjpeg. False when one failed: the rest of `step` was not run. Requires: `step` has no
/// local with a destructor, for it may be left by a jump.
template <typename Step>
bool run_guarded(Failure& failure, const Step& step) {
  if (setjmp(failure.jump) != 0) {
    return false;
  }
  step();
  return true;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {
    install(failure_, info_.err);
    is_open_ = run_guarded(failure_, [this] { jpeg_create_decompress(&info_); });
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { jpeg_destroy_decompress(&info_); }

  /// Chooses the output and makes its sides known.
  bool start(std::uint32_t shrink) {
    return is_open_ && run_guarded(failure_, [this, shrink] {
             jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
             jpeg_read_header(&info_, TRUE);
             is_four_colors_ = info_.jpeg_color_space == JCS_CMYK || info_.jpeg_color_space == JCS_YCCK;
             info_.out_color_space = is_four_colors_ ? JCS_CMYK : JCS_RGB;
             info_.scale_num = 1;
             info_.scale_denom = shrink;
             jpeg_calc_output_dimensions(&info_);
           });
  }

  /// Requires: `pixels` has the sides that start() found.
  bool read(Pixels& pixels) {
    return run_guarded(failure_, [this, &pixels] {
      jpeg_start_decompress(&info_);
      JSAMPARRAY four_colors = is_four_colors_
                                   ? (*info_.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&info_),
                                                                JPOOL_IMAGE, info_.output_width * 4, 1)
                                   : nullptr;
      while (info_.output_scanline < info_.output_height) {
        JSAMPROW row = pixels.row(info_.output_scanline);
        jpeg_read_scanlines(&info_, is_four_colors_ ? four_colors : &row, 1);
        if (is_four_colors_) {
          convert_row(four_colors[0], row);
        }
      }
      jpeg_finish_decompress(&info_);
    });
  }

  std::uint32_t width() const { return info_.output_width; }
  std::uint32_t height() const { return info_.output_height; }
  Error error() const { return Error(std::string("it is damaged: ") + failure_.message); }

 private:
  /// Cyan, magenta, yellow and black; Adobe's programs store them inverted and say so.
  void convert_row(const JSAMPLE* from, JSAMPLE* to) const {
    const unsigned flip = info_.saw_Adobe_marker == TRUE ? 0 : 255;
    for (JDIMENSION x = 0; x < info_.output_width; ++x, from += 4, to += 3) {
      for (int color = 0; color < 3; ++color) {
        to[color] = static_cast<JSAMPLE>((from[color] ^ flip) * (from[3] ^ flip) / 255);
      }
    }
  }

  std::string_view bytes_;
  Failure failure_{};
  jpeg_decompress_struct info_{};
  bool is_four_colors_ = false;
  bool is_open_ = false;
};

/// Composes RGBA on white.
void flatten_row(const std::uint8_t* from, std::uint8_t* to, std::uint32_t width) {
  for (std::uint32_t x = 0; x < width; ++x, from += 4, to += 3) {
    const unsigned alpha = from[3];
    for (int color = 0; color < 3; ++color) {
      to[color] = static_cast<std::uint8_t>((from[color] * alpha + 255U * (255U - alpha) + 127U) / 255U);
    }
  }
}

class Writer {
 public:
  Writer() {
    install(failure_, info_.err);
    is_open_ = run_guarded(failure_, [this] { jpeg_create_compress(&info_); });
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() {
    jpeg_destroy_compress(&info_);
    std::free(buffer_);
  }

  bool write(const Pixels& pixels, int quality) {
    return is_open_ && run_guarded(failure_, [&] {
             jpeg_mem_dest(&info_, &buffer_, &buffer_bytes_);
             info_.image_width = pixels.width;
             info_.image_height = pixels.height;
             info_.input_components = 3;
             info_.in_color_space = JCS_RGB;
             jpeg_set_defaults(&info_);
             jpeg_set_quality(&info_, quality, TRUE);
             // About 5 % smaller for some milliseconds more.
             info_.optimize_coding = TRUE;
             jpeg_start_compress(&info_, TRUE);
             if (!pixels.color_profile.empty()) {
               jpeg_write_icc_profile(&info_, reinterpret_cast<const JOCTET*>(pixels.color_profile.data()),
                                      static_cast<unsigned>(pixels.color_profile.size()));
             }
             write_rows(pixels);
             jpeg_finish_compress(&info_);
           });
  }

  std::string bytes() const {
    return {reinterpret_cast<const char*>(buffer_), static_cast<std::size_t>(buffer_bytes_)};
  }
  Error error() const { return Error(std::string("no JPEG can be made of it: ") + failure_.message); }

 private:
  void write_rows(const Pixels& pixels) {
    JSAMPARRAY flat =
        (*info_.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&info_), JPOOL_IMAGE, pixels.width * 3, 1);
    while (info_.next_scanline < info_.image_height) {
      JSAMPROW row = const_cast<JSAMPROW>(pixels.row(info_.next_scanline));
      if (pixels.channel_count == 4) {
        flatten_row(row, flat[0], pixels.width);
        row = flat[0];
      }
      jpeg_write_scanlines(&info_, &row, 1);
    }
  }

  Failure failure_{};
  jpeg_compress_struct info_{};
  unsigned char* buffer_ = nullptr;
  unsigned long buffer_bytes_ = 0;
  bool is_open_ = false;
};

}  // namespace

Result<Pixels> decode_jpeg(std::string_view bytes, std::uint32_t shrink) {
  Reader reader(bytes);
  if (!reader.start(shrink)) {
    return reader.error();
  }
  Pixels pixels = make_pixels(reader.width(), reader.height(), 3);
  if (!reader.read(pixels)) {
    return reader.error();
  }
  pixels.color_profile = find_jpeg_parts(bytes).color_profile;
  return pixels;
}

Result<std::string> encode_jpeg(const Pixels& pixels, int quality) {
  Writer writer;
  if (!writer.write(pixels, quality)) {
    return writer.error();
  }
  return writer.bytes();
}

}  // namespace loom::image
