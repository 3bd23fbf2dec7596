// Comments that are addressed to caveat. A reader of a format finds the comments, this file tells
// which of them are meant and what they say; what they silence is decided in lint/suppress.cpp.
//
//   <!-- caveat-disable-next-line kratom/efficacy testimonial -- quoted from the trial -->
//   caveat-disable kratom/efficacy            a line of plain text that holds nothing else
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "format/block.hpp"

namespace caveat {

enum class DirectiveKind : std::uint8_t {
  disable_next_line,  ///< findings that begin on the next line that is not blank
  disable,            ///< from here to the next `enable` of the rule, or the end of the file
  enable,
  disable_file,
  unknown,  ///< "caveat-disabel": meant for caveat, and a mistake
};

struct Verb {
  std::string_view name;
  DirectiveKind kind;
};

/// All verbs but the unknown ones.
std::span<const Verb> verbs();

/// What a directive says, as places in the file.
struct Order {
  DirectiveKind kind = DirectiveKind::unknown;
  Span verb;                ///< "caveat-disable"
  std::vector<Span> rules;  ///< "kratom/efficacy", a category, or a pack: "kratom/*"
  Span reason;              ///< what follows "--" or a dash; empty if there is none
};

/// Notes the comment `whole` if its words start with "caveat-"; `words` may have white space
/// around.
void take_directive(std::string_view bytes, Span whole, Span words,
                    std::vector<Directive>& directives);

/// The same for a line of plain text that holds comments "<!-- … -->" and nothing else, or is a
/// bare one. A bare line must start with one of the known verbs, so that no sentence is taken for
/// one. Whether it was one.
bool take_directive_line(std::string_view bytes, Span line, std::vector<Directive>& directives);

Order read_directive(std::string_view bytes, const Directive& directive);

}  // namespace caveat
