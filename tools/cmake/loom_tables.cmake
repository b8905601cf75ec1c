# loom_generate_tables(TARGET): names of days and months from Debian's package locales, compiled into TARGET.
set(LOOM_LOCALES /usr/share/i18n/locales CACHE PATH "Locale sources of the C library")

function(loom_generate_tables target)
  if(NOT EXISTS ${LOOM_LOCALES}/de_DE)
    message(FATAL_ERROR "the Debian package locales is needed; tools/build installs it")
  endif()
  add_executable(loom_make_tables ${CMAKE_SOURCE_DIR}/tools/generators/make_tables.cpp)
  target_link_libraries(loom_make_tables PRIVATE loom_settings)
  # A sanitizer has nothing to find here, and the fuzzer's has no main() of its own.
  target_compile_options(loom_make_tables PRIVATE -fno-sanitize=all)
  target_link_options(loom_make_tables PRIVATE -fno-sanitize=all)
  set(output ${CMAKE_BINARY_DIR}/generated_tables.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND loom_make_tables ${LOOM_LOCALES} ${output}
    DEPENDS loom_make_tables ${LOOM_LOCALES}/de_DE
    COMMENT "Making the tables of languages")
  target_sources(${target} PRIVATE ${output})
endfunction()
