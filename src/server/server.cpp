#include "server/server.h"

#include <atomic>
#include <csignal>
#include <fmt/format.h>
#include <optional>
#include <random>

#include "net/descriptor_limit.h"
#include "net/signals.h"
#include "net/wake_up.h"
#include "server/connection_set.h"
#include "server/failure_page.h"
#include "server/live_hub.h"
#include "server/open_ports.h"

namespace loom::server {
namespace {

/// A name for this run of the program: pages shown by another run must be loaded anew.
std::string make_boot_name() {
  std::random_device random;
  return fmt::format("{:08x}", random());
}

std::size_t room_for_connections(const Limits& limits) {
  const std::size_t descriptors = net::raise_descriptor_limit();
  const std::size_t reserved = std::min(kReservedDescriptors, descriptors / 2);
  return std::max<std::size_t>(1, std::min(limits.connections_max, descriptors - reserved));
}

/// Runs a function when the time is up.
class Alarm final : public net::Timer {
 public:
  explicit Alarm(std::function<void()> action) : action_(std::move(action)) {}
  void on_timeout() override { action_(); }

 private:
  std::function<void()> action_;
};

}  // namespace

struct Server::Impl final : net::TurnHook {
  Impl(ServerOptions server_options, snapshot::SnapshotCell& generations,
       std::unique_ptr<net::EventLoop> event_loop);

  base::Result<void> open_listeners();
  base::Result<void> open_wake_ups();
  base::Result<void> open_signals();
  base::Result<void> add_listener(net::ListeningSocket socket);

  void on_turn_begin() override { context.clock.refresh(); }
  void on_turn_end() override;
  void on_signal(int number);
  void begin_drain();
  void pin_newest_generation();
  void serve(const snapshot::Generation& generation);

