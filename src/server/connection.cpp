#include "server/connection.h"

#include <algorithm>

#include "server/limits.h"
#include "server/live_endpoints.h"

namespace loom::server {
namespace {

bool is_copied(std::span<const BodyPart> parts) {
  std::uint64_t size_bytes = 0;
  for (const BodyPart& part : parts) {
    if (part.file != nullptr) {
      return false;
    }
    size_bytes += part.bytes.size();
  }
  return size_bytes <= kCopiedBodyBytesMax;
}

}  // namespace

Connection::Connection(Context& context, base::UniqueFd socket)
    : context_(context), stream_(std::move(socket)) {}

void Connection::start() {
  const std::optional<net::Token> token = context_.loop.watch(stream_.fd(), *this);
  if (!token) {
    stream_.close();
    context_.owner->retire(*this);
    return;
  }
  token_ = *token;
  step();
}

void Connection::on_ready(net::Readiness readiness) {
  if (readiness.failed) {
    close();
    return;
  }
  has_peer_closed_ |= readiness.peer_closed;
  is_readable_ |= readiness.readable || readiness.peer_closed;
  step();
}

/// One of the two places that catch: whatever the library throws (no memory) costs this connection only.
template <typename Action>
void Connection::guarded(Action action) {
  try {
    action();
  } catch (...) {
    context_.gathered.clear();
    context_.reader = RequestReader();
    reset();
  }
}

void Connection::step() {
  guarded([this] {
    requests_this_turn_ = 0;
    while (advance()) {
    }
    // Its last answer began before the server was told to stop, and promised to stay open.
    if (stream_.is_open() && context_.is_draining && is_between_requests()) {
      close();
    }
    if (stream_.is_open()) {
      update_deadline();
    }
  });
}

/// Does one thing. False when the loop must call again before there is more to do, or when the connection has
/// ended.
bool Connection::advance() {
  if (!stream_.is_open()) {
    return false;
  }
  if (backlog_) {
    return send_backlog();
  }
  if (has_ended_answers_ && !is_lingering_ && !is_live_) {
    end_after_last_answer();
    return true;
  }
  if (is_lingering_ || is_live_) {
    return drop_received();
  }
  if (requests_this_turn_ == kRequestsPerTurn) {
    context_.loop.call_again(token_);
    return false;
  }
  if (!needs_more_input_) {
    answer_buffered(input_->bytes);
    return true;
  }
  return receive();
}

bool Connection::receive() {
  if (!is_readable_) {
    return false;
  }
  const net::IoResult got = stream_.receive(*context_.received);
  if (got.outcome == net::IoOutcome::WouldBlock) {
    is_readable_ = false;
    return false;
  }
  if (got.outcome != net::IoOutcome::Bytes) {
    close();
    return false;
  }
  // The kernel reports the next arrival anew; only the end of the stream may have been reported with these
  // bytes.
  is_readable_ = has_peer_closed_ || got.bytes == context_.received->size();
  const std::string_view bytes(context_.received->data(), got.bytes);
  if (input_) {
    input_->bytes += bytes;
    answer_buffered(input_->bytes);
  } else {
    answer_buffered(bytes);
  }
  return true;
}

/// Input after the last answer is read, so that the kernel does not answer it with a reset, and thrown away.
bool Connection::drop_received() {
  if (!is_readable_) {
    return false;
  }
  const net::IoResult got = stream_.receive(*context_.received);
  if (got.outcome == net::IoOutcome::WouldBlock) {
    is_readable_ = false;
    return false;
  }
  dropped_bytes_ += got.bytes;
  if (got.outcome != net::IoOutcome::Bytes || dropped_bytes_ > kLingerBytesMax) {
    close();
    return false;
  }
  return true;
}

void Connection::answer_buffered(std::string_view bytes) {
  const std::size_t consumed_bytes = answer_requests(input_ ? input_->reader : context_.reader, bytes);
  flush(nullptr);
  keep_rest(bytes, consumed_bytes);
}

bool Connection::may_answer() const {
  return stream_.is_open() && !backlog_ && !has_ended_answers_ && requests_this_turn_ < kRequestsPerTurn;
}

std::size_t Connection::answer_requests(RequestReader& reader, std::string_view bytes) {
  needs_more_input_ = false;
  std::size_t consumed_bytes = 0;
  while (may_answer()) {
    const RequestReader::Step read = reader.read(bytes.substr(consumed_bytes));
    consumed_bytes += read.consumed_bytes;
    if (read.outcome == RequestReader::Outcome::NeedMore) {
      needs_more_input_ = true;
      break;
    }
    if (read.outcome == RequestReader::Outcome::Rejected) {
      refuse_and_end(read.reject_status);
      break;
    }
    answer(reader.request(), read.body_is_unread);
  }
  return consumed_bytes;
}

void Connection::keep_rest(std::string_view bytes, std::size_t consumed_bytes) {
  const bool has_rest = consumed_bytes != bytes.size();
  if (has_ended_answers_) {
    has_unread_input_ |= has_rest;
    input_.reset();
    context_.reader = RequestReader();
    return;
  }
  RequestReader& reader = input_ ? input_->reader : context_.reader;
  if (!has_rest && !reader.is_inside_body()) {
    needs_more_input_ = true;
    input_.reset();
  } else if (input_) {
    input_->bytes.erase(0, consumed_bytes);
  } else {
    input_ = std::make_unique<Input>();
    input_->bytes = bytes.substr(consumed_bytes);
    input_->reader = std::exchange(reader, RequestReader());
  }
}

void Connection::answer(const http::Request& request, bool body_is_unread) {
  ++requests_this_turn_;
  has_answered_ = true;
  wait_ = Wait::Undecided;
  has_unread_input_ |= body_is_unread;
  const RespondOptions options = context_.respond_options(body_is_unread);
  if (context_.live_hub != nullptr && is_live_path(request.path)) {
    answer_live(request, options);
    return;
  }
  Response response = respond(request, *context_.snapshot, options);
  if (has_changed_file(response.parts())) {
    response = refuse(request, 503, options);
  }
  deliver(response, persistence_of(request, response));
}

void Connection::answer_live(const http::Request& request, const RespondOptions& options) {
  LiveAnswer live = respond_live(request, options);
  if (!live.opens_stream) {
    deliver(live.response, persistence_of(request, live.response));
    return;
  }
  append_head(context_.gathered, live.response, context_.common_fields(), Persistence::Close);
  context_.gathered += context_.live_hub->greeting(shown_generation(request.query));
  has_ended_answers_ = true;
  is_live_ = true;
  context_.live_hub->add(*this, context_.loop.now());
}

void Connection::refuse_and_end(int status) {
  Response response = refuse(status);
  has_unread_input_ = true;
  deliver(response, Persistence::Close);
}

Persistence Connection::persistence_of(const http::Request& request, const Response& response) const {
  if (response.close || !request.keep_alive || context_.is_draining) {
    return Persistence::Close;
  }
  return request.minor_version == 0 ? Persistence::KeepAliveSaid : Persistence::KeepAlive;
}

void Connection::deliver(Response& response, Persistence persistence) {
  has_ended_answers_ = persistence == Persistence::Close;
  append_head(context_.gathered, response, context_.common_fields(), persistence);
  if (!is_copied(response.parts())) {
    flush(&response);
    return;
  }
  for (const BodyPart& part : response.parts()) {
    context_.gathered += part.bytes;
  }
  if (context_.gathered.size() >= kGatherBytes) {
    flush(nullptr);
  }
}

/// Sends what is gathered and then the body of `response`, which may be null; what the kernel does not take
/// is kept.
void Connection::flush(Response* response) {
  if (context_.gathered.empty() || !stream_.is_open()) {
    context_.gathered.clear();
    return;
  }
  Unsent unsent{.text = context_.gathered, .parts = {}};
  if (response != nullptr) {
    unsent.parts = response->parts();
  }
  const SendOutcome outcome = send_some(stream_, unsent, kSendBytesPerTurn);
  if (outcome == SendOutcome::Failed) {
    reset();
  } else if (outcome != SendOutcome::Done) {
    backlog_ = response != nullptr ? std::make_unique<Backlog>(unsent, *response)
                                   : std::make_unique<Backlog>(unsent.text);
    acknowledged_bytes_ = stream_.acknowledged_bytes();
  }
  if (outcome == SendOutcome::BudgetSpent) {
    context_.loop.call_again(token_);
  }
  context_.gathered.clear();
}

bool Connection::send_backlog() {
  switch (send_some(stream_, backlog_->unsent(), kSendBytesPerTurn)) {
    case SendOutcome::Done:
      backlog_.reset();
      return true;
    case SendOutcome::BudgetSpent:
      context_.loop.call_again(token_);
      return false;
    case SendOutcome::Blocked:
      return false;
    case SendOutcome::Failed:
      reset();
      return false;
  }
  return false;
}

/// A close while input is unread makes the kernel send a reset, which can overtake the answer (RFC 9112
/// §9.6).
void Connection::end_after_last_answer() {
  if (!has_unread_input_ && !is_readable_) {
    close();
    return;
  }
  stream_.shut_down_sending();
  is_lingering_ = true;
  is_readable_ = true;
}

void Connection::push(std::string_view text) {
  guarded([&] {
    if (backlog_) {
      if (backlog_->unsent().text.size() + text.size() > kLiveBacklogBytesMax) {
        close();
      } else {
        backlog_->append_text(text);
      }
      return;
    }
    Unsent unsent{.text = text, .parts = {}};
    const SendOutcome outcome = send_some(stream_, unsent, kSendBytesPerTurn);
    if (outcome == SendOutcome::Failed) {
      reset();
    } else if (outcome != SendOutcome::Done) {
      backlog_ = std::make_unique<Backlog>(unsent.text);
      acknowledged_bytes_ = stream_.acknowledged_bytes();
      update_deadline();
    }
  });
}

void Connection::drain() {
  // A request may have come that no event has told of yet.
  is_readable_ = true;
  step();
  if (stream_.is_open() && (is_live_ || is_between_requests())) {
    close();
  }
}

void Connection::close() {
  if (stream_.is_open()) {
    leave();
    stream_.close();
  }
}

void Connection::reset() {
  if (stream_.is_open()) {
    leave();
    stream_.reset();
  }
}

void Connection::leave() {
  cancel();
  if (is_live_) {
    context_.live_hub->remove(*this);
  }
  context_.loop.forget(token_, stream_.fd());
  context_.owner->retire(*this);
}

Connection::Wait Connection::current_wait() const {
  if (backlog_) {
    return Wait::Room;
  }
  if (is_live_) {
    return Wait::Publication;
  }
  if (is_lingering_) {
    return Wait::End;
  }
  if (input_ && input_->reader.is_inside_body()) {
    return Wait::Body;
  }
  if (input_ && input_->reader.is_inside_request()) {
    return Wait::Head;
  }
  return has_answered_ ? Wait::NextRequest : Wait::FirstByte;
}

net::TimerList* Connection::deadlines_of(Wait wait) {
  DeadlineLists& deadlines = context_.deadlines;
  switch (wait) {
    case Wait::FirstByte:
      return &deadlines.silence;
    case Wait::Head:
      return &deadlines.head;
    case Wait::Body:
    case Wait::End:
      return &deadlines.drain;
    case Wait::Room:
      return &deadlines.write_stall;
    case Wait::NextRequest:
      return &deadlines.idle;
    case Wait::Undecided:
    case Wait::Publication:
      break;
  }
  return nullptr;
}

/// A deadline runs from the moment that its wait began: bytes that trickle in do not put it off.
void Connection::update_deadline() {
  const Wait wait = current_wait();
  if (wait == wait_) {
    return;
  }
  wait_ = wait;
  if (net::TimerList* deadlines = deadlines_of(wait)) {
    deadlines->start(*this, context_.loop.now());
  } else {
    cancel();
  }
}

void Connection::on_timeout() {
  const Wait wait = std::exchange(wait_, Wait::Undecided);
  guarded([this, wait] { on_deadline(wait); });
  if (stream_.is_open()) {
    step();
  }
}

void Connection::on_deadline(Wait wait) {
  if (wait == Wait::Room) {
    check_progress();
  } else if (wait == Wait::Head || wait == Wait::Body) {
    refuse_and_end(408);
    flush(nullptr);
    input_.reset();
  } else {
    close();
  }
}

void Connection::check_progress() {
  const std::uint64_t acknowledged_bytes = stream_.acknowledged_bytes();
  if (acknowledged_bytes - acknowledged_bytes_ < context_.limits.progress_bytes_min) {
    reset();
  }
  acknowledged_bytes_ = acknowledged_bytes;
}

}  // namespace loom::server
