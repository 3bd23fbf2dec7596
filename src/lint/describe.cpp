#include "lint/describe.hpp"

#include <algorithm>

#include "check/evidence.hpp"
#include "grammar/find.hpp"
#include "lint/rule_set.hpp"

namespace caveat {
namespace {

/// One sentence, under the matcher and marked, and its text.
struct Scene {
  const RuleSet& rules;
  Desk& desk;
  const LintOptions& options;
  ClaimReader reader;
  SentenceFacts& facts;
};

const Document& document_of(const Scene& scene) {
  return scene.desk.document;
}

std::string words_in(const Scene& scene, std::uint32_t begin, std::uint32_t end) {
  return begin < end ? words_of(document_of(scene), begin, end) : "";
}

/// Bytes of the text of the sentence.
Span shown(const Scene& scene, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return {};
  const auto first = scene.desk.matcher.subject.first;
  return hull(scene.facts.tokens[begin - first], scene.facts.tokens[end - 1 - first]);
}

/// The text as words_of tells it, grown token by token so that the place of each is known.
void add_text(const Document& document, const Sentence& sentence, SentenceFacts& facts) {
  for (auto token = sentence.first; token < sentence.last; ++token) {
    const auto own = words_of(document, token, token + 1);
    const bool first = token == sentence.first;
    const auto pair = first ? own : words_of(document, token - 1, token + 1);
    const auto known = first ? 0 : words_of(document, token - 1, token).size();
    facts.text += pair.substr(std::min(known, pair.size()));
    const auto end = static_cast<std::uint32_t>(facts.text.size());
    facts.tokens.push_back({end - static_cast<std::uint32_t>(own.size()), end});
    const bool opens = !first && document.marks.clause_start[token] != 0;
    if (opens) facts.clauses.push_back(token - sentence.first);
  }
}

/// A concept phrase with all that it means; literals of patterns are left out.
void add_phrases(Scene& scene, std::uint32_t token) {
  const auto& lexicon = scene.rules.lexicon;
  std::uint32_t end = 0;
  for (const auto& tag : tags_at(document_of(scene).tagging, token)) {
    if (tag.symbol >= lexicon.literals) continue;
    if (tag.end != end || tag.symbol < lexicon.concepts)
      scene.facts.phrases.push_back({shown(scene, token, tag.end), {}});
    scene.facts.phrases.back().means.push_back(lexicon.symbols[tag.symbol].name);
    end = tag.end;
  }
}

void add_frames(Scene& scene) {
  const auto governing = frames_of(document_of(scene).framing, scene.reader.sentence);
  const auto& frames = scene.rules.checks.frames;
  const auto& scopes = scene.rules.checks.scopes.scopes;
  for (std::size_t frame = 0; frame < frames.size(); ++frame) {
    if ((governing >> frame & 1U) == 0) continue;
    FrameFact fact{frames[frame].id, {}, frames[frame].silent};
    for (std::size_t scope = 0; scope < scopes.size(); ++scope) {
      if ((frames[frame].scopes >> scope & 1U) != 0) fact.scopes.push_back(scopes[scope].id);
    }
    scene.facts.frames.push_back(fact);
  }
}

void add_scopes(Scene& scene) {
  for (const auto& use : scene.desk.scope_uses) {
    scene.facts.scopes.push_back({scene.rules.checks.scopes.scopes[use.scope],
                                  shown(scene, use.cue_begin, use.cue_end),
                                  shown(scene, use.begin, use.end)});
  }
}

void add_cues(Scene& scene) {
  std::vector<CueUse> uses;
  const auto& set = scene.rules.checks.cues;
  find_cues(scene.desk.matcher, scene.rules.program, set, uses);
  for (const auto& use : uses) {
    const auto& cue = set.cues[use.cue];
    scene.facts.cues.push_back({cue.id, cue.kind == ScopeKind::negation,
                                shown(scene, use.cue_begin, use.cue_end),
                                shown(scene, use.begin, scope_end(document_of(scene), use))});
  }
}

void add_part(const Scene& scene, const char* name, const Capture& part, ClaimFact& fact) {
  if (!is_empty(part)) fact.parts.push_back({name, words_in(scene, part.begin, part.end)});
}

std::uint32_t name_end(const Scene& scene, std::uint32_t token) {
  const auto symbol = scene.rules.checks.forms.names.intervention;
  return std::max(longest(document_of(scene).tagging, token, symbol), token + 1);
}

void add_parts(const Scene& scene, const Claim& claim, ClaimFact& fact) {
  if (claim.intervention != no_id) {
    const auto end = name_end(scene, claim.intervention);
    add_part(scene, "intervention", {0, claim.intervention, end}, fact);
  }
  add_part(scene, "effect", claim.effect, fact);
  const bool whole = claim.form->statement;
  const auto outcomes =
      whole ? std::vector<Capture>{claim.outcome} : outcomes_of(scene.reader, claim);
  for (const auto& outcome : outcomes) add_part(scene, "outcome", outcome, fact);
  add_part(scene, "comparator", claim.comparator, fact);
  add_part(scene, "population", claim.population, fact);
  add_part(scene, "attribution", claim.attribution, fact);
  add_part(scene, "citation", claim.citation, fact);
  if (claim.voice != Voice::author) fact.parts.push_back({"voice", name_of(claim.voice)});
  if (claim.design != Design::unsaid) fact.parts.push_back({"design", name_of(claim.design)});
  if (claim.states) fact.parts.push_back({"certainty", name_of(*claim.states)});
}

/// From the bare words to the strength. Claims are weighed by other scopes than statements.
void add_computation(const Scene& scene, const Claim& claim, ClaimFact& fact) {
  const auto bare = bare_of(scene.reader, claim);
  fact.bare = bare.strength;
  fact.bare_of_form = claim.form->strength.has_value();
  fact.bare_words = words_in(scene, bare.words.begin, bare.words.end);
  if (bare.effect != no_id) fact.bare_concept = scene.rules.lexicon.symbols[bare.effect].name;
  const auto& scopes = scene.rules.checks.scopes.scopes;
  for (const auto& step : weighings_of(scene.reader, claim)) {
    const auto& scope = scopes[step.scope];
    if ((scope.kind == ScopeKind::wording) != fact.statement) continue;
    fact.weights.push_back(
        {scope, words_in(scene, step.cue.begin, step.cue.end), step.strength, step.negative});
  }
}

void add_productions(const Scene& scene, const Claim& claim, ClaimFact& fact) {
  const auto& program = scene.rules.program;
  const auto match = match_at(scene.desk.matcher, program, claim.form->match, claim.matched);
  if (match) fact.matched = words_in(scene, match->begin, match->end);
  for (const auto& call : calls_at(scene.desk.matcher, program, claim.form->match, claim.matched)) {
    if (call.end == no_id || call.end <= call.begin) continue;
    fact.productions.push_back({program.production_names[call.production],
                                words_in(scene, call.begin, call.end), call.depth});
  }
}

void add_evidence(const Scene& scene, const Claim& claim, ClaimFact& fact) {
  std::vector<Diagnostic> none;
  const auto& rules = scene.rules;
  auto& desk = scene.desk;
  const Work work{rules.checks,
                  rules.program,
                  rules.lexicon,
                  desk.document,
                  desk.due,
                  desk.matcher,
                  desk.scope_uses,
                  scene.options.profile,
                  0,
                  desk.claims,
                  desk.consistency.said,
                  none,
                  claim.sentence};
  for (const auto& weighed : weigh_outcomes(work, scene.reader, claim)) {
    EvidenceFact known{words_in(scene, weighed.outcome.begin, weighed.outcome.end), {}, {}};
    if (weighed.row != nullptr) {
      const auto& name = weighed.row->outcome_name;
      known.on = name.empty() ? known.outcome : name;
      known.pack = weighed.row->pack;
      known.certainty = weighed.row->certainty;
      known.effect = weighed.row->effect;
      known.carries = carried_by(*weighed.row);
    }
    fact.evidence.push_back(known);
  }
}

/// What was reported of a claim stands in the same place and is of its intervention.
void add_findings(const Scene& scene, const Claim& claim, ClaimFact& fact) {
  const auto place = place_of(document_of(scene), claim.begin, claim.end);
  for (const auto& finding : scene.facts.findings) {
    if (finding.place == place) fact.findings.push_back(finding);
  }
}

ClaimFact claim_fact(const Scene& scene, const Claim& claim) {
  ClaimFact fact;
  fact.form = claim.form->id;
  fact.statement = claim.form->statement;
  fact.harm = claim.form->harm;
  fact.certain = claim.certain;
  fact.words = shown(scene, claim.begin, claim.end);
  fact.strength = claim.strength;
  fact.negative = claim.negative;
  add_parts(scene, claim, fact);
  add_computation(scene, claim, fact);
  const bool weighed = !fact.statement && claim.intervention != no_id;
  if (weighed) add_evidence(scene, claim, fact);
  if (weighed) add_findings(scene, claim, fact);
  add_productions(scene, claim, fact);
  return fact;
}

void add_claims(Scene& scene) {
  std::vector<Claim> claims;
  const auto& forms = scene.rules.checks.forms;
  read_claims(scene.reader, forms.claims, claims);
  read_claims(scene.reader, forms.statements, claims);
  for (const auto& claim : claims) scene.facts.claims.push_back(claim_fact(scene, claim));
}

MatchFact match_fact(const Scene& scene, std::string_view id, const Match& match) {
  MatchFact fact{std::string(id), false, shown(scene, match.begin, match.end), {}};
  for (const auto& capture : match.captures) {
    if (capture.end <= capture.begin) continue;
    fact.slots.push_back({scene.rules.program.slot_names[capture.slot],
                          words_in(scene, capture.begin, capture.end)});
  }
  return fact;
}

/// Every match of a pattern, those that `unless` excuses too.
void add_matches(const Scene& scene, std::string_view id, PatternId pattern,
                 const std::optional<PatternId>& unless, std::vector<MatchFact>& facts) {
  auto& matcher = scene.desk.matcher;
  const auto& program = scene.rules.program;
  if (!may_match(matcher, program.patterns[pattern])) return;
  for (auto token = matcher.subject.first; token < matcher.subject.last; ++token) {
    const auto match = match_at(matcher, program, pattern, token);
    if (!match || match->end == match->begin) continue;
    facts.push_back(match_fact(scene, id, *match));
    facts.back().excused = excused(matcher, program, unless, *match);
    token = match->end - 1;
  }
}

void add_rules(Scene& scene) {
  const auto& checks = scene.rules.checks;
  for (const auto& form : checks.forms.claims)
    add_matches(scene, form.id, form.match, form.unless, scene.facts.excused);
  std::erase_if(scene.facts.excused, [](const MatchFact& match) { return !match.excused; });
  for (const auto& rule : checks.rules)
    add_matches(scene, rule.wording.rule, rule.match, rule.unless, scene.facts.rules);
}

/// What the whole text owes its readers says nothing of the sentence where it is told.
bool is_owed(const Scene& scene, const Diagnostic& diagnostic) {
  return std::ranges::any_of(scene.rules.checks.caveats, [&](const CaveatCode& caveat) {
    return caveat.wording.rule == diagnostic.rule;
  });
}

/// Of all findings of the document those that begin in the sentence and are about it.
void pick_findings(const Scene& scene, const std::vector<Diagnostic>& found) {
  const auto& subject = scene.desk.matcher.subject;
  const auto place = place_of(document_of(scene), subject.first, subject.last);
  for (const auto& diagnostic : found) {
    const bool here = place.begin <= diagnostic.span.begin && diagnostic.span.begin < place.end;
    if (!here || is_owed(scene, diagnostic)) continue;
    scene.facts.findings.push_back(
        {diagnostic.severity, diagnostic.rule, diagnostic.message, diagnostic.span});
  }
}

SentenceFacts describe_sentence(const RuleSet& rules, Desk& desk, const LintOptions& options,
                                const std::vector<Diagnostic>& found, std::uint32_t index) {
  SentenceFacts facts;
  const auto& checks = rules.checks;
  open_sentence(rules, desk, index);
  mark_sentence(rules, desk, index);
  mark_wording(rules, desk);
  Scene scene{rules, desk, options, reader_of(rules, desk, index), facts};
  const auto& sentence = desk.document.prose.sentences[index];
  add_text(desk.document, sentence, facts);
  for (auto token = sentence.first; token < sentence.last; ++token) add_phrases(scene, token);
  pick_findings(scene, found);
  add_frames(scene);
  add_scopes(scene);
  add_cues(scene);
  add_claims(scene);
  add_rules(scene);
  const auto reading = read_sentence(scene.reader, checks.cues);
  facts.strength = reading.strength;
  facts.negative = reading.negative;
  return facts;
}

}  // namespace

std::vector<SentenceFacts> describe(const Source& source, const RuleSet& rules, Desk& desk,
                                    const LintOptions& options) {
  const auto found = lint(source, rules, desk, options, Repeats::keep);
  std::vector<SentenceFacts> sentences;
  for (std::uint32_t at = 0; at < desk.document.prose.sentences.size(); ++at) {
    sentences.push_back(describe_sentence(rules, desk, options, found, at));
  }
  return sentences;
}

}  // namespace caveat