  ServerOptions options;
  snapshot::SnapshotCell& cell;
  std::unique_ptr<net::EventLoop> loop;
  net::TimerList accept_pauses{net::kAcceptPause};
  net::TimerList pings{kLivePing};
  net::TimerList shutdown_deadline;
  Context context;
  LiveHub live_hub;
  ConnectionSet connections;
  Alarm shutdown_alarm;
  snapshot::GenerationPtr generation;
  /// The diagnostics page, while there is no site to serve.
  std::shared_ptr<const snapshot::Snapshot> failure_site;
  std::vector<std::unique_ptr<net::Listener>> listeners;
  std::vector<net::Endpoint> endpoints;
  std::unique_ptr<net::WakeUp> published;
  std::unique_ptr<net::WakeUp> stopped;
  std::unique_ptr<net::SignalWatch> signals;
};

Server::Impl::Impl(ServerOptions server_options, snapshot::SnapshotCell& generations,
                   std::unique_ptr<net::EventLoop> event_loop)
    : options(std::move(server_options)),
      cell(generations),
      loop(std::move(event_loop)),
      shutdown_deadline(options.limits.shutdown),
      context({.loop = *loop,
               .limits = options.limits,
               .production = options.production,
               .bound_name = options.listen.front().host,
               .allowed_hosts = options.allowed_hosts}),
      live_hub(make_boot_name(), pings),
      connections(context, room_for_connections(options.limits)),
      shutdown_alarm([this] { loop->stop(); }) {
  context.live_hub = options.production ? nullptr : &live_hub;
  for (net::TimerList* list : {&accept_pauses, &pings, &shutdown_deadline}) {
    loop->add_timers(*list);
  }
  loop->set_turn_hook(this);
}

base::Result<void> Server::Impl::open_listeners() {
  std::uint16_t ports_tried_max = options.ports_tried_max;
  for (const net::Endpoint& endpoint : options.listen) {
    base::Result<std::vector<net::ListeningSocket>> sockets = open_ports(endpoint, ports_tried_max);
    if (!sockets) {
      return sockets.error();
    }
    for (net::ListeningSocket& socket : *sockets) {
      if (base::Result<void> added = add_listener(std::move(socket)); !added) {
        return added;
      }
    }
    ports_tried_max = 1;
  }
  return {};
}

base::Result<void> Server::Impl::add_listener(net::ListeningSocket socket) {
  endpoints.push_back(socket.bound);
  base::Result<std::unique_ptr<net::Listener>> listener = net::Listener::create(
      {.loop = *loop, .pauses = accept_pauses, .handler = connections}, std::move(socket));
  if (!listener) {
    return listener.error();
  }
  listeners.push_back(std::move(*listener));
  return {};
}

base::Result<void> Server::Impl::open_wake_ups() {
  base::Result<std::unique_ptr<net::WakeUp>> on_published =
      net::WakeUp::create(*loop, [this] { pin_newest_generation(); });
  if (!on_published) {
    return on_published.error();
  }
  published = std::move(*on_published);
  base::Result<std::unique_ptr<net::WakeUp>> on_stopped =
      net::WakeUp::create(*loop, [this] { on_signal(SIGTERM); });
  if (!on_stopped) {
    return on_stopped.error();
  }
  stopped = std::move(*on_stopped);
  cell.on_publish([wake_up = published.get()] { wake_up->wake(); });
  return {};
}

base::Result<void> Server::Impl::open_signals() {
  if (!options.handle_signals) {
    return {};
  }
  base::Result<std::unique_ptr<net::SignalWatch>> watch =
      net::SignalWatch::create(*loop, {SIGINT, SIGTERM, SIGHUP}, [this](int number) { on_signal(number); });
  if (!watch) {
    return watch.error();
  }
  signals = std::move(*watch);
  return {};
}

void Server::Impl::on_signal(int number) {
  if (number == SIGHUP && options.on_hang_up) {
    options.on_hang_up();
  } else if (context.is_draining) {
    loop->stop();
  } else {
    begin_drain();
  }
}

void Server::Impl::begin_drain() {
  context.is_draining = true;
  listeners.clear();
  shutdown_deadline.start(shutdown_alarm, loop->now());
  connections.drain_all();
}

void Server::Impl::on_turn_end() {
  connections.on_turn_end();
  if (context.is_draining && connections.size() == 0) {
    loop->stop();
  }
}

void Server::Impl::pin_newest_generation() {
  snapshot::GenerationPtr newest = cell.load();
  if (newest == generation || newest == nullptr) {
    return;
  }
  generation.swap(newest);
  serve(*generation);
  if (newest != nullptr) {
    cell.retire(std::move(newest));
  }
}

void Server::Impl::serve(const snapshot::Generation& pinned) {
  LOOM_CHECK(pinned.snapshot != nullptr || !options.production);
  failure_site = pinned.snapshot == nullptr ? build_failure_site(pinned.diagnostics) : nullptr;
  context.snapshot = pinned.snapshot == nullptr ? failure_site.get() : pinned.snapshot.get();
  if (options.production) {
    return;
  }
  live_hub.on_generation(pinned, loop->now());
  const std::string name = live_hub.generation_name();
  context.generation_fields =
      "X-Loom-Generation: " + name + "\r\nServer-Timing: loom;desc=\"" + name + "\"\r\n";
}

base::Result<std::unique_ptr<Server>> Server::open(ServerOptions options, snapshot::SnapshotCell& cell) {
  LOOM_CHECK(!options.listen.empty());
  base::Result<std::unique_ptr<net::EventLoop>> loop = net::EventLoop::create();
  if (!loop) {
    return loop.error();
  }
  auto impl = std::make_unique<Impl>(std::move(options), cell, std::move(*loop));
  net::ignore_broken_pipes();
  if (base::Result<void> done = impl->open_listeners(); !done) {
    return done.error();
  }
  if (base::Result<void> done = impl->open_signals(); !done) {
    return done.error();
  }
  if (base::Result<void> done = impl->open_wake_ups(); !done) {
    return done.error();
  }
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Server::~Server() = default;

const std::vector<net::Endpoint>& Server::endpoints() const {
  return impl_->endpoints;
}

void Server::run() {
  impl_->pin_newest_generation();
  if (impl_->context.snapshot == nullptr) {
    LOOM_CHECK(!impl_->options.production);
    impl_->generation = std::make_shared<const snapshot::Generation>();
    impl_->serve(*impl_->generation);
  }
  impl_->loop->run();
}

void Server::stop() {
  impl_->stopped->wake();
}

}  // namespace loom::server
