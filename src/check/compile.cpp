#include <algorithm>

#include "check/checks.hpp"
#include "check/coded.hpp"
#include "pack/condition.hpp"
#include "pack/find.hpp"
#include "pack/problem.hpp"
#include "pack/suggest.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

/// What every section of a pack needs to compile.
struct Compiler {
  GrammarBuilder& grammar;
  LexiconBuilder& lexicon;
  std::vector<PackDiagnostic>& diagnostics;

  std::optional<PatternId> pattern(const Text& text) {
    return add_pattern(grammar, lexicon, text, diagnostics);
  }

  /// An absent pattern is fine; a malformed one has been reported.
  std::optional<PatternId> optional(const Text& text) {
    return text.value.empty() ? std::nullopt : pattern(text);
  }

  /// The symbol of a name that need not be one of an intervention: evidence and topics.
  SymbolId symbol(const Text& name) {
    const auto symbol = symbol_named(lexicon, name.value);
    if (symbol == no_id) {
      report(diagnostics, name.origin, "unknown-name",
             "no loaded pack has a concept, class or tag '" + name.value + "'" +
                 did_you_mean(name.value, grammar.names));
    }
    return symbol;
  }

  /// Empty when the condition is, or when one of its topics means nothing: that was reported.
  std::vector<SymbolId> topics(const Text& when) {
    std::vector<SymbolId> symbols;
    for (const auto& name : condition_of(when).value_or(Condition{}).topics) {
      symbols.push_back(symbol(name));
      if (symbols.back() == no_id) return {};
    }
    return symbols;
  }
};

/// Unverified entries never speak louder than a warning.
Severity checked(Severity severity, const Review& review) {
  return review.verified ? severity : std::min(severity, Severity::warning);
}

std::vector<std::string> source_notes(const Citation& source, const Review& review) {
  if (source.title.empty()) return {};
  auto note = std::string(source_note) + source.title;
  if (source.year != 0) note += " (" + std::to_string(source.year) + ")";
  if (!review.verified) note += ", not yet checked against it";
  return {note};
}

Wording wording(const Pack& pack, const std::string& id, std::string category, Severity severity,
                const Citation& source, const Review& review) {
  return {pack.name.value + "/" + id, std::move(category), checked(severity, review), source.url,
          source_notes(source, review)};
}

Wording wording_of_name(const Pack& pack, Severity severity, const Citation& source,
                        const Review& review) {
  const auto& rule = coded::misspelt_name;
  return wording(pack, std::string(rule.id), std::string(rule.category), severity, source, review);
}

