#include "claim/forms.hpp"

#include <algorithm>

namespace caveat {
namespace {

void add_form(const ClaimDef& def, GrammarBuilder& grammar, LexiconBuilder& lexicon,
              std::vector<PackDiagnostic>& diagnostics, std::vector<ClaimCode>& forms) {
  const auto match = add_pattern(grammar, lexicon, def.match, diagnostics);
  std::optional<PatternId> unless;
  if (!def.unless.value.empty()) unless = add_pattern(grammar, lexicon, def.unless, diagnostics);
  if (!match) return;
  const auto strength = def.has_strength ? std::optional(def.strength) : std::nullopt;
  forms.push_back({def.id.value, *match, unless, strength, def.harm, false});
}

ClaimParts compile_parts(GrammarBuilder& grammar, LexiconBuilder& lexicon,
                         std::vector<PackDiagnostic>& diagnostics) {
  const auto part = [&](const char* name) -> std::optional<PatternId> {
    if (!grammar.productions.contains(name)) return std::nullopt;
    return add_pattern(grammar, lexicon, {name, {}}, diagnostics);
  };
  return {part("claim-outcome"), part("claim-comparator"), part("claim-population"),
          part("claim-risk")};
}

}  // namespace

Forms compile_forms(std::span<const Pack> packs, GrammarBuilder& grammar, LexiconBuilder& lexicon,
                    std::vector<PackDiagnostic>& diagnostics) {
  Forms forms;
  forms.parts = compile_parts(grammar, lexicon, diagnostics);
  for (const auto& pack : packs) {
    for (const auto& def : pack.claims) {
      add_form(def, grammar, lexicon, diagnostics, forms.claims);
    }
    for (const auto& def : pack.statements) {
      add_form(def, grammar, lexicon, diagnostics, forms.statements);
    }
    for (auto& form : forms.statements) form.statement = true;
    for (const auto& def : pack.concepts) {
      const auto symbol = symbol_named(lexicon, def.id.value);
      if (def.has_strength) forms.names.strength.emplace(symbol, def.strength);
    }
  }
  return forms;
}

const ClaimCode* form_named(const Forms& forms, std::string_view id) {
  for (const auto* list : {&forms.claims, &forms.statements}) {
    const auto form = std::ranges::find(*list, id, &ClaimCode::id);
    if (form != list->end()) return &*form;
  }
  return nullptr;
}

void name_forms(const GrammarBuilder& grammar, const LexiconBuilder& lexicon, Forms& forms) {
  auto& names = forms.names;
  names.intervention_slot = slot_named(grammar.program, "intervention");
  names.effect_slot = slot_named(grammar.program, "effect");
  names.outcome_slot = slot_named(grammar.program, "outcome");
  names.comparator_slot = slot_named(grammar.program, "comparator");
  names.population_slot = slot_named(grammar.program, "population");
  names.relative_slot = slot_named(grammar.program, "relative");
  names.here_slot = slot_named(grammar.program, "here");
  names.wrong_slot = slot_named(grammar.program, "wrong");
  names.intervention = symbol_named(lexicon, "intervention");
  names.unproven = symbol_named(lexicon, "unproven-remedy");
  names.supplement = symbol_named(lexicon, "supplement");
  names.established = symbol_named(lexicon, "established");
  names.faculty = symbol_named(lexicon, "faculty");
  names.target = symbol_named(lexicon, "target");
  names.prevention = symbol_named(lexicon, "prevention");
  names.condition = symbol_named(lexicon, "condition");
  names.food = symbol_named(lexicon, "food");
  names.dangerous = symbol_named(lexicon, "dangerous");
  names.medicine = symbol_named(lexicon, "medicine");
  names.weight = symbol_named(lexicon, "body-weight");
  names.everyday = symbol_named(lexicon, "everyday-complaint");
  names.deficiency = symbol_named(lexicon, "deficiency");
}

}  // namespace caveat
