# The Debian 12 packages Loom is built on; src/decisions/ gives the reason for each.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(cmark_gfm REQUIRED IMPORTED_TARGET libcmark-gfm)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(deflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(brotlienc REQUIRED IMPORTED_TARGET libbrotlienc)

# Debian ships no .pc file for the extensions of cmark-gfm.
find_library(LOOM_CMARK_GFM_EXTENSIONS cmark-gfm-extensions REQUIRED)
add_library(cmark_gfm_extensions INTERFACE)
target_link_libraries(cmark_gfm_extensions INTERFACE ${LOOM_CMARK_GFM_EXTENSIONS})
