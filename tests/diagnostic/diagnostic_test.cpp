#include "diagnostic/diagnostic.hpp"

#include <catch2/catch.hpp>

using caveat::name_of;
using caveat::Severity;
using caveat::severity_named;

TEST_CASE("severities are known by the names that they print") {
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    CHECK(severity_named(name_of(severity)) == severity);
  }
  CHECK(std::string(name_of(Severity::warning)) == "warning");
  CHECK_FALSE(severity_named("Warning").has_value());
  CHECK_FALSE(severity_named("").has_value());
}