/// Cuts "{slot} is called {claim}" at its slots; a slot that the pattern cannot bind is reported.
Template compile_template(Compiler& compiler, const Text& text, PatternId pattern) {
  const auto slots = slots_of(compiler.grammar, pattern);
  Template result;
  std::size_t at = 0;
  for (;;) {
    const auto open = text.value.find('{', at);
    const auto close = text.value.find('}', open == std::string::npos ? at : open);
    if (open == std::string::npos || close == std::string::npos) break;
    const auto name = text.value.substr(open + 1, close - open - 1);
    const bool bound = std::find(slots.begin(), slots.end(), name) != slots.end();
    if (!bound) {
      const Span part{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
      report(compiler.diagnostics, place_in(text, part), "unbound-slot",
             "the pattern binds no slot '" + name + "'" + did_you_mean(name, slots));
    }
    const auto slot = compiler.grammar.slots.find(name);
    result.pieces.push_back({text.value.substr(at, open - at),
                             slot == compiler.grammar.slots.end() ? no_id : slot->second});
    at = close + 1;
  }
  result.pieces.push_back({text.value.substr(at), no_id});
  return result;
}

void add_rule(Compiler& compiler, const Pack& pack, const RuleDef& def, Checks& checks) {
  const auto match = compiler.pattern(def.match);
  const auto unless = compiler.optional(def.unless);
  const auto after = compiler.optional(def.after);
  const auto topics = compiler.topics(def.when);
  if (!match || (!def.when.value.empty() && topics.empty())) return;
  RuleCode code;
  code.wording = wording(pack, def.id.value, def.category, def.severity, def.source, def.review);
  code.match = *match;
  code.unless = unless;
  code.after = after;
  code.topics = topics;
  code.jurisdiction = pack.jurisdiction;
  code.message = compile_template(compiler, def.message, *match);
  if (!def.fix.value.empty()) code.fix = compile_template(compiler, def.fix, *match);
  checks.rules.push_back(std::move(code));
}

/// How a message calls a concept: by its first term; a class or tag has no words of its own.
std::string spoken_name(const PackSet& packs, const std::string& id) {
  const auto* def = concept_named(packs, id);
  return def == nullptr ? "" : def->terms.front().value;
}

void add_evidence(Compiler& compiler, const PackSet& packs, const Pack& pack,
                  const EvidenceDef& def, Checks& checks) {
  const auto intervention = compiler.symbol(def.intervention);
  const auto outcome = compiler.symbol(def.outcome);
  const bool for_some = !def.population.value.empty();
  const auto population = for_some ? compiler.symbol(def.population) : no_id;
  if (intervention == no_id || outcome == no_id || (for_some && population == no_id)) return;
  auto notes = source_notes(def.source, def.review);
  if (!def.note.empty()) notes.insert(notes.begin(), def.note);
  const auto row = static_cast<std::uint32_t>(checks.evidence.size());
  checks.evidence_on[intervention].push_back(row);
  checks.evidence.push_back({intervention, outcome, population,
                             spoken_name(packs, def.outcome.value), def.certainty, def.effect,
                             def.carries, pack.name.value, def.source.url, std::move(notes),
                             def.review.verified});
}

void add_caveat(Compiler& compiler, const Pack& pack, const CaveatDef& def, Checks& checks) {
  CaveatCode code;
  const auto condition = condition_of(def.when).value_or(Condition{});
  code.topics = compiler.topics(def.when);
  code.advice = condition.advice;
  if (condition.subject) code.subject = symbol_named(compiler.lexicon, condition.subject->value);
  const auto require = compiler.pattern(def.require);
  code.mentions = compiler.optional(def.mentions);
  code.unless = compiler.optional(def.unless);
  code.near = compiler.optional(def.near);
  if (code.topics.empty() || !require) return;
  code.require = *require;
  code.wording = wording(pack, def.id.value, "caveat", def.severity, def.source, def.review);
  code.message = def.message;
  code.scope = def.scope;
  code.jurisdiction = pack.jurisdiction;
  checks.caveats.push_back(std::move(code));
}

std::string folded(std::string_view text) {
  std::string out;
  append_folded(text, out);
  return out;
}

/// Names with near misses, and what is no misspelling of any of them.
struct Names {
  std::vector<NearName> near;
  std::vector<std::string> known;
};

void add_near(Compiler& compiler, const std::string& name, std::uint32_t term, Checks& checks,
              Names& names) {
  names.near.push_back({folded(name), term});
  const auto words = phrase_words(compiler.lexicon.language, name);
  if (words.size() < 2) return;
  for (const auto& word : words) {
    const auto id = find_word(compiler.lexicon.lexicon.words, word);
    if (checks.name_words.size() <= id) checks.name_words.resize(id + 1);
    checks.name_words[id] = true;
  }
}

void add_term(Compiler& compiler, const Pack& pack, const TermDef& def, Checks& checks,
              Names& names) {
  const auto index = static_cast<std::uint32_t>(checks.terms.size());
  checks.terms.push_back(
      {wording_of_name(pack, Severity::error, def.source, def.review), def.correct.value});
  // The right name is a known word too, whether or not it is a concept.
  literal_symbol(compiler.lexicon, def.correct.value, Endings::noun);
  for (const auto& wrong : def.wrong) {
    const auto symbol = literal_symbol(compiler.lexicon, wrong.value, Endings::noun);
    if (symbol != no_id) checks.wrong_names.emplace(symbol, index);
  }
  if (def.near) add_near(compiler, def.correct.value, index, checks, names);
  for (const auto& known : def.known) names.known.push_back(folded(known.value));
}

/// The terms of a concept of names are right as they are written.
void add_names(Compiler& compiler, const Pack& pack, const ConceptDef& def, Checks& checks,
               Names& names) {
  for (const auto& term : def.terms) {
    const auto index = static_cast<std::uint32_t>(checks.terms.size());
    checks.terms.push_back({wording_of_name(pack, Severity::note, {}, {}), term.value});
    add_near(compiler, term.value, index, checks, names);
  }
}

std::optional<CompoundCode> compile_main_compound(Compiler& compiler) {
  constexpr const char* name = "main-compound";
  if (!compiler.grammar.productions.contains(name)) return std::nullopt;
  const auto match = compiler.pattern({name, {}});
  if (!match) return std::nullopt;
  return CompoundCode{*match, slot_named(compiler.grammar.program, "compound")};
}

std::optional<ToneCode> compile_tone(Compiler& compiler) {
  const auto named = [&](const char* name) -> std::optional<PatternId> {
    if (!compiler.grammar.productions.contains(name)) return std::nullopt;
    return compiler.pattern({name, {}});
  };
  const auto study = named("study-told");
  const auto reader = named("reader-told");
  const auto use = named("use-told");
  if (!study || !reader || !use) return std::nullopt;
  return ToneCode{*study, *reader, *use};
}

/// Every word that some pack uses is a word: beside the right neighbour it is no misspelt name.
void add_known_words(const WordTable& table, std::vector<std::string>& known) {
  for (const auto& entry : table.entries) {
    if (entry.word != 0) known.push_back(table.letters.substr(entry.begin, entry.size));
  }
}

void replace(std::string& text, std::string_view slot, const std::string& words) {
  const auto at = text.find(slot);
  if (at != text.npos) text.replace(at, slot.size(), words);
}

}  // namespace

