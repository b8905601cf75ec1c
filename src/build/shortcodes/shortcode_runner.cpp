#include "build/shortcodes/shortcode_runner.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/edit_distance.h"
#include "build/shortcodes/limits.h"
#include "build/shortcodes/shortcode_set.h"
#include "markdown/shortcode_parser.h"
#include "templating/render.h"

namespace loom::build {
namespace {

using markdown::ShortcodeCall;
using markdown::ShortcodePiece;
using templating::Value;

void replace_carriage_returns(std::string& text) {
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') {
      text[written++] = text[i];
    }
  }
  text.resize(written);
}

/// Counts the runs on this thread that stand inside one another.
class RunDepth {
 public:
  RunDepth() { ++depth; }
  RunDepth(const RunDepth&) = delete;
  RunDepth& operator=(const RunDepth&) = delete;
  ~RunDepth() { --depth; }

  static bool is_too_deep() { return depth > kShortcodeRunDepthMax; }

 private:
  static inline thread_local std::size_t depth = 0;
};

class Runner {
 public:
  Runner(std::string_view text, const ShortcodeScene& scene, base::Diagnostics& diagnostics)
      : text_(text), scene_(scene), diagnostics_(diagnostics) {}

  markdown::AssembledText run() {
    markdown::AssembledText assembled(text_, scene_.first_line);
    const markdown::ParsedShortcodes parsed = markdown::parse_shortcodes(text_);
    for (const markdown::ShortcodeProblem& problem : parsed.problems) {
      report(problem.begin, problem.end, problem.message, problem.hint);
    }
    warn_of_unfinished(parsed.unfinished);
    if (!parsed.problems.empty()) {
      assembled.add_source(text_, 0);
    }
    for (const ShortcodePiece& piece : parsed.pieces) {
      add(assembled, piece);
    }
    return assembled;
  }

 private:
  void add(markdown::AssembledText& assembled, const ShortcodePiece& piece) {
    if (piece.call == nullptr) {
      assembled.add_source(piece.text, piece.offset);
      return;
    }
    const FoundShortcode found = find(*piece.call);
    std::string output = render(*piece.call, found);
    if (found.is_markdown) {
      assembled.add_markdown(output, piece.offset);
    } else {
      assembled.add_html(std::move(output), piece.offset);
    }
  }

  /// Reports a name that no template has.
  FoundShortcode find(const ShortcodeCall& call) {
    FoundShortcode found = find_shortcode(scene_.host, call.name);
    if (found.template_name.empty() && !found.is_broken) {
      const auto nearest = base::find_nearest_name(call.name, shortcode_names(scene_.host));
      report(call.begin, call.end, fmt::format("there is no shortcode `{}`", call.name),
             (nearest ? fmt::format("did you mean `{}`", *nearest)
                      : fmt::format("add templates/shortcodes/{}.html", call.name)) +
                 "; to show the call as text write " +
                 (call.has_body ? "`{%/* ... */%}` and `{%/* end */%}`" : "`{{/* ... */}}`"));
    }
    return found;
  }

  /// What the call prints; "" after a mistake. Bodies nest no deeper than kShortcodeDepthMax.
  std::string render(const ShortcodeCall& call, const FoundShortcode& found) {
    std::optional<std::string> body;
    if (call.has_body) {
      body = render_body(call.body);
    }
    std::string output;
    if (found.template_name.empty()) {
      return output;
    }
    templating::RenderInput input{*scene_.host.templates, *scene_.host.environment, found.template_name,
                                  context_of(call, body)};
    input.host = const_cast<RenderHost*>(&scene_.host);
    input.random_seed = base::hash64(call.name, base::hash64(scene_.file, call.begin));
    input.limits.output_bytes_max = kShortcodeOutputBytesMax - output_bytes_;
    base::Diagnostics found_mistakes;
    templating::render(input, output, found_mistakes);
    add_mistakes(call, found_mistakes);
    output_bytes_ += std::min(output.size(), kShortcodeOutputBytesMax - output_bytes_);
    replace_carriage_returns(output);
    return output;
  }

