// All functions of a site together. Tested by tests/build/functions/url_functions_test.cpp.
#include "build/functions/site_environment.h"

namespace loom::build {

templating::Environment make_site_environment() {
  templating::Environment environment;
  add_url_functions(environment);
  add_content_functions(environment);
  add_data_functions(environment);
  add_load_data(environment);
  add_image_functions(environment);
  add_bundle_functions(environment);
  add_text_functions(environment);
  add_markdown_filter(environment);
  return environment;
}

}  // namespace loom::build
