#include "server/connection_set.h"

#include <array>
#include <string>
#include <utility>

#include "base/check.h"

namespace loom::server {

ConnectionSet::ConnectionSet(Context& context, std::size_t connections_max)
    : context_(context), connections_max_(connections_max) {
  context_.owner = this;
}

void ConnectionSet::on_accepted(base::UniqueFd socket) {
  if (open_.size() >= connections_max_ && !close_oldest_idle()) {
    turn_away(std::move(socket));
    return;
  }
  open_.push_back(std::make_unique<Connection>(context_, std::move(socket)));
  retired_.reserve(open_.size() + retired_.size());
  open_.back()->index = open_.size() - 1;
  open_.back()->start();
}

void ConnectionSet::turn_away(base::UniqueFd socket) {
  net::Stream stream(std::move(socket));
  const Response response = refuse(503);
  std::string text;
  append_head(text, response, context_.common_fields(), Persistence::Close);
  text += response.body.bytes;
  stream.send(text);
  stream.shut_down_sending();
  // What the client sent is taken out of the kernel, which would answer unread input with a reset.
  stream.receive(*context_.received);
}

void ConnectionSet::retire(Connection& connection) {
  const std::size_t index = connection.index;
  LOOM_CHECK(index < open_.size() && open_[index].get() == &connection);
  retired_.push_back(std::move(open_[index]));
  if (index + 1 != open_.size()) {
    open_[index] = std::move(open_.back());
    open_[index]->index = index;
  }
  open_.pop_back();
}

bool ConnectionSet::close_oldest_idle() {
  net::Timer* oldest = context_.deadlines.idle.oldest();
  if (oldest == nullptr) {
    return false;
  }
  oldest->cancel();
  oldest->on_timeout();
  return true;
}

void ConnectionSet::make_room() {
  const net::TimePoint now = context_.loop.now();
  while (open_.size() * 100 > connections_max_ * kBusyPercent) {
    const net::Timer* oldest = context_.deadlines.idle.oldest();
    if (oldest == nullptr || now - oldest->started() < context_.limits.idle_when_busy) {
      return;
    }
    close_oldest_idle();
  }
}

void ConnectionSet::on_turn_end() {
  make_room();
  retired_.clear();
}

void ConnectionSet::drain_all() {
  std::vector<Connection*> connections;
  connections.reserve(open_.size());
  for (const std::unique_ptr<Connection>& connection : open_) {
    connections.push_back(connection.get());
  }
  for (Connection* connection : connections) {
    connection->drain();
  }
}

}  // namespace loom::server
