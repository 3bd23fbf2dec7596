// The tables that say how claims are worded: productions, scopes, frames and the forms of a
// claim.
#include "pack/read.hpp"

namespace caveat {

void read_productions(Fields fields, Pack& pack) {
  for (const TomlMember& member : fields.table.members) {
    check_pattern_name(member.key, fields.problems);
    if (member.value.kind == TomlKind::string)
      pack.productions.push_back({member.key, member.value.text});
    else
      report_kind(member.value, "a production", "a string", fields.problems);
  }
}

namespace {

/// What a scope does to the claims inside.
void read_force(Fields& fields, ScopeDef& scope) {
  scope.reach =
      read_word<Reach>(fields, "reach", Need::optional, reach_words).value_or(Reach::clause_after);
  scope.within = read_count(fields, "within", 1000);
  const auto cap = read_word<Strength>(fields, "cap", Need::optional, strength_words);
  scope.has_cap = cap.has_value();
  scope.cap = cap.value_or(Strength::absolute);
  scope.negates = read_flag(fields, "negates", false);
  scope.certain = read_flag(fields, "certain", false);
}

/// What a scope tells of the claims inside.
void read_told(Fields& fields, ScopeDef& scope) {
  scope.retracts = read_flag(fields, "retracts", false);
  scope.cites = read_flag(fields, "cites", false);
  scope.voice =
      read_word<Voice>(fields, "voice", Need::optional, voice_words).value_or(Voice::author);
  scope.design =
      read_word<Design>(fields, "design", Need::optional, design_words).value_or(Design::unsaid);
  scope.states = read_word<Certainty>(fields, "states", Need::optional, certainty_words);
}

}  // namespace

void read_scope(Fields fields, Pack& pack) {
  ScopeDef scope;
  scope.id = read_text(fields, "id", Need::required);
  if (!scope.id.value.empty()) check_pattern_name(scope.id, fields.problems);
  scope.cue = read_text(fields, "cue", Need::required);
  scope.until = read_text(fields, "until", Need::optional);
  scope.kind = read_word<ScopeKind>(fields, "kind", Need::optional, scope_kind_words)
                   .value_or(ScopeKind::other);
  const bool shown = is_shown(scope.kind);
  if (shown) scope.since = read_text(fields, "since", Need::optional);
  if (!shown) read_force(fields, scope);
  if (!shown) read_told(fields, scope);
  refuse_others(fields);
  pack.scopes.push_back(std::move(scope));
}

void read_frame(Fields fields, Pack& pack) {
  FrameDef frame;
  frame.id = read_name(fields, "id");
  frame.cue = read_text(fields, "cue", Need::required);
  frame.until = read_text(fields, "until", Need::optional);
  frame.scope = read_text(fields, "scope", Need::optional);
  frame.silent = read_flag(fields, "silent", false);
  frame.over = read_word<FrameOver>(fields, "over", Need::optional, frame_over_words)
                   .value_or(FrameOver::text);
  refuse_others(fields);
  pack.frames.push_back(std::move(frame));
}

void read_sentence(Fields fields, Pack& pack) {
  SentenceDef sentence;
  sentence.says =
      read_word<Says>(fields, "says", Need::required, says_words).value_or(Says::direct);
  sentence.text = read_text(fields, "text", Need::required);
  refuse_others(fields);
  pack.sentences.push_back(std::move(sentence));
}

namespace {

ClaimDef read_form(Fields fields) {
  ClaimDef claim;
  claim.id = read_name(fields, "id");
  claim.match = read_text(fields, "match", Need::required);
  claim.unless = read_text(fields, "unless", Need::optional);
  const auto strength = read_word<Strength>(fields, "strength", Need::optional, strength_words);
  claim.has_strength = strength.has_value();
  claim.strength = strength.value_or(Strength::direct);
  claim.harm = read_flag(fields, "harm", false);
  claim.flags = read_examples(fields, "flags", 3);
  claim.allows = read_examples(fields, "allows", 3);
  refuse_others(fields);
  return claim;
}

}  // namespace

void read_claim(Fields fields, Pack& pack) {
  pack.claims.push_back(read_form(std::move(fields)));
}

void read_statement(Fields fields, Pack& pack) {
  pack.statements.push_back(read_form(std::move(fields)));
}

}  // namespace caveat
