// One function for each command. All print to `output` and complain to standard error; none exits.
#pragma once

#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace caveat {

Exit run_check(const Settings& settings, Output& output);
Exit run_explain(const Settings& settings, Output& output);
Exit run_rules(const Settings& settings, Output& output);
Exit run_test(const Settings& settings, Output& output);
Exit run_parse(const Settings& settings, Output& output);
Exit run_stream(const Settings& settings, Output& output);
Exit run_whynot(const Settings& settings, Output& output);
Exit run_claims(const Settings& settings, Output& output);
Exit run_init(const Settings& settings, Output& output);
Exit run_schema(Output& output);
Exit run_diff(const Settings& settings, Output& output);
Exit run_config(const Settings& settings, Output& output);

}  // namespace caveat
