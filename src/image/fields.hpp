// The fields of every struct in a RuleSet, in their order. A list with a name too few or too many
// does not compile, since it is a structured binding; the same list is what is passed. That is why
// it is a macro: C++20 has no other way to say it once.
#pragma once

#include "image/archive.hpp"
#include "lint/rule_set.hpp"

namespace caveat {

#define CAVEAT_FIELDS(Struct, ...)                                          \
  template <typename Archive>                                               \
  void pass(Archive& archive, Struct& value) {                              \
    auto& [__VA_ARGS__] = value;                                            \
    const auto each = [&](auto&... field) { (pass(archive, field), ...); }; \
    each(__VA_ARGS__);                                                      \
  }

// prose
CAVEAT_FIELDS(Language, abbreviations, starters, openers, labels, units, whole, whole_first,
              whole_order)

// lexicon
CAVEAT_FIELDS(WordTable::Entry, begin, size, hash, word)
CAVEAT_FIELDS(WordTable, letters, entries, count)
CAVEAT_FIELDS(Symbol, name, concept_index)
CAVEAT_FIELDS(Lexicon::Edge, key, node)
CAVEAT_FIELDS(Lexicon, words, unit_first, units, edges, starts, accept_first, accepts, symbols,
              concepts, literals)
CAVEAT_FIELDS(KeyTable, starts, hashes, values, shift)
CAVEAT_FIELDS(NearIndex::Part, begin, length, name)
CAVEAT_FIELDS(NearIndex::Name, first_part, parts, term)
CAVEAT_FIELDS(NearIndex, letters, parts, names, shapes, deletions, anchors, known, longest_name)

// grammar
CAVEAT_FIELDS(Node, code, a, b, memo)
CAVEAT_FIELDS(RankedSymbol, symbol, rank)
CAVEAT_FIELDS(PatternCode, root, needs, begins_anywhere, begins)
CAVEAT_FIELDS(Program, nodes, kids, ranked, productions, production_names, patterns, slot_names,
              endings, scope_names, memos)
CAVEAT_FIELDS(ScopeCode, id, cue, until, reach, kind, within, cap, negates, certain, retracts,
              cites, voice, design, states)
CAVEAT_FIELDS(ScopeSet, clause_start, scopes, retracting)
CAVEAT_FIELDS(CueCode, id, cue, since, until, kind)
CAVEAT_FIELDS(CueSet, cue_slot, fronted, cues)
CAVEAT_FIELDS(FrameCode, id, cue, until, scopes, over, silent)

// claim
CAVEAT_FIELDS(ClaimCode, id, match, unless, strength, harm, statement)
CAVEAT_FIELDS(ClaimNames, intervention_slot, effect_slot, outcome_slot, comparator_slot,
              population_slot, relative_slot, here_slot, wrong_slot, intervention, unproven,
              supplement, established, condition, faculty, target, prevention, food, dangerous,
              medicine, weight, everyday, deficiency, strength)
CAVEAT_FIELDS(ClaimParts, outcome, comparator, population, risk)
CAVEAT_FIELDS(Forms, parts, claims, statements, names)

// check
CAVEAT_FIELDS(Wording, rule, category, severity, url, notes)
CAVEAT_FIELDS(Template::Piece, text, slot)
CAVEAT_FIELDS(Template, pieces)
CAVEAT_FIELDS(RuleCode, wording, match, unless, after, topics, message, fix, jurisdiction)
CAVEAT_FIELDS(EvidenceCode, intervention, outcome, population, outcome_name, certainty, effect,
              carries, pack, url, notes, verified)
CAVEAT_FIELDS(TermCode, wording, correct)
CAVEAT_FIELDS(CaveatCode, wording, message, topics, subject, advice, mentions, require, unless,
              near, scope, jurisdiction)
CAVEAT_FIELDS(ToneCode, study, reader, use)
CAVEAT_FIELDS(ProvisionCode, jurisdiction, forbids, article, title, url)
CAVEAT_FIELDS(CompoundCode, match, slot)
CAVEAT_FIELDS(Checks, scopes, cues, frames, forms, sentences, evidence, evidence_on, rules, caveats,
              provisions, main_compound, tone, terms, wrong_names, near, name_words)

// lint
CAVEAT_FIELDS(Override, severity, at_most, disabled)
CAVEAT_FIELDS(RuleSet, language, lexicon, program, checks, overrides)

#undef CAVEAT_FIELDS

}  // namespace caveat
