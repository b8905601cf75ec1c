// All functions of a site together. Tested by tests/build/functions/url_functions_test.cpp.
#include "build/functions/site_environment.h"

namespace loom::build {

templating::Environment make_site_environment() {
  templating::Environment environment;
  add_url_functions(environment);
  add_content_functions(environment);
  add_data_functions(environment);
  add_text_functions(environment);
  for (const std::string name : {"resize_image", "get_image_metadata"}) {
    environment.add_absent(name,
                           "`" + name + "` is a function of Zola that this version of Loom does not have");
  }
  return environment;
}

}  // namespace loom::build
