#include "markdown/highlight/languages/languages.h"
#include "markdown/highlight/line_formats.h"
#include "markdown/highlight/yaml.h"

namespace loom::markdown::highlight {
namespace {

constexpr WordClass kJsonWords[] = {{Token::KeywordConstant, "true false null NaN Infinity"}};
constexpr StringRule kJsonStrings[] = {{.open = "\"", .close = "\""},
                                       {.open = "'", .close = "'", .token = Token::SingleQuoted}};
constexpr BlockComment kBlock[] = {{"/*", "*/"}};

constexpr WordClass kYamlWords[] = {
    {Token::KeywordConstant, "true false null True False Null TRUE FALSE NULL ~ yes no on off"}};

constexpr WordClass kTomlWords[] = {{Token::KeywordConstant, "true false inf nan"}};
constexpr StringRule kTomlStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true},
    {.open = "'''", .close = "'''", .token = Token::SingleQuoted, .escape = '\0', .multi_line = true},
    {.open = "\"", .close = "\""},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .escape = '\0'}};

constexpr WordClass kIniWords[] = {{Token::KeywordConstant, "true false yes no on off"}};
constexpr StringRule kIniStrings[] = {{.open = "\"", .close = "\""}};

constexpr Language kLanguages[] = {
    {.name = "json",
     .aliases = "json5 jsonc jsonl ndjson webmanifest geojson",
     .words = kJsonWords,
     .strings = kJsonStrings,
     .line_comments = "//",
     .block_comments = kBlock,
     .key = Token::Tag,
     .key_marks = ":",
     .string_keys = true},
    {.name = "yaml", .aliases = "yml", .words = kYamlWords, .lexer = lex_yaml},
    {.name = "toml",
     .words = kTomlWords,
     .strings = kTomlStrings,
     .line_comments = "#",
     .word_part = "-.",
     .section_headers = true,
     .key = Token::Attribute,
     .key_marks = "="},
    {.name = "ini",
     .aliases = "cfg conf dosini properties systemd service desktop env dotenv gitconfig editorconfig",
     .words = kIniWords,
     .strings = kIniStrings,
     .line_comments = "; #",
     .word_part = "-.",
     .comment_after_space = true,
     .section_headers = true,
     .key = Token::Attribute,
     .key_marks = "=:"},
    {.name = "diff", .aliases = "patch udiff", .lexer = lex_diff},
    {.name = "http", .aliases = "https", .lexer = lex_http},
    {.name = "text", .aliases = "txt plain plaintext none ascii"}};

}  // namespace

std::span<const Language> data_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
