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
pkg_check_modules(jpeg REQUIRED IMPORTED_TARGET libjpeg)
pkg_check_modules(png REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(webp REQUIRED IMPORTED_TARGET libwebp libwebpdemux libwebpmux)
pkg_check_modules(avif REQUIRED IMPORTED_TARGET libavif)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
# Headers only: what is used of it is compiled where it is used.
find_path(LOOM_STB stb/stb_image.h REQUIRED)
# Headers only: the library is loaded when it is first used.
find_path(LOOM_CURL curl/curl.h REQUIRED)
# Tables only, in a folder named after their version.
file(GLOB LOOM_DEUNICODE_FOLDERS /usr/share/cargo/registry/deunicode-*/src)
find_path(LOOM_DEUNICODE_FOLDER pointers.bin PATHS ${LOOM_DEUNICODE_FOLDERS} REQUIRED)

# Debian ships no .pc file for these two.
find_library(LOOM_STEMMER stemmer REQUIRED)
add_library(stemmer INTERFACE)
target_link_libraries(stemmer INTERFACE ${LOOM_STEMMER})
find_library(LOOM_CMARK_GFM_EXTENSIONS cmark-gfm-extensions REQUIRED)
add_library(cmark_gfm_extensions INTERFACE)
target_link_libraries(cmark_gfm_extensions INTERFACE ${LOOM_CMARK_GFM_EXTENSIONS})
