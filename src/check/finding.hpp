// From what a check looks for to what it tells.
#pragma once

#include <string>

#include "check/checks.hpp"
#include "check/coded.hpp"
#include "diagnostic/diagnostic.hpp"

namespace caveat {

/// Of a rule of no pack's table, without a source.
Wording wording_of(const CodedRule& rule, Severity severity);

/// A diagnostic with the rule, category, severity and sources of `wording`.
Diagnostic finding(const Wording& wording, Span span, std::string message);

}  // namespace caveat
