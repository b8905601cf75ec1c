// A server on its own thread and a free loopback port, serving pages made of strings.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "http/cache_policy.h"
#include "http/representation_fields.h"
#include "server/server.h"

namespace loom::support {

inline snapshot::ResourcePtr make_resource(std::string body, int status = 200) {
  const std::string media_type = "text/html; charset=utf-8";
  const std::string etag = http::strong_etag(body, "");
  http::RepresentationInfo info;
  info.media_type = media_type;
  info.content_length_bytes = body.size();
  info.etag = etag;
  info.cache_control = http::cache_control(http::CachePolicy::Revalidate);
  auto representation = std::make_unique<snapshot::Representation>();
  representation->etag = etag;
  representation->fields = http::representation_fields(info);
  representation->not_modified_fields = http::not_modified_fields(info);
  representation->body = std::make_shared<const std::string>(std::move(body));
  auto resource = std::make_shared<snapshot::Resource>();
  resource->status = status;
  resource->media_type = media_type;
  resource->representations[0] = std::move(representation);
  return resource;
}

/// Sent from `file` instead of from memory.
inline snapshot::ResourcePtr make_file_resource(std::shared_ptr<const snapshot::LargeFile> file) {
  const std::string media_type = "application/octet-stream";
  http::RepresentationInfo info;
  info.media_type = media_type;
  info.content_length_bytes = file->stamp.size_bytes;
  info.etag = "\"file\"";
  auto representation = std::make_unique<snapshot::Representation>();
  representation->etag = info.etag;
  representation->fields = http::representation_fields(info);
  representation->not_modified_fields = http::not_modified_fields(info);
  auto resource = std::make_shared<snapshot::Resource>();
  resource->media_type = media_type;
  resource->representations[0] = std::move(representation);
  resource->file = std::move(file);
  return resource;
}

using SitePaths = std::vector<std::pair<std::string, snapshot::ResourcePtr>>;

inline std::shared_ptr<const snapshot::Snapshot> make_site(const SitePaths& paths) {
  snapshot::SnapshotBuilder builder(nullptr);
  builder.set_not_found(make_resource("not here\n", 404));
  for (const auto& [path, resource] : paths) {
    builder.set(path, resource);
  }
  return builder.build();
}

inline snapshot::GenerationPtr make_generation(std::uint64_t number,
                                               std::shared_ptr<const snapshot::Snapshot> site,
                                               std::vector<std::string> changed_paths = {}) {
  auto generation = std::make_shared<snapshot::Generation>();
  generation->number = number;
  generation->snapshot = std::move(site);
  generation->changed_paths = std::move(changed_paths);
  return generation;
}

/// Stops at once, without draining, when destroyed.
class RunningServer {
 public:
  explicit RunningServer(const SitePaths& paths, server::ServerOptions options = {})
      : RunningServer(make_generation(1, make_site(paths)), std::move(options)) {}
  explicit RunningServer(snapshot::GenerationPtr first, server::ServerOptions options = {}) {
    publish(std::move(first));
    options.listen = {net::Endpoint{"127.0.0.1", 0}};
    options.handle_signals = false;
    auto opened = server::Server::open(std::move(options), cell_);
    LOOM_CHECK(opened.has_value());
    server_ = std::move(*opened);
    thread_ = std::thread([this] {
      server_->run();
      has_ended_ = true;
    });
  }
  ~RunningServer() { stop_now(); }

  std::uint16_t port() const { return server_->port(); }
  server::Server& server() { return *server_; }
  snapshot::SnapshotCell& cell() { return cell_; }

  void publish(std::shared_ptr<const snapshot::Snapshot> site, std::vector<std::string> changed_paths = {}) {
    publish(make_generation(last_number_ + 1, std::move(site), std::move(changed_paths)));
  }
  void publish(snapshot::GenerationPtr generation) {
    last_number_ = generation->number;
    cell_.publish(std::move(generation));
  }

  bool has_ended() const { return has_ended_; }
  /// Returns when the server has ended by itself.
  void wait() {
    if (thread_.joinable()) {
      thread_.join();
    }
  }
  void stop_now() {
    while (!has_ended_) {
      server_->stop();
      std::this_thread::yield();
    }
    wait();
  }

 private:
  snapshot::SnapshotCell cell_;
  std::uint64_t last_number_ = 0;
  std::unique_ptr<server::Server> server_;
  std::atomic<bool> has_ended_ = false;
  std::thread thread_;
};

}  // namespace loom::support