  std::string render_body(const std::vector<ShortcodePiece>& pieces) {
    std::string body;
    for (const ShortcodePiece& piece : pieces) {
      if (piece.call == nullptr) {
        body += piece.text;
      } else {
        body += render(*piece.call, find(*piece.call));
      }
    }
    while (!body.empty() && base::is_space(body.back())) {
      body.pop_back();
    }
    return body;
  }

  /// The scene's variables win over `body` and `nth`, those over arguments, those over defaults.
  Value context_of(const ShortcodeCall& call, const std::optional<std::string>& body) const {
    Value::Map variables = scene_.variables;
    const auto add = [&](std::string_view name, Value value) {
      const bool is_taken = std::any_of(variables.begin(), variables.end(),
                                        [&](const auto& entry) { return entry.first == name; });
      if (!is_taken) {
        variables.emplace_back(name, std::move(value));
      }
    };
    add("nth", Value::integer(call.nth));
    if (body) {
      add("body", Value::view(*body));
    }
    for (const auto& [name, value] : call.arguments) {
      add(name, Value::data(value));
    }
    for (const auto& [name, value] : scene_.defaults) {
      add(name, value);
    }
    return Value::map(std::move(variables));
  }

  /// A template's mistakes are where they are in the template; the call is how one came there.
  void add_mistakes(const ShortcodeCall& call, const base::Diagnostics& found) {
    for (base::Diagnostic item : found.items()) {
      const base::LinePosition position = base::find_line_position(text_, call.begin);
      item.trail.push_back(fmt::format("while rendering the shortcode `{}` of {}:{}:{}", call.name,
                                       scene_.file, position.line + scene_.first_line - 1, position.column));
      diagnostics_.add(std::move(item));
    }
  }

  void warn_of_unfinished(const std::vector<markdown::UnfinishedTag>& unfinished) {
    if (unfinished.empty()) {
      return;
    }
    const std::vector<std::string> names = shortcode_names(scene_.host);
    for (const markdown::UnfinishedTag& tag : unfinished) {
      if (std::binary_search(names.begin(), names.end(), tag.name)) {
        base::Diagnostic warning =
            diagnostic_at(tag.offset, tag.offset + 1,
                          fmt::format("this is no call of the shortcode `{}`, so it stays text", tag.name));
        warning.severity = base::Severity::Warning;
        warning.hint = fmt::format("what stands here should be {}", tag.expected);
        diagnostics_.add(std::move(warning));
      }
    }
  }

  base::Diagnostic diagnostic_at(std::size_t begin, std::size_t end, std::string message) const {
    base::Diagnostic diagnostic = base::make_error_at(scene_.file, text_, begin, std::move(message));
    diagnostic.line += scene_.first_line - 1;
    const std::string_view marked = text_.substr(begin, text_.substr(begin, end - begin).find('\n'));
    diagnostic.length = static_cast<std::uint32_t>(std::min(marked.size(), end - begin));
    return diagnostic;
  }

  void report(std::size_t begin, std::size_t end, std::string message, std::string hint) {
    base::Diagnostic diagnostic = diagnostic_at(begin, end, std::move(message));
    diagnostic.hint = std::move(hint);
    diagnostics_.add(std::move(diagnostic));
  }

  std::string_view text_;
  const ShortcodeScene& scene_;
  base::Diagnostics& diagnostics_;
  std::size_t output_bytes_ = 0;
};

}  // namespace

markdown::AssembledText run_shortcodes(std::string_view text, const ShortcodeScene& scene,
                                       base::Diagnostics& diagnostics) {
  const RunDepth depth;
  if (RunDepth::is_too_deep()) {
    base::Diagnostic diagnostic;
    diagnostic.message = fmt::format("shortcodes run one another more than {} deep", kShortcodeRunDepthMax);
    diagnostic.hint = "a shortcode must not print a call of itself and pass it to `markdown`";
    diagnostics.add(std::move(diagnostic));
    return markdown::AssembledText("", 1);
  }
  return Runner(text, scene, diagnostics).run();
}

}  // namespace loom::build
