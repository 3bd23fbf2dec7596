// The words of the enumerations of the pack format, as the TOML spells them: one table each, from
// which the readers, their suggestions and the names of strength.hpp are all derived.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

template <typename Value>
struct Word {
  const char* name;
  Value value;
};

inline constexpr Word<Strength> strength_words[] = {
    {"none", Strength::none},         {"association", Strength::association},
    {"possible", Strength::possible}, {"probable", Strength::probable},
    {"direct", Strength::direct},     {"absolute", Strength::absolute}};

inline constexpr Word<Certainty> certainty_words[] = {{"very-low", Certainty::very_low},
                                                      {"low", Certainty::low},
                                                      {"moderate", Certainty::moderate},
                                                      {"high", Certainty::high}};

inline constexpr Word<Effect> effect_words[] = {{"benefit", Effect::benefit},
                                                {"none", Effect::none},
                                                {"harm", Effect::harm},
                                                {"unknown", Effect::unknown}};

inline constexpr Word<Inflect> inflect_words[] = {
    {"none", Inflect::none}, {"noun", Inflect::noun}, {"verb", Inflect::verb}};

inline constexpr Word<Reach> reach_words[] = {{"clause-after", Reach::clause_after},
                                              {"clause-before", Reach::clause_before},
                                              {"clause", Reach::clause},
                                              {"sentence-after", Reach::sentence_after},
                                              {"sentence-before", Reach::sentence_before},
                                              {"sentence", Reach::sentence}};

inline constexpr Word<ScopeKind> scope_kind_words[] = {{"speculation", ScopeKind::speculation},
                                                       {"negation", ScopeKind::negation},
                                                       {"wording", ScopeKind::wording},
                                                       {"pseudo", ScopeKind::pseudo}};

inline constexpr Word<Says> says_words[] = {
    {"uncertain", Says::uncertain},    {"possible", Says::possible}, {"probable", Says::probable},
    {"direct", Says::direct},          {"absolute", Says::absolute}, {"denied", Says::denied},
    {"no-effect", Says::no_effect},    {"worsens", Says::worsens},   {"harm", Says::harm},
    {"harm-denied", Says::harm_denied}};

inline constexpr Word<Voice> voice_words[] = {
    {"research", Voice::research}, {"people", Voice::people},   {"experts", Voice::experts},
    {"sellers", Voice::sellers},   {"unnamed", Voice::unnamed}, {"tradition", Voice::tradition}};

inline constexpr Word<Design> design_words[] = {{"trial", Design::trial},
                                                {"observational", Design::observational},
                                                {"cases", Design::cases},
                                                {"animal", Design::animal},
                                                {"laboratory", Design::laboratory}};

inline constexpr Word<FrameOver> frame_over_words[] = {{"text", FrameOver::text},
                                                       {"items", FrameOver::items},
                                                       {"quotation", FrameOver::quotation},
                                                       {"before", FrameOver::before}};

inline constexpr Word<Jurisdiction> jurisdiction_words[] = {{"us", Jurisdiction::us},
                                                            {"uk", Jurisdiction::uk},
                                                            {"eu", Jurisdiction::eu},
                                                            {"au", Jurisdiction::au}};

inline constexpr Word<Forbids> forbids_words[] = {
    {"disease", Forbids::disease},
    {"medicinal", Forbids::medicinal},
    {"risk-reduction", Forbids::risk_reduction},
    {"comparative", Forbids::comparative},
    {"safety", Forbids::safety},
    {"weight-loss-rate", Forbids::weight_loss_rate},
    {"doctor-recommendation", Forbids::doctor_recommendation}};

inline constexpr Word<Severity> severity_words[] = {
    {"note", Severity::note}, {"warning", Severity::warning}, {"error", Severity::error}};

inline constexpr Word<CaveatScope> caveat_scope_words[] = {{"document", CaveatScope::document},
                                                           {"section", CaveatScope::section},
                                                           {"near", CaveatScope::near}};

/// The categories of the contract; the value is the name.
inline constexpr Word<const char*> category_words[] = {{"efficacy", "efficacy"},
                                                       {"disease", "disease"},
                                                       {"underclaim", "underclaim"},
                                                       {"safety", "safety"},
                                                       {"comparative", "comparative"},
                                                       {"uncited", "uncited"},
                                                       {"testimonial", "testimonial"},
                                                       {"mechanism", "mechanism"},
                                                       {"advice", "advice"},
                                                       {"term", "term"},
                                                       {"fact", "fact"},
                                                       {"caveat", "caveat"},
                                                       {"consistency", "consistency"},
                                                       {"hedge", "hedge"}};

template <typename Value>
std::optional<Value> value_named(std::span<const Word<Value>> words, std::string_view name) {
  for (const Word<Value>& word : words)
    if (word.name == name) return word.value;
  return std::nullopt;
}

template <typename Value>
std::vector<std::string> names_of(std::span<const Word<Value>> words) {
  std::vector<std::string> names;
  for (const Word<Value>& word : words) names.emplace_back(word.name);
  return names;
}

}  // namespace caveat
