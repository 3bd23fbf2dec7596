// Holes of a sentence: {c} the clause, {C} with a capital, {s} its subject, {f} its predicate, {i}
// the infinitive, {b} the infinitive of a verb other than "be", {not} the predicate denied, {never}
// the predicate with this word or any other adverb, {q} the clause as a question, {t} what ends it;
// {x} the clause, {alone} a subject that is a name and no more; {np} a phrase, {NP} with a capital;
// {h} a heading; {n} the name, {o} the outcome;
// {one|many} agrees with the subject, {one/many} with the name.
#include "lint/verdict_changes.hpp"

#include <algorithm>

namespace caveat::verdict {
namespace {

using enum Strength;
using enum Kind;

constexpr Stance denied{none, true, false};
constexpr Stance unsaid{none, false, false};
constexpr Stance maybe{possible, false, false};
constexpr Stance likely{probable, false, false};
constexpr Stance unsure{none, false, true};
constexpr Stance same{};

std::string capital(std::string words) {
  const auto at = words.starts_with("«") ? std::string("«").size() : 0;
  if (at < words.size() && words[at] >= 'a' && words[at] <= 'z') {
    words[at] = static_cast<char>(words[at] - 'a' + 'A');
  }
  return words;
}

std::string agreeing(const Saying& claim, const char* one, const char* many) {
  return claim.plural ? many : one;
}

std::string with_adverb(const Saying& claim, const std::string& adverb) {
  if (claim.be) return agreeing(claim, "is ", "are ") + adverb + " " + claim.rest;
  return adverb + " " + (claim.plural ? claim.base : claim.third);
}

std::string finite(const Saying& claim) {
  if (claim.be) return agreeing(claim, "is ", "are ") + claim.rest;
  return claim.plural ? claim.base : claim.third;
}

std::string infinitive(const Saying& claim) {
  return claim.be ? "be " + claim.rest : claim.base;
}

std::string denial(const Saying& claim) {
  if (claim.be) return with_adverb(claim, "not");
  return agreeing(claim, "does not ", "do not ") + claim.base;
}

/// A mark that opens the subject stays where it is: "is «pain relieved»".
std::string question(const Saying& claim) {
  if (claim.be) return agreeing(claim, "is ", "are ") + claim.subject + " " + claim.rest;
  return agreeing(claim, "does ", "do ") + claim.subject + " " + claim.base;
}

std::string whole(const Saying& claim) {
  return claim.subject + " " + finite(claim) + claim.tail;
}

std::optional<std::string> filled_clause(const Saying& claim, const std::string& hole) {
  if (hole == "c" || hole == "C") {
    if (!claim.subordinate) return std::nullopt;
    return hole == "C" ? capital(whole(claim)) : whole(claim);
  }
  if (hole == "x") return whole(claim);
  if (hole == "s") return claim.subject;
  if (hole == "alone")
    return claim.subject == claim.name.words ? std::optional(claim.subject) : std::nullopt;
  if (hole == "f") return finite(claim);
  if (hole == "i") return infinitive(claim);
  if (hole == "b" && claim.acts) return claim.base;
  if (hole == "not") return denial(claim);
  if (hole == "t") return claim.tail;
  if (hole == "q" && claim.inverts) return question(claim);
  if (hole.ends_with("ly") || hole == "never" || hole == "no doubt")
    return with_adverb(claim, hole);
  return std::nullopt;
}

std::optional<std::string> filled(const Saying& claim, const std::string& hole) {
  if (hole == "n") return claim.name.words;
  if (hole == "o") return claim.outcome;
  const auto bar = hole.find_first_of("|/");
  if (bar != std::string::npos) {
    const bool many = hole[bar] == '|' ? claim.plural : claim.name.plural;
    return many ? hole.substr(bar + 1) : hole.substr(0, bar);
  }
  if (claim.shape == Shape::clause) return filled_clause(claim, hole);
  if (claim.shape == Shape::phrase && (hole == "np" || hole == "NP")) {
    return hole == "NP" ? capital(claim.subject) : claim.subject;
  }
  if (claim.shape == Shape::heading && hole == "h") return capital(claim.subject);
  return std::nullopt;
}

Severity severity_on(Evidence evidence, Strength strength) {
  const bool low = evidence == Evidence::very_low || evidence == Evidence::low;
  const bool bad = (strength == absolute && evidence != Evidence::high) ||
                   (strength == direct && low) || evidence == Evidence::against;
  return bad ? Severity::error : Severity::warning;
}

Strength carried_by(Evidence evidence) {
  switch (evidence) {
    case Evidence::high:
      return direct;
    case Evidence::moderate:
      return probable;
    case Evidence::low:
      return possible;
    default:
      return none;
  }
}

}  // namespace

const std::vector<Change> changes = {
    {plain, same, "{x}."},
    {plain, same, "Few people know {np}."},
    {plain, same, "This page is about {np}."},
    {plain, same, "# {h}\n\nOur shop opens at nine."},

    {negated, denied, "{s} {not}{t}."},
    {negated, denied, "{s} {never}{t}."},
    {negated, denied, "{s} cannot {i}{t}."},
    {negated, denied, "{s} will not {i}{t}."},
    {negated, denied, "{s} {has|have} not been shown to {i}{t}."},
    {negated, denied, "{s} {has|have} never been found to {i}{t}."},
    {negated, denied, "{s} {fails|fail} to {i}{t}."},
    {negated, denied, "{s} {is|are} unable to {b}{t}."},
    {negated, denied, "{s} {is|are} unlikely to {i}{t}."},
    {negated, denied, "{s} {has|have} no power to {b}{t}."},
    {negated, denied, "{s} {hardly}{t}."},
    {negated, denied, "We doubt that {c}."},
    {negated, denied, "It is doubtful that {c}."},
    {negated, denied, "Science has yet to show that {c}."},
    {negated, denied, "There is no evidence that {c}."},
    {negated, denied, "There is no convincing proof that {c}."},
    {negated, denied, "No study has shown that {c}."},
    {negated, denied, "Nothing suggests that {c}."},
    {negated, denied, "Trials have not found that {c}."},
    {negated, denied, "Nobody has shown that {c}."},
    {negated, denied, "It has not been shown that {c}."},
    {negated, denied, "It is not true that {c}."},
    {negated, denied, "It is unlikely that {c}."},
    {negated, denied, "It is not the case that {c}."},
    {negated, denied, "There is no evidence of {np}."},
    {negated, denied, "There is no convincing proof of {np}."},
    {negated, denied, "No trial has confirmed {np}."},
    {negated, denied, "Studies have not shown {np}."},
    {negated, denied, "Nobody has ever demonstrated {np}."},
    {negated, denied, "Trials found no sign of {np}."},
    {negated, denied, "Researchers found no evidence for {np}."},
    {negated, denied, "{np} {has|has} never been shown."},
    {negated, denied, "# No Evidence for {h}\n\nOur shop opens at nine."},

    {asked, unsaid, "{q}?"},
    {asked, unsaid, "Can {s} {i}{t}?"},
    {asked, unsaid, "Could {s} {i}{t}?"},
    {asked, unsaid, "Will {s} {i}{t}?"},
    {asked, unsaid, "{c}?"},
    {asked, unsaid, "Is it true that {c}?"},
    {asked, unsaid, "Who says that {c}?"},
    {asked, unsaid, "How do we know that {c}?"},
    {asked, unsaid, "We asked whether {c}."},
    {asked, unsaid, "The trial will test whether {c}."},
    {asked, unsaid, "Researchers wondered if {c}."},
    {asked, unsaid, "A common question is: {q}?"},
    {asked, unsaid, "Is there any proof of {np}?"},
    {asked, unsaid, "Has anyone ever shown {np}?"},
    {asked, unsaid, "What do we know about {np}?"},
    {asked, unsaid, "Is {np} real?"},
    {asked, unsaid, "Are there any trials of {np}?"},
    {asked, unsaid, "Can you believe in {np}?"},
    {asked, unsaid, "# {h}?\n\nOur shop opens at nine."},
    {asked, unsaid, "# Is It True? {h}?\n\nOur shop opens at nine."},

    {quoted, unsaid, "Myth: {c}."},
    {quoted, unsaid, "It is a myth that {c}."},
    {quoted, unsaid, "The claim that {c} is false."},
    {quoted, unsaid, "The idea that {c} has been debunked."},
    {quoted, unsaid, "The belief that {c} is a misconception."},
    {negated, denied, "Do not believe that {c}."},
    {quoted, unsaid, "It is wrong to say that {c}."},
    {quoted, unsaid, "It would be wrong to think that {c}."},
    {quoted, unsaid, "“{C},” reads the label."},
    {quoted, unsaid, "One label reads: “{C}.”"},
    {quoted, unsaid, "Ads would have you believe that {c}."},
    {quoted, unsaid, "Critics dispute that {c}."},
    {quoted, unsaid, "People who believe that {c} are misled."},
    {quoted, unsaid, "Suppose that {c}."},
    {quoted, unsaid, "“{C},” says the poster. That is not true."},
    {quoted, unsaid, "The poster says “{c}”, but that is not true."},
    {quoted, unsaid, "“{C}” is a false claim."},
    {quoted, unsaid, "“{C}.” That is a myth."},
    {quoted, unsaid, "“{C}!” None of this is true."},
    {quoted, unsaid, "The poster shouts “{C}”. This is simply wrong."},
    {quoted, unsaid, "The slogan “{c}” is misleading."},
    {quoted, unsaid, "The rumour that {c} has no basis."},
    {quoted, unsaid, "{NP} is a myth."},
    {quoted, unsaid, "The myth of {np} lives on."},
    {quoted, unsaid, "The poster praises {np}, but no trial supports it."},
    {negated, denied, "Do not believe in {np}."},
    {quoted, unsaid, "The story of {np} has been debunked."},
    {quoted, unsaid, "The poster boasts of {np}; this is false."},
    {quoted, unsaid, "It is a misconception to speak of {np}."},
    {quoted, unsaid, "Contrary to the legend of {np}, the tea only tastes good."},
    {quoted, unsaid, "# Myth: {h}\n\nOur shop opens at nine."},
    {quoted, unsaid, "# The Myth of {h}\n\nOur shop opens at nine."},

    {hedged, maybe, "{s} may {i}{t}."},
    {hedged, maybe, "{s} might {i}{t}."},
    {hedged, maybe, "{s} could {i}{t}."},
    {hedged, maybe, "{s} {possibly}{t}."},
    {hedged, maybe, "{s} {potentially}{t}."},
    {hedged, maybe, "Perhaps {c}."},
    {hedged, maybe, "{s} {appears|appear} to {i}{t}."},
    {hedged, maybe, "{s} {seems|seem} to {i}{t}."},
    {hedged, maybe, "It is possible that {c}."},
    {hedged, maybe, "It may be that {c}."},
    {hedged, maybe, "It seems that {c}."},
    {hedged, maybe, "It appears that {c}."},
    {hedged, maybe, "There is a chance that {c}."},
    {hedged, maybe, "There is some evidence that {c}."},
    {hedged, likely, "{s} can {i}{t}."},
    {hedged, likely, "{s} {probably}{t}."},
    {hedged, likely, "{s} {is|are} likely to {i}{t}."},
    {hedged, likely, "{s} {helps|help} {b}{t}."},
    {hedged, likely, "It is likely that {c}."},
    {hedged, likely, "It is probable that {c}."},
    {hedged, unsure, "It is uncertain whether {c}."},
    {hedged, unsure, "It is very unclear whether {c}."},
    {hedged, unsure, "It is not known whether {c}."},
    {hedged, unsure, "It remains unknown if {c}."},
    {hedged, unsure, "Whether {c} is uncertain."},
    {hedged, unsure, "Nobody knows whether {c}."},
    {hedged, unsure, "The evidence that {c} is very uncertain."},
    {hedged, unsure, "Proof that {c} is missing."},
    {hedged, unsure, "{NP} is uncertain."},
    {hedged, unsure, "{NP} remains unproven."},
    {hedged, unsure, "The evidence for {np} is weak."},
    {hedged, unsure, "There is little evidence for {np}."},
    {hedged, unsure, "It is unclear how much is true of {np}."},

    {attributed, maybe, "Studies suggest that {c}."},
    {attributed, maybe, "Early research hints that {c}."},
    {attributed, likely, "A recent trial indicates that {c}."},
    {attributed, same, "Studies show that {c}."},
    {attributed, same, "Research has confirmed that {c}."},
    {attributed, same, "According to a recent study, {c}."},
    {attributed, unsaid, "Some users report that {c}."},
    {attributed, unsaid, "Many people say that {c}."},
    {attributed, unsaid, "Users on forums say that {c}."},
    {attributed, unsaid, "My neighbour swears that {c}."},
    {attributed, unsaid, "Coaches tell their clients that {c}."},
    {attributed, unsaid, "Its makers say that {c}."},
    {attributed, unsaid, "Customers swear that {c}."},
    {attributed, unsaid, "According to some users, {c}."},
    {attributed, same, "Experts say that {c}."},
    {attributed, maybe, "Scientists believe that {c}."},
    {attributed, maybe, "Doctors think that {c}."},
    {attributed, unsaid, "Vendors claim that {c}."},
    {attributed, unsaid, "The seller promises that {c}."},
    {attributed, unsaid, "Some websites still insist that {c}."},
    {attributed, unsaid, "Advertisements say that {c}."},
    {attributed, unsaid, "According to the vendor, {c}."},
    {attributed, unsaid, "{s} {is|are} claimed to {i}{t}."},
    {attributed, unsaid, "{s} {is|are} advertised to {i}{t}."},
    {attributed, unsaid, "Healers have long said that {c}."},
    {attributed, unsaid, "In folk medicine, {c}."},
    {attributed, unsaid, "According to tradition, {c}."},
    {attributed, unsaid, "Legend has it that {c}."},
    {attributed, unsaid, "It is said that {c}."},
    {attributed, unsaid, "It is claimed that {c}."},
    {attributed, maybe, "It is believed that {c}."},
    {attributed, maybe, "It is thought that {c}."},
    {attributed, maybe, "{s} {is|are} thought to {i}{t}."},
    {attributed, maybe, "{s} {is|are} believed to {i}{t}."},
    {attributed, unsaid, "{s} {is|are} said to {i}{t}."},
    {attributed, unsaid, "{s} {is|are} said by some to {i}{t}."},
    {attributed, unsaid, "{s} {is|are} rumoured to {i}{t}."},
    {attributed, unsaid, "{s} {allegedly}{t}."},
    {attributed, unsaid, "{s} {supposedly}{t}."},
    {attributed, unsaid, "{s} {reportedly}{t}."},
    {attributed, maybe, "Studies suggest {np}."},
    {attributed, same, "Studies show {np}."},
    {attributed, unsaid, "Some users report {np}."},
    {attributed, unsaid, "Users describe {np}."},
    {attributed, unsaid, "Vendors advertise {np}."},
    {attributed, unsaid, "Sellers promise {np}."},
    {attributed, unsaid, "Legends tell of {np}."},
    {attributed, unsaid, "Folk medicine speaks of {np}."},
    {attributed, maybe, "Scientists believe in {np}."},
    {attributed, unsaid, "Shops boast of {np}."},
    {attributed, unsaid, "# What Sellers Claim: {h}\n\nOur shop opens at nine."},

    {reported, unsaid, "People use {n} for {o}."},
    {reported, unsaid, "Many villagers take {n} against {o}."},
    {reported, unsaid, "Many buyers turn to {n} for {o}."},
    {reported, unsaid, "{n} {is/are} used for {o} in some villages."},
    {reported, unsaid, "{n} {is/are} taken for {o} in some villages."},
    {reported, unsaid, "{n} {was/were} once prescribed for {o}."},
    {reported, unsaid, "It is illegal to sell {n} as a remedy for {o}."},
    {reported, unsaid, "No shop may market {n} as a treatment for {o}."},
    {reported, unsaid, "{n} may not be sold as a treatment for {o}."},
    {reported, unsaid, "The agency has not approved {n} for {o}."},
    {reported, unsaid, "The agency has banned {n} as a treatment for {o}."},
    {reported, unsaid, "The law forbids advertisements which say that {c}."},
    {reported, unsaid, "Sellers may not claim that {c}."},
    {reported, unsaid, "The agency warned a company for claiming that {c}."},
    {reported, unsaid, "A label that says that {c} breaks the law."},
    {reported, unsaid, "The law forbids advertising {np}."},
    {reported, unsaid, "The agency warned a company for advertising {np}."},

    {unchanged, same, "{s} not only {f} but also {smells|smell} of hay{t}."},
    {unchanged, same, "{s} {no doubt}{t}."},
    {unchanged, same, "No doubt {c}."},
    {unchanged, same, "Without a doubt, {c}."},
    {unchanged, same, "Without doubt {c}."},
    {unchanged, same, "{c} without a doubt."},
    {unchanged, same, "There is no doubt that {c}."},
    {unchanged, same, "Nobody doubts that {c}."},
    {unchanged, same, "Did you know that {c}?"},
    {unchanged, same, "It goes without saying that {c}."},
    {unchanged, same, "You cannot deny that {c}."},
    {unchanged, same, "It may surprise you that {c}."},
    {unchanged, same, "Whether you are young or old, {c}."},
    {unchanged, same, "There is no question that {c}."},
    {unchanged, same, "Not without reason, {c}."},
    {unchanged, same, "Not surprisingly, {c}."},
    {unchanged, same, "It is no secret that {c}."},
    {unchanged, same, "Winters may be long, but {c}."},
    {unchanged, same, "The taste may be bitter; {c}."},
    {unchanged, same, "Although the taste may be bitter, {c}."},
    {unchanged, same, "{c}, although the taste may be bitter."},
    {unchanged, same, "{c}, but it may taste bitter."},
    {unchanged, same, "{c}; the price is not low."},
    {unchanged, same, "It is not cheap, but {c}."},
    {unchanged, same, "Nobody knows who named it, but {c}."},
    {unchanged, same, "Users say that the taste is bitter, but {c}."},
    {unchanged, same, "Why do so many ask? {C}."},
    {unchanged, same, "Is it old? {C}."},
    {unchanged, same, "The label reads “store in a dry place”. {C}."},
    {unchanged, same, "The poster says “open daily”, and {c}."},
    {unchanged, same, "It is not sold everywhere. {C}."},
    {unchanged, same, "{c}. It may rain tomorrow."},
    {unchanged, same, "{c}. Is it cheap?"},
    {unchanged, same, "{c}. That the taste is sweet is a myth."},
    {unchanged, same, "{alone}, used in Asia for centuries, {f}."},
    {unchanged, same, "{alone}, which may taste bitter, {f}."},
    {unchanged, same, "{alone}, which {is|are} not cheap, {f}."},
    {unchanged, same, "Sold in many shops, {alone} {f}."},
    {unchanged, same, "Used for centuries, {c}."},
    {unchanged, same, "{c} without making anybody drowsy."},
    {unchanged, same, "{c} and {does|do} not cost much."},
    {unchanged, same, "{c}, not boredom."},
    {unchanged, same, "{c}, which is not rare."},
    {unchanged, same, "{c} and may taste bitter."},
    {unchanged, same, "{c}, and nobody doubts it."},
    {unchanged, same, "Unlike sugar, {c}."},
    {unchanged, same, "If it rains, {c}."},
    {unchanged, same, "Because winters may be long, it is good to know that {c}."},
    {unchanged, same, "Not only travellers know {np}."},
    {unchanged, same, "No doubt you know {np}."},
    {unchanged, same, "There is no doubt about {np}."},
    {unchanged, same, "Winters may be long, but many know {np}."},
    {unchanged, same, "Is it old? This page is about {np}."},
};

const char* name_of(Kind kind) {
  constexpr const char* names[] = {"plain",  "negated",    "asked",    "quoted",
                                   "hedged", "attributed", "reported", "unchanged"};
  return names[static_cast<int>(kind)];
}

std::optional<std::string> change(const Saying& claim, const Change& change) {
  const std::string words = change.words;
  std::string text;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] != '{') {
      text += words[at];
      continue;
    }
    const auto end = words.find('}', at);
    const auto hole = words.substr(at + 1, end - at - 1);
    const auto part = filled(claim, hole);
    if (!part) return std::nullopt;
    text += *part;
    at = end;
  }
  const bool own_words = words.find("{n}") != std::string::npos;
  if (own_words && claim.shape != Shape::clause) return std::nullopt;
  return (own_words ? std::string() : claim.lead) + capital(text);
}

std::string verdict_on(const Saying& claim, const Stance& stance) {
  const auto evidence = claim.remedy->evidence;
  const auto strength = std::min(claim.strength, stance.cap);
  if (stance.certain || evidence == Evidence::gap) return "-";
  const bool high = evidence == Evidence::high;
  if (high && (stance.denied || strength == possible)) return "warning herbs/underclaim";
  if (stance.denied || strength == none) return "-";
  if (evidence == Evidence::nothing) return "warning core/efficacy-without-evidence";
  if (strength <= carried_by(evidence)) return "-";
  const auto severity = severity_on(evidence, strength);
  return std::string(name_of(severity)) + " herbs/efficacy";
}

}  // namespace caveat::verdict
