#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"

namespace loom::markdown::highlight {
namespace {

constexpr std::string_view kNameStart = "+*/<>=!?&%";
constexpr std::string_view kNamePart = "+*/<>=!?&%-.'#:";

constexpr StringRule kStrings[] = {{.open = "\"", .close = "\"", .multi_line = true}};
constexpr BlockComment kComments[] = {{"#|", "|#", true}};
constexpr Sigil kKeywords[] = {{.mark = ':', .token = Token::Symbol, .name_extra = "-/.?!"}};
constexpr Feature kFeatures[] = {take_lisp_character};

constexpr WordClass kLispWords[] = {
    {Token::Keyword,
     "and begin block case cond do dolist dotimes else eval-when flet for if labels lambda let let* letrec "
     "loop macrolet "
     "multiple-value-bind or progn prog1 quote return return-from set! setf setq unless unwind-protect when "
     "while"},
    {Token::KeywordDeclaration, "defun defmacro defgeneric defmethod defsubst", Token::Function},
    {Token::KeywordDeclaration, "defclass defstruct deftype defpackage define-record-type", Token::Class},
    {Token::KeywordDeclaration, "defvar defparameter defconstant defcustom define define-syntax syntax-rules",
     Token::Variable},
    {Token::KeywordImport, "require provide import export library in-package use-package"},
    {Token::KeywordConstant, "nil t #t #f #true #false"}};

constexpr WordClass kClojureWords[] = {
    {Token::Keyword,
     "and binding case catch comment cond condp do doseq dotimes finally fn for if if-let if-not lazy-seq "
     "let letfn loop "
     "new or quote recur set! throw try var when when-first when-let when-not while -> ->> as-> some->"},
    {Token::KeywordDeclaration, "defn defn- defmacro defmethod defmulti", Token::Function},
    {Token::KeywordDeclaration, "defprotocol defrecord deftype", Token::Class},
    {Token::KeywordDeclaration, "def defonce", Token::Variable},
    {Token::KeywordImport, "ns in-ns", Token::Namespace},
    {Token::KeywordConstant, "nil true false"}};

constexpr Language kLanguages[] = {
    {.name = "lisp",
     .aliases = "common-lisp cl scheme scm racket rkt elisp emacs-lisp emacs el",
     .words = kLispWords,
     .strings = kStrings,
     .line_comments = ";",
     .block_comments = kComments,
     .sigils = kKeywords,
     .features = kFeatures,
     .word_start = kNameStart,
     .word_part = kNamePart,
     .list_head = Token::Function},
    {.name = "clojure",
     .aliases = "clj cljs cljc edn",
     .words = kClojureWords,
     .strings = kStrings,
     .line_comments = ";",
     .sigils = kKeywords,
     .features = kFeatures,
     .word_start = kNameStart,
     .word_part = kNamePart,
     .list_head = Token::Function}};

}  // namespace

std::span<const Language> lisp_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
