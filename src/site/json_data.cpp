#include "site/json_data.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "site/data_builder.h"
#include "site/limits.h"

namespace loom::site {

namespace {

/// The sax interface of nlohmann-json: it neither recurses nor throws, and stops when a handler returns
/// false.
class JsonHandler : public nlohmann::json_sax<nlohmann::json> {
 public:
  JsonHandler() : builder_(false) {}

  bool null() override { return add({}); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(std::int64_t value) override { return add(value); }
  bool number_unsigned(std::uint64_t value) override {
    return value <= INT64_MAX ? add(static_cast<std::int64_t>(value)) : add(static_cast<double>(value));
  }
  bool number_float(double value, const std::string&) override { return add(value); }
  bool string(std::string& value) override { return add(std::move(value)); }
  bool binary(nlohmann::json::binary_t&) override { return false; }
  bool start_object(std::size_t) override { return begin(builder_.begin_table({})); }
  bool start_array(std::size_t) override { return begin(builder_.begin_array({})); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }
  bool key(std::string& value) override {
    builder_.add_key(std::move(value), {});
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
    error_offset_ = position == 0 ? 0 : position - 1;
    return false;
  }

  LocatedData take() { return builder_.take(); }
  std::size_t error_offset() const { return error_offset_; }
  bool is_too_deep() const { return is_too_deep_; }

 private:
  bool add(base::Data value) {
    builder_.add_value(std::move(value), {});
    return true;
  }
  bool begin(bool fits) {
    is_too_deep_ = !fits;
    return fits;
  }
  bool end() {
    builder_.end();
    return true;
  }

  DataBuilder builder_;
  std::size_t error_offset_ = 0;
  bool is_too_deep_ = false;
};

}  // namespace

std::optional<LocatedData> parse_json(const DataText& input, base::Diagnostics& diagnostics) {
  JsonHandler handler;
  if (nlohmann::json::sax_parse(input.text.begin(), input.text.end(), &handler)) {
    return handler.take();
  }
  std::string message = handler.is_too_deep()
                            ? "values are nested more than " + std::to_string(kDataDepthMax) + " deep"
                            : "this is no JSON";
  base::Diagnostic diagnostic =
      base::make_error_at(input.file, input.text, handler.error_offset(), "JSON: " + std::move(message));
  diagnostic.line += input.first_line - 1;
  diagnostics.add(std::move(diagnostic));
  return std::nullopt;
}

}  // namespace loom::site
