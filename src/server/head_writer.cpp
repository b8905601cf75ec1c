#include "server/head_writer.h"

namespace loom::server {
namespace {

std::string_view connection_field(Persistence persistence) {
  switch (persistence) {
    case Persistence::KeepAliveSaid:
      return "Connection: keep-alive\r\n";
    case Persistence::Close:
      return "Connection: close\r\n";
    case Persistence::KeepAlive:
      break;
  }
  return {};
}

}  // namespace

void append_head(std::string& out, const Response& response, const CommonFields& common,
                 Persistence persistence) {
  out += response.status_line;
  out += response.fields;
  out += response.extra_fields.text();
  out += common.date;
  out += common.generation;
  out += connection_field(persistence);
  out += "\r\n";
}

}  // namespace loom::server
