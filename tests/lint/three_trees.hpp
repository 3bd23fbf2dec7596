// A pack of three rules with one word each, so that a text shows what of it is told: "amber" is t/a
// of safety, "birch" t/b of safety, "cedar" t/c of fact.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "lint/lint_text.hpp"

namespace caveat {

inline std::string tree_rule(const std::string& id, const std::string& category,
                             const std::string& word) {
  return "[[rule]]\nid = \"" + id + "\"\ncategory = \"" + category + "\"\nmatch = \"'" + word +
         "'\"\nmessage = \"found\"\nwhy = \"w\"\nsource = { title = \"t\", year = 2024, url = " +
         "\"https://example.org\" }\nflags = [\"" + word + " a\", \"" + word + " b\", \"" + word +
         " c\"]\nallows = [\"x\", \"y\", \"z\"]\n";
}

inline const Compiled& trees() {
  static const Compiled compiled =
      load_pack(tree_rule("a", "safety", "amber") + tree_rule("b", "safety", "birch") +
                tree_rule("c", "fact", "cedar"));
  return compiled;
}

/// `rule «words»` a line for every finding, with the message of those on comments.
inline std::string found_in(const Compiled& packs, const std::string& text,
                            const LintOptions& options) {
  const auto source = make_source("text", text);
  std::string lines;
  for (const auto& diagnostic : lint(source, *packs.rules, *packs.desk, options)) {
    const bool own = diagnostic.category == "suppression";
    lines += diagnostic.rule + " " + words_at(source, diagnostic.span);
    lines += own ? " " + diagnostic.message + "\n" : "\n";
    if (own) CHECK(diagnostic.severity == Severity::warning);
  }
  return lines;
}

}  // namespace caveat
