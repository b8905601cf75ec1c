#include "build/functions/site_environment.h"

namespace loom::build {

templating::Environment make_site_environment() {
  templating::Environment environment;
  add_url_functions(environment);
  add_content_functions(environment);
  add_data_functions(environment);
  add_text_functions(environment);
  return environment;
}

}  // namespace loom::build