std::string sentence_saying(const ModelSentences& sentences, Says says,
                            const std::string& intervention, const std::string& outcome) {
  std::string text = sentences[static_cast<std::size_t>(says)];
  replace(text, "{intervention}", intervention);
  replace(text, "{outcome}", outcome);
  return text;
}

Checks compile_checks(const PackSet& packs, GrammarBuilder& grammar, LexiconBuilder& lexicon,
                      std::vector<PackDiagnostic>& diagnostics) {
  Compiler compiler{grammar, lexicon, diagnostics};
  Checks checks;
  Names names;
  checks.scopes = compile_scopes(packs.packs, grammar, lexicon, diagnostics);
  checks.cues = compile_cues(packs.packs, grammar, lexicon, diagnostics);
  checks.frames = compile_frames(packs.packs, grammar, lexicon, diagnostics);
  checks.forms = compile_forms(packs.packs, grammar, lexicon, diagnostics);
  for (const auto& pack : packs.packs) {
    for (const auto& def : pack.sentences) {
      auto& text = checks.sentences[static_cast<std::size_t>(def.says)];
      if (text.empty()) text = def.text.value;
    }
    for (const auto& def : pack.evidence) add_evidence(compiler, packs, pack, def, checks);
    for (const auto& def : pack.rules) add_rule(compiler, pack, def, checks);
    for (const auto& def : pack.caveats) add_caveat(compiler, pack, def, checks);
    for (const auto& def : pack.provisions)
      checks.provisions.push_back(
          {pack.jurisdiction, def.forbids, def.article.value, def.title, def.url});
    for (const auto& def : pack.terms) add_term(compiler, pack, def, checks, names);
    for (const auto& def : pack.concepts) {
      if (def.near) add_names(compiler, pack, def, checks, names);
    }
  }
  checks.main_compound = compile_main_compound(compiler);
  checks.tone = compile_tone(compiler);
  add_known_words(lexicon.lexicon.words, names.known);
  checks.near = build_near_index(names.near, names.known);
  name_forms(grammar, lexicon, checks.forms);
  name_slots(grammar.program, checks.cues);
  return checks;
}

}  // namespace caveat
