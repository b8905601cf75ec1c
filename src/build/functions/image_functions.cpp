// resize_image, get_image_metadata.
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

#include "build/functions/render_host.h"
#include "build/functions/site_environment.h"
#include "build/images/image_request.h"
#include "image/limits.h"

namespace loom::build {
namespace {

using image::ImageFormat;
using image::ResizeMode;
using templating::ArgumentReader;
using templating::Arguments;
using templating::CallError;
using templating::CallResult;
using templating::RenderContext;
using templating::Value;

constexpr auto kModes =
    std::to_array<std::pair<std::string_view, ResizeMode>>({{"scale", ResizeMode::Scale},
                                                            {"fit_width", ResizeMode::FitWidth},
                                                            {"fit_height", ResizeMode::FitHeight},
                                                            {"fit", ResizeMode::Fit},
                                                            {"fill", ResizeMode::Fill}});
constexpr auto kOutputs =
    std::to_array<std::pair<std::string_view, ImageFormat>>({{"jpg", ImageFormat::Jpeg},
                                                             {"jpeg", ImageFormat::Jpeg},
                                                             {"png", ImageFormat::Png},
                                                             {"webp", ImageFormat::WebP},
                                                             {"avif", ImageFormat::Avif}});
constexpr std::int64_t kQualityMax = 100;
constexpr std::int64_t kSpeedMax = 10;

bool uses_width(ResizeMode mode) {
  return mode != ResizeMode::FitHeight;
}

bool uses_height(ResizeMode mode) {
  return mode != ResizeMode::FitWidth;
}

/// The arguments of one resize_image call; keeps the first mistake.
class OperationReader {
 public:
  explicit OperationReader(const Arguments& arguments) : arguments_(arguments), reader_(arguments) {}

  std::string path() { return reader_.text("path"); }
  image::ResizeRequest request();
  image::OutputFormat output(ImageFormat source);
  /// Null when all arguments read so far are right.
  const CallError* error() const { return reader_.error() ? &*reader_.error() : error_ ? &*error_ : nullptr; }

 private:
  void fail(std::string message, std::string hint = "") {
    if (!error_) {
      error_ = CallError{std::move(message), std::move(hint)};
    }
  }
  std::uint32_t side(std::string_view name, std::string_view mode, bool is_used);
  std::optional<int> number(std::string_view name, std::int64_t least, std::int64_t most);

