#include "check/finding.hpp"

namespace caveat {

Wording wording_of(const CodedRule& rule, Severity severity) {
  return {std::string(rule.id), std::string(rule.category), severity, "", {}};
}

Diagnostic finding(const Wording& wording, Span span, std::string message) {
  Diagnostic diagnostic;
  diagnostic.span = span;
  diagnostic.severity = wording.severity;
  diagnostic.rule = wording.rule;
  diagnostic.category = wording.category;
  diagnostic.message = std::move(message);
  diagnostic.url = wording.url;
  for (const auto& note : wording.notes) diagnostic.notes.push_back({note, {}});
  return diagnostic;
}

}  // namespace caveat
