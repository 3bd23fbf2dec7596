#include <algorithm>

#include "check/check.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

void report(const Checks& checks, const Document& document, std::uint32_t term,
            std::uint32_t begin, std::uint32_t end, std::vector<Diagnostic>& diagnostics) {
  const auto& code = checks.terms[term];
  Diagnostic diagnostic;
  diagnostic.span = span_of(document, begin, end);
  diagnostic.severity = code.wording.severity;
  diagnostic.rule = code.wording.rule;
  diagnostic.category = code.wording.category;
  diagnostic.url = code.wording.url;
  diagnostic.message =
      "\"" + words_of(document, begin, end) + "\" is a misspelling of " + code.correct;
  for (const auto& note : code.wording.notes) diagnostic.notes.push_back({note, {}});
  diagnostic.fixes.push_back({"replace with \"" + code.correct + "\"", FixSafety::safe,
                              {{diagnostic.span, code.correct}}});
  diagnostics.push_back(std::move(diagnostic));
}

/// The end of a listed wrong form at `token`, or 0.
std::uint32_t wrong_form(const Checks& checks, const Document& document, std::uint32_t token,
                         std::uint32_t& term) {
  std::uint32_t end = 0;
  for (const auto& tag : tags_at(document.tagging, token)) {
    const auto wrong = checks.wrong_names.find(tag.symbol);
    if (wrong == checks.wrong_names.end() || tag.end <= end) continue;
    end = tag.end;
    term = wrong->second;
  }
  return end;
}

/// Folded words of a window of tokens, for names of several words.
struct Window {
  std::vector<std::string> folded;
  std::vector<std::string_view> words;
};

void fill(Window& window, const Document& document, std::uint32_t token, std::uint32_t last) {
  window.words.clear();
  window.folded.resize(checked_window);
  for (auto at = token; at < last && at < token + checked_window; ++at) {
    auto& folded = window.folded[at - token];
    folded.clear();
    append_folded(slice(*document.source, document.prose.tokens[at].span), folded);
    window.words.push_back(folded);
  }
}

}  // namespace
}  // namespace caveat