  const Arguments& arguments_;
  ArgumentReader reader_;
  std::optional<CallError> error_;
};

std::uint32_t OperationReader::side(std::string_view name, std::string_view mode, bool is_used) {
  const std::size_t side = reader_.count(name, 0);
  if (!is_used) {
    return 0;
  }
  if (arguments_.find(name) == nullptr) {
    fail(fmt::format("op=\"{}\" needs the argument `{}`", mode, name));
  } else if (!reader_.error() && (side == 0 || side > image::kMadeSideMax)) {
    fail(fmt::format("`{}` is {}; it must be 1 to {}", name, side, image::kMadeSideMax));
  }
  return static_cast<std::uint32_t>(std::min<std::size_t>(side, image::kMadeSideMax));
}

image::ResizeRequest OperationReader::request() {
  const std::string name = reader_.text("op", "fill");
  const auto* mode =
      std::find_if(kModes.begin(), kModes.end(), [&](const auto& known) { return known.first == name; });
  if (mode == kModes.end()) {
    fail(fmt::format("`{}` is no operation of resize_image", name),
         "use scale, fit_width, fit_height, fit or fill");
    return {};
  }
  image::ResizeRequest request{mode->second};
  request.width = side("width", name, uses_width(mode->second));
  request.height = side("height", name, uses_height(mode->second));
  return request;
}

std::optional<int> OperationReader::number(std::string_view name, std::int64_t least, std::int64_t most) {
  if (arguments_.find(name) == nullptr) {
    return std::nullopt;
  }
  const std::int64_t number = reader_.integer(name);
  if (!reader_.error() && (number < least || number > most)) {
    fail(fmt::format("`{}` is {}; it must be {} to {} here", name, number, least, most));
  }
  return static_cast<int>(std::clamp(number, least, most));
}

image::OutputFormat OperationReader::output(ImageFormat source) {
  image::OutputFormat output{image::automatic_output_for(source)};
  const std::string name = reader_.text("format", "auto");
  if (name != "auto") {
    const auto* format = std::find_if(kOutputs.begin(), kOutputs.end(),
                                      [&](const auto& known) { return known.first == name; });
    if (format == kOutputs.end()) {
      fail(fmt::format("`{}` is no format of resize_image", name), "use auto, jpg, png, webp or avif");
      return output;
    }
    output.format = format->second;
  }
  if (output.format == ImageFormat::Png) {
    return output;
  }
  output.quality = number("quality", output.format == ImageFormat::WebP ? 0 : 1, kQualityMax);
  if (output.format == ImageFormat::Jpeg) {
    output.quality = output.quality.value_or(image::kJpegQuality);
  } else if (output.format == ImageFormat::Avif) {
    output.quality = output.quality.value_or(image::kAvifQuality);
    output.speed = number("speed", 1, kSpeedMax).value_or(output.speed);
  }
  return output;
}

CallError bad_image(const site::SourceFile& file, const base::Error& error) {
  return {fmt::format("the image {} cannot be read: {}", file.path, error.message())};
}

std::optional<CallError> check_plan(const image::ResizePlan& plan) {
  if (plan.width <= image::kMadeSideMax && plan.height <= image::kMadeSideMax &&
      std::uint64_t{plan.width} * plan.height <= image::kImagePixelsMax) {
    return std::nullopt;
  }
  return CallError{
      fmt::format("the image would have {} x {} pixels; a side can have {} and all {} megapixels", plan.width,
                  plan.height, image::kMadeSideMax, image::kImagePixelsMax / 1'000'000)};
}

Value answer(const RenderHost& host, const ImageRequest& request) {
  const std::string below = fmt::format("{}/{}", kProcessedImagesFolder, request.file_name);
  const std::string_view base_url = host.config.base_url;
  const bool has_slash = base_url.ends_with('/');
  return Value::map({{"url", Value::string(fmt::format("{}{}{}", base_url, has_slash ? "" : "/", below))},
                     {"static_path", Value::string("static/" + below)},
                     {"width", Value::integer(request.plan.width)},
                     {"height", Value::integer(request.plan.height)},
                     {"orig_width", Value::integer(request.header.width)},
                     {"orig_height", Value::integer(request.header.height)}});
}

CallResult resize_image(const Arguments& arguments, RenderContext& context) {
  OperationReader reader(arguments);
  const std::string path = reader.path();
  const image::ResizeRequest wanted = reader.request();
  if (reader.error() != nullptr) {
    return *reader.error();
  }
  const RenderHost& host = host_of(context);
  const site::SourceFile* file = find_named_file(host, path);
  if (file == nullptr) {
    return missing_file(path);
  }
  const auto known = host.images.find(host.site_root, *file);
  if (known->error) {
    return bad_image(*file, *known->error);
  }
  if (known->header.format == ImageFormat::Svg) {
    return CallError{fmt::format("{} is a drawing and has no pixels to resize", file->path),
                     "use the file itself: SVG fits every size"};
  }
  auto request = std::make_shared<ImageRequest>();
  request->source_path = file->path;
  request->content_hash = known->content_hash;
  request->header = known->header;
  request->plan = image::plan_resize(wanted, known->header.width, known->header.height);
  request->output = reader.output(known->header.format);
  if (reader.error() != nullptr) {
    return *reader.error();
  }
  if (auto error = check_plan(request->plan)) {
    return *error;
  }
  request->file_name = image_file_name(*request);
  request->place = context.describe_place();
  Value value = answer(host, *request);
  ReadLog::note_image(std::move(request));
  return value;
}

CallResult get_image_metadata(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const std::string path = reader.text("path");
  const bool allow_missing = reader.boolean("allow_missing", false);
  if (reader.error()) {
    return *reader.error();
  }
  const RenderHost& host = host_of(context);
  const site::SourceFile* file = find_named_file(host, path);
  if (file == nullptr) {
    return allow_missing ? CallResult(Value::null()) : CallResult(missing_file(path));
  }
  const auto known = host.images.find(host.site_root, *file);
  if (known->error) {
    return bad_image(*file, *known->error);
  }
  const image::ImageHeader& header = known->header;
  return Value::map({{"width", Value::integer(header.width)},
                     {"height", Value::integer(header.height)},
                     {"format", Value::view(image::extension_of(header.format))},
                     {"mime", Value::view(image::template_media_type_of(header.format))}});
}

}  // namespace

void add_image_functions(templating::Environment& environment) {
  environment.add_function({"resize_image", {"path", "width", "height", "op", "format", "quality", "speed"}},
                           resize_image);
  environment.add_function({"get_image_metadata", {"path", "allow_missing"}}, get_image_metadata);
}

}  // namespace loom::build
