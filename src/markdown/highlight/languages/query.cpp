#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"

namespace loom::markdown::highlight {
namespace {

constexpr BlockComment kBlock[] = {{"/*", "*/"}};

constexpr WordClass kSqlWords[] = {{Token::Keyword,
                                    "add all alter analyze as asc begin between by cascade case check "
                                    "collate column commit conflict constraint create "
                                    "cross current_date current_timestamp database declare default delete "
                                    "desc distinct do drop else end escape except "
                                    "exec execute exists explain fetch filter for foreign from full function "
                                    "grant group having if ignore in index inner "
                                    "insert intersect into join key language left like limit loop "
                                    "materialized merge natural nothing of offset on only "
                                    "or order outer over partition pragma primary procedure recursive "
                                    "references replace returning returns revoke right "
                                    "rollback row rows savepoint schema select sequence set table temporary "
                                    "then to transaction trigger truncate union "
                                    "unique update using values view when where while window with without"},
                                   {Token::KeywordType,
                                    "bigint bigserial binary blob boolean bytea char character date datetime "
                                    "decimal double float int integer interval "
                                    "json jsonb nchar numeric nvarchar precision real serial smallint text "
                                    "time timestamp timestamptz tinyint uuid "
                                    "varbinary varchar varying"},
                                   {Token::KeywordConstant, "true false null"},
                                   {Token::WordOperator, "and not is ilike"}};
constexpr StringRule kSqlStrings[] = {
    {.open = "'",
     .close = "'",
     .token = Token::SingleQuoted,
     .escape = '\0',
     .doubled_close = true,
     .multi_line = true,
     .prefixes = "eEnNbBxX"},
    {.open = "\"", .close = "\"", .token = Token::Symbol, .escape = '\0', .doubled_close = true},
    {.open = "`", .close = "`", .token = Token::Symbol, .escape = '\0'}};
constexpr Feature kSqlFeatures[] = {take_dollar_quoted};
constexpr Sigil kSqlSigils[] = {
    {.mark = '@', .name_extra = "@"}, {.mark = '$', .single = "123456789"}, {.mark = ':'}};

constexpr WordClass kGraphqlWords[] = {
    {Token::Keyword,
     "extend fragment implements input mutation on query repeatable scalar schema subscription"},
    {Token::KeywordDeclaration, "type interface enum union directive", Token::Class},
    {Token::KeywordType, "Boolean Float ID Int String"},
    {Token::KeywordConstant, "true false null"}};
constexpr StringRule kGraphqlStrings[] = {{.open = "\"\"\"", .close = "\"\"\"", .multi_line = true},
                                          {.open = "\"", .close = "\""}};
constexpr Sigil kGraphqlSigils[] = {{.mark = '$'}, {.mark = '@', .token = Token::Decorator}};

constexpr WordClass kProtobufWords[] = {{Token::Keyword,
                                         "edition extend extensions max oneof option optional packed "
                                         "repeated required reserved returns rpc stream syntax to"},
                                        {Token::KeywordDeclaration, "message enum service", Token::Class},
                                        {Token::KeywordImport, "package", Token::Namespace},
                                        {Token::KeywordImport, "import public weak"},
                                        {Token::KeywordType,
                                         "bool bytes double fixed32 fixed64 float int32 int64 map sfixed32 "
                                         "sfixed64 sint32 sint64 string uint32 uint64"},
                                        {Token::KeywordConstant, "true false"}};
constexpr StringRule kProtobufStrings[] = {{.open = "\"", .close = "\""},
                                           {.open = "'", .close = "'", .token = Token::SingleQuoted}};

constexpr Language kLanguages[] = {{.name = "sql",
                                    .aliases = "mysql postgres postgresql psql plpgsql sqlite tsql mssql",
                                    .words = kSqlWords,
                                    .strings = kSqlStrings,
                                    .line_comments = "-- #",
                                    .block_comments = kBlock,
                                    .sigils = kSqlSigils,
                                    .features = kSqlFeatures,
                                    .ignore_case = true,
                                    .comment_after_space = true,
                                    .call = Token::Function},
                                   {.name = "graphql",
                                    .aliases = "gql",
                                    .words = kGraphqlWords,
                                    .strings = kGraphqlStrings,
                                    .line_comments = "#",
                                    .sigils = kGraphqlSigils,
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .key = Token::Attribute,
                                    .key_marks = ":"},
                                   {.name = "protobuf",
                                    .aliases = "proto proto3",
                                    .words = kProtobufWords,
                                    .strings = kProtobufStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .call = Token::Function,
                                    .capitalised = Token::Class}};

}  // namespace

std::span<const Language> query_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
