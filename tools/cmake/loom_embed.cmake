# loom_embed_theme(TARGET): compiles every file below templates/ into TARGET as embedded_theme_files().
# Run as a script (cmake -P) it writes the source file, so that an edit of a template recompiles that file only.
if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*)
  list(SORT files)
  set(arrays "")
  set(rows "")
  set(index 0)
  foreach(file ${files})
    file(READ ${ROOT}/${file} hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
    string(APPEND arrays "constexpr char kFile${index}[] = {${bytes}'\\0'};\n")
    string(APPEND rows "    {\"${file}\", {kFile${index}, ${size}}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(WRITE ${OUTPUT} "#include \"build/embedded_theme.h\"\n\nnamespace loom::build {\nnamespace {\n\n${arrays}
constexpr EmbeddedFile kFiles[] = {\n${rows}};\n\n}  // namespace\n
std::span<const EmbeddedFile> embedded_theme_files() {\n  return kFiles;\n}\n\n}  // namespace loom::build\n")
  return()
endif()

set(LOOM_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(loom_embed_theme target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/templates/*)
  set(output ${CMAKE_BINARY_DIR}/embedded_theme.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_SOURCE_DIR}/templates -DOUTPUT=${output} -P ${LOOM_EMBED_SCRIPT}
    DEPENDS ${files} ${LOOM_EMBED_SCRIPT}
    COMMENT "Embedding the built-in theme")
  target_sources(${target} PRIVATE ${output})
endfunction()

# loom_embed_elasticlunr(TARGET): compiles elasticlunr.min.js of LOOM_NPM_FOLDER into TARGET as elasticlunr_script(),
# an empty text when npm has not put it there.
set(LOOM_NPM_FOLDER ${CMAKE_SOURCE_DIR}/build/npm/node_modules CACHE PATH "Where tools/npm/package.json is installed")

function(loom_embed_elasticlunr target)
  set(script ${LOOM_NPM_FOLDER}/elasticlunr/elasticlunr.min.js)
  set(bytes "")
  if(EXISTS ${script})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${script})
    file(READ ${script} hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  else()
    message(STATUS "Without ${script}: search indexes are made, but not the script that reads them")
  endif()
  set(output ${CMAKE_BINARY_DIR}/embedded_elasticlunr.cpp)
  file(CONFIGURE OUTPUT ${output} CONTENT [[#include "build/search/search_client.h"

namespace loom::build {
namespace {

constexpr char kScript[] = {@bytes@'\0'};

}  // namespace

std::string_view elasticlunr_script() {
  return {kScript, sizeof kScript - 1};
}

}  // namespace loom::build
]] @ONLY)
  target_sources(${target} PRIVATE ${output})
endfunction()

# loom_embed_transliteration(TARGET): the tables of the deunicode crate as transliteration_pointers() and
# transliteration_texts().
function(loom_embed_transliteration target)
  foreach(table pointers.bin mapping.txt)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${LOOM_DEUNICODE_FOLDER}/${table})
    file(READ ${LOOM_DEUNICODE_FOLDER}/${table} hex HEX)
    # As a string: an array of as many numbers takes the compiler much longer.
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
    set(${table}_bytes "${bytes}")
  endforeach()
  set(output ${CMAKE_BINARY_DIR}/embedded_transliteration.cpp)
  file(CONFIGURE OUTPUT ${output} CONTENT [[#include "base/transliteration_tables.h"

namespace loom::base {
namespace {

constexpr char kPointers[] = "@pointers.bin_bytes@";
constexpr char kTexts[] = "@mapping.txt_bytes@";

}  // namespace

std::string_view transliteration_pointers() {
  return {kPointers, sizeof kPointers - 1};
}

std::string_view transliteration_texts() {
  return {kTexts, sizeof kTexts - 1};
}

}  // namespace loom::base
]] @ONLY)
  # Longer than a literal must be allowed to be; both compilers take it.
  set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE ${output})
endfunction()
