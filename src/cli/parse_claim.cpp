#include "cli/parse_claim.hpp"

#include "diagnostic/quoted.hpp"

#include <algorithm>
#include <array>

namespace caveat {

namespace {

constexpr std::size_t indent = 9;
constexpr std::size_t step_indent = 11;
constexpr std::size_t says_indent = 25;

struct Page {
  const ClaimFact& claim;
  Color color;
  std::string& out;
};

void append_step(const Page& page, const Piece& label, const Pieces& pieces) {
  const Piece shifted{std::string(step_indent, ' ') + label.text, label.ink};
  append_styled(shifted, says_indent, pieces, page.color, page.out);
}

void say(const std::string& what, Pieces& pieces) {
  if (!pieces.empty()) pieces.push_back({", "});
  pieces.push_back({what});
}

/// "kratom / relieve / pain": who does what to what.
std::string title_of(const ClaimFact& claim) {
  std::string title;
  for (const PartFact& part : claim.parts) {
    if (part.name != "intervention" && part.name != "effect" && part.name != "outcome") continue;
    title += (title.empty() ? "" : " / ") + part.words;
  }
  return claim.harm ? title + " (a harm)" : title;
}

void append_head(const Page& page) {
  const char* label = page.claim.statement ? "states" : "claim";
  append_styled({label}, indent, {{page.claim.form + ": "}, {title_of(page.claim), Ink::place}},
                page.color, page.out);
}

/// Parts that the head does not name.
void append_parts(const Page& page) {
  for (const PartFact& part : page.claim.parts) {
    if (part.name == "intervention" || part.name == "effect" || part.name == "outcome") continue;
    append_step(page, {part.name}, {{part.words}});
  }
}

void append_bare(const Page& page) {
  const ClaimFact& claim = page.claim;
  std::string why = "plainly said: no word of the effect has a strength of its own";
  if (claim.bare_of_form) why = "that of the form";
  if (!claim.bare_concept.empty())
    why = quoted(claim.bare_words) + " by itself (concept " + claim.bare_concept + ")";
  append_step(page, strong(claim.bare), {{why}});
}

void append_weight(const Page& page, const WeightFact& weight) {
  Pieces pieces = {{weight.cue.empty() ? "a frame: " : quoted(weight.cue) + ": "}};
  for (const Piece& piece : says_of(weight.scope)) pieces.push_back(piece);
  pieces.push_back({" (scope " + weight.scope.id + ")"});
  append_step(page, strong(weight.strength), pieces);
}

void append_sum(const Page& page) {
  const ClaimFact& claim = page.claim;
  std::string polarity = claim.negative ? "negative" : "positive";
  if (claim.certain) polarity += ", says that it is uncertain";
  const Piece sum = strong(claim.strength);
  append_step(page, {"= " + sum.text, sum.ink}, {{polarity}});
}

const char* finds(Effect effect) {
  switch (effect) {
    case Effect::benefit:
      return "a benefit";
    case Effect::none:
      return "no effect";
    case Effect::harm:
      return "harm";
    case Effect::unknown:
      break;
  }
  return "nothing sure";
}

void append_evidence(const Page& page, const EvidenceFact& known) {
  if (known.on.empty()) {
    append_step(page, {"evidence"}, {{quoted(known.outcome) + ": none on file"}});
    return;
  }
  Pieces pieces = {{known.on + ": " + name_of(known.certainty) + " (" + known.pack + "), finds " +
                    finds(known.effect) + ", carries "},
                   strong(known.carries)};
  append_step(page, {"evidence"}, pieces);
}

/// Whether what is known of every outcome carries the benefit that is claimed. Of a harm or a
/// denial that says nothing, and a claim may be let pass for another reason: silenced, or not
/// known.
bool fits(const ClaimFact& claim) {
  if (claim.harm || claim.negative) return false;
  return std::ranges::all_of(claim.evidence, [&](const EvidenceFact& known) {
    return !known.on.empty() && claim.strength <= known.carries;
  });
}

void append_verdict(const Page& page) {
  const ClaimFact& claim = page.claim;
  for (const FindingFact& finding : claim.findings) {
    const Ink ink = ink_of(finding.severity);
    append_step(page, {"verdict"},
                {{name_of(finding.severity), ink}, {" ["}, {finding.rule, ink}, {"]"}});
  }
  if (claim.findings.empty() && !claim.evidence.empty())
    append_step(page, {"verdict"}, {{fits(claim) ? "fits" : "nothing to report"}});
}

void append_production(const Page& page, const ProductionFact& production) {
  const std::string shift(2 * production.depth, ' ');
  append_styled({std::string(step_indent + 2, ' ') + shift + production.name, Ink::faint},
                says_indent + 10, {{quoted(production.words), Ink::faint}}, page.color, page.out);
}

}  // namespace

Piece strong(Strength strength) {
  constexpr std::array<Ink, 6> inks = {Ink::faint, Ink::cool, Ink::mild,
                                       Ink::warm,  Ink::hot,  Ink::alarm};
  return {name_of(strength), inks[static_cast<std::size_t>(strength)]};
}

Pieces says_of(const ScopeCode& scope) {
  Pieces pieces;
  if (scope.cap != Strength::absolute) {
    pieces.push_back({"at most "});
    pieces.push_back(strong(scope.cap));
  }
  if (scope.negates) say("negates", pieces);
  if (scope.voice != Voice::author) say(std::string("voice ") + name_of(scope.voice), pieces);
  if (scope.design != Design::unsaid) say(std::string("design ") + name_of(scope.design), pieces);
  if (scope.states) say(std::string("certainty ") + name_of(*scope.states), pieces);
  if (scope.certain) say("says that it is uncertain", pieces);
  if (scope.cites) say("a source", pieces);
  if (pieces.empty()) say("weighs nothing", pieces);
  if (scope.kind == ScopeKind::wording) say("of statements", pieces);
  return pieces;
}

void append_claim(const ClaimFact& claim, Color color, std::string& page) {
  const Page view{claim, color, page};
  append_head(view);
  append_parts(view);
  append_bare(view);
  for (const WeightFact& weight : claim.weights) append_weight(view, weight);
  append_sum(view);
  for (const EvidenceFact& known : claim.evidence) append_evidence(view, known);
  append_verdict(view);
  append_step(view, {"matched", Ink::faint}, {{quoted(claim.matched), Ink::faint}});
  for (const ProductionFact& production : claim.productions) append_production(view, production);
}

}  // namespace caveat
