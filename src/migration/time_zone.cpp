#include "migration/time_zone.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>

namespace loom::migration {

namespace {

/// Sets TZ for as long as it lives: the C library knows no other way to ask for a zone.
class ZoneSetting {
 public:
  explicit ZoneSetting(const std::string& zone) {
    if (const char* before = std::getenv("TZ")) {
      before_ = before;
    }
    ::setenv("TZ", zone.c_str(), 1);
    ::tzset();
  }
  ZoneSetting(const ZoneSetting&) = delete;
  ZoneSetting& operator=(const ZoneSetting&) = delete;
  ~ZoneSetting() {
    before_ ? ::setenv("TZ", before_->c_str(), 1) : ::unsetenv("TZ");
    ::tzset();
  }

 private:
  std::optional<std::string> before_;
};

bool is_known(const std::string& zone) {
  std::error_code error;
  return !zone.empty() && zone.find("..") == std::string::npos && zone[0] != '/' &&
         std::filesystem::is_regular_file("/usr/share/zoneinfo/" + zone, error);
}

}  // namespace

base::DateTime in_time_zone(base::DateTime date, const std::string& zone) {
  if (!date.has_time || !is_known(zone)) {
    return date;
  }
  const ZoneSetting setting(zone);
  const std::time_t moment = std::chrono::system_clock::to_time_t(date.moment);
  std::tm local{};
  if (::localtime_r(&moment, &local) != nullptr) {
    date.offset = std::chrono::duration_cast<std::chrono::minutes>(std::chrono::seconds(local.tm_gmtoff));
  }
  return date;
}

}  // namespace loom::migration
