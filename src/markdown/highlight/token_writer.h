// Turns tokens into HTML: one span per token, never across a line end. One thread.
#pragma once

#include <string>
#include <string_view>

#include "markdown/highlight/token.h"
#include "markdown/highlight/token_tags.h"

namespace loom::markdown::highlight {

class TokenWriter {
 public:
  /// Appends to `out`. Both outlive the writer.
  TokenWriter(std::string& out, const TokenTags& tags) : out_(out), tags_(tags) {}
  TokenWriter(const TokenWriter&) = delete;
  TokenWriter& operator=(const TokenWriter&) = delete;
  ~TokenWriter() { close(); }

  /// Neighbours of one class on one line share a span.
  void write(Token token, std::string_view text);

 private:
  void write_line(Token token, std::string_view text);
  void close();

  std::string& out_;
  const TokenTags& tags_;
  Token open_ = Token::Plain;
};

}  // namespace loom::markdown::highlight
