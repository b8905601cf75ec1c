// Owns the connections of one loop and keeps their number within the limit. Loop thread only.
#pragma once

#include <memory>
#include <vector>

#include "net/listener.h"
#include "server/connection.h"

namespace loom::server {

class ConnectionSet final : public net::AcceptHandler, public ConnectionOwner {
 public:
  /// Becomes the owner in `context`, which must outlive it.
  ConnectionSet(Context& context, std::size_t connections_max);

  void on_accepted(base::UniqueFd socket) override;
  bool on_descriptors_exhausted() override { return close_oldest_idle(); }
  void retire(Connection& connection) override;

  std::size_t size() const { return open_.size(); }
  /// Frees what ended in this turn, and ends idle connections early while most of the room is taken.
  /// Requires: no connection is on the stack.
  void on_turn_end();
  /// Connection::drain for each.
  void drain_all();

 private:
  /// False when none is idle.
  bool close_oldest_idle();
  void make_room();
  void turn_away(base::UniqueFd socket);

  Context& context_;
  std::size_t connections_max_;
  std::vector<std::unique_ptr<Connection>> open_;
  std::vector<std::unique_ptr<Connection>> retired_;
};

}  // namespace loom::server
