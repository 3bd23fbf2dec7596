// caveat schema: what an editor needs to complete and check a pack.
#include "cli/schema.hpp"

#include "cli/commands.hpp"

namespace caveat {

Exit run_schema(Output& output) {
  print(output, pack_schema());
  return Exit::clean;
}

}  // namespace caveat
