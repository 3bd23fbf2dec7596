#include "lint/verdict_claims.hpp"

namespace caveat::verdict {
namespace {

/// Which words a claim is made of; distributions of the standard library differ between
/// compilers, so numbers are taken as they come.
struct Choice {
  const Remedy* remedy;
  Name name;
  Verb verb;
  std::string outcome;
  const char* adjective;
};

template <typename Item>
const Item& pick(Random& random, const std::vector<Item>& items) {
  return items[random() % items.size()];
}

Choice choose(Random& random, const Remedy& remedy) {
  Choice choice{&remedy, name_of(remedy, random()), {}, {}, pick(random, adjectives)};
  const auto kind = random() % 10;
  choice.verb = pick(random, kind < 6 ? lessening : kind < 9 ? raising : altering);
  choice.outcome = pick(random, kind < 6 ? conditions : faculties);
  return choice;
}

std::string mark(const std::string& words) {
  return "«" + words + "»";
}

/// Of a condition, for the forms that name a disease.
std::string illness(Random& random) {
  return pick(random, conditions);
}

std::string capital(std::string words) {
  if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

Saying clause(const char* form, const Choice& choice, const std::string& subject) {
  Saying parts;
  parts.form = form;
  parts.remedy = choice.remedy;
  parts.name = choice.name;
  parts.outcome = choice.outcome;
  parts.strength = choice.verb.strength;
  parts.subject = subject;
  parts.plural = choice.name.plural;
  parts.base = mark(choice.verb.base + (" " + choice.outcome));
  parts.third = mark(choice.verb.third + (" " + choice.outcome));
  return parts;
}

/// As `clause`, with a predicate of its own instead of the verb.
Saying says(const char* form, const Choice& choice, const std::string& base,
            const std::string& third) {
  auto parts = clause(form, choice, choice.name.words);
  parts.base = base;
  parts.third = third;
  parts.acts = false;
  parts.strength = Strength::direct;
  return parts;
}

Saying is(const char* form, const Choice& choice, const std::string& rest) {
  auto parts = says(form, choice, "", "");
  parts.be = true;
  parts.rest = rest;
  return parts;
}

std::string aside(const Remedy& remedy) {
  return remedy.what == std::string("medicine") ? ", a white powder," : ", a bitter leaf,";
}

Saying active(Random&, const Choice& c) {
  return clause("active", c, c.name.words);
}

Saying passive(Random&, const Choice& c) {
  auto parts = is("passive", c, std::string(c.verb.participle) + "» by " + c.name.words);
  parts.subject = "«" + c.outcome;
  const bool many =
      c.outcome.find(" and ") != std::string::npos || c.outcome.ends_with("headaches");
  parts.plural = many;
  parts.strength = c.verb.strength;
  return parts;
}

Saying apposition(Random&, const Choice& c) {
  return clause("apposition", c, c.name.words + aside(*c.remedy));
}

Saying relative(Random&, const Choice& c) {
  auto parts = clause("relative", c, c.name.words + ", which");
  parts.tail = c.name.plural ? ", cost very little" : ", costs very little";
  parts.inverts = parts.subordinate = false;
  return parts;
}

Saying relative_that(Random&, const Choice& c) {
  auto parts =
      clause("relative that", c, std::string(c.remedy->name) + " is a " + c.remedy->what + " that");
  parts.plural = parts.inverts = parts.subordinate = false;
  return parts;
}

Saying second_verb(Random&, const Choice& c) {
  auto parts = clause("second verb", c,
                      c.name.words + (c.name.plural ? " taste" : " tastes") + " bitter and");
  parts.inverts = false;
  return parts;
}

Saying two_subjects(Random&, const Choice& c) {
  auto parts = clause("two subjects", c, c.name.words + " and a little luck");
  parts.plural = true;
  return parts;
}

Saying carried(Random&, const Choice& c) {
  auto parts = clause("carried", c, c.name.plural ? "they" : "it");
  parts.lead = capital(c.name.words) + (c.name.plural ? " are" : " is") + " sold in many towns. ";
  return parts;
}

Saying carried_noun(Random&, const Choice& c) {
  auto parts = clause("carried noun", c, std::string("this ") + c.remedy->what);
  parts.lead = capital(c.remedy->name) + " has a long history. ";
  parts.plural = false;
  return parts;
}

Saying under_heading(Random&, const Choice& c) {
  auto parts = clause("under heading", c, "it");
  parts.lead = "# " + capital(c.remedy->name) + "\n\n";
  parts.plural = false;
  return parts;
}

Saying offer(Random& random, const Choice& c) {
  const auto ill = illness(random);
  auto parts =
      random() % 2 == 0
          ? says("offer", c, mark("offer relief from " + ill), mark("offers relief from " + ill))
          : says("offer", c, mark("bring " + ill + " relief"), mark("brings " + ill + " relief"));
  parts.outcome = ill;
  return parts;
}

Saying remedy_for(Random& random, const Choice& c) {
  const auto ill = illness(random);
  auto parts = is("remedy for", c,
                  random() % 2 == 0 ? "a natural " + mark("remedy for " + ill)
                                    : "an effective " + mark("treatment for " + ill));
  parts.outcome = ill;
  if (parts.plural)
    parts =
        is("remedy for", {c.remedy, {c.remedy->name, false}, c.verb, ill, c.adjective}, parts.rest);
  return parts;
}

Saying good_for(Random& random, const Choice& c) {
  const auto ill = illness(random);
  const std::vector<std::string> words = {"effective against ", "helpful for ", "good for ",
                                          "effective for "};
  auto parts = is("good for", c, mark(pick(random, words) + ill));
  parts.outcome = ill;
  return parts;
}

Saying has_effects(Random&, const Choice& c) {
  const std::string rest = std::string(c.adjective) + " effects";
  auto parts = says("has effects", c, mark("have " + rest), mark("has " + rest));
  return parts;
}

Saying participle(Random&, const Choice& c) {
  auto parts = clause("participle", c, c.name.words);
  parts.acts = false;
  parts.base = "act on the nerves, " + mark(c.verb.gerund + (" " + c.outcome));
  parts.third = "acts on the nerves, " + mark(c.verb.gerund + (" " + c.outcome));
  return parts;
}

Saying phrase(const char* form, const Choice& c, const std::string& words, Strength strength) {
  auto parts = clause(form, c, words);
  parts.shape = Shape::phrase;
  parts.strength = strength;
  return parts;
}

Saying ability(Random&, const Choice& c) {
  const std::string name = c.remedy->name;
  return phrase("ability", c, name + "'s ability to " + mark(c.verb.base + (" " + c.outcome)),
                c.verb.strength);
}

Saying power_of(Random&, const Choice& c) {
  return phrase("power of", c,
                "the power of " + c.name.words + " to " + mark(c.verb.base + (" " + c.outcome)),
                c.verb.strength);
}

Saying role_in(Random&, const Choice& c) {
  return phrase("role in", c,
                "the role of " + std::string(c.remedy->name) + " in " +
                    mark(c.verb.gerund + (" " + c.outcome)),
                Strength::probable);
}

Saying effects_of(Random&, const Choice& c) {
  return phrase("effects of", c,
                "the " + mark(c.adjective + std::string(" effects")) + " of " + c.name.words,
                Strength::direct);
}

Saying treatment_with(Random& random, const Choice& c) {
  const auto ill = illness(random);
  return phrase("treatment with", c, mark("treatment of " + ill) + " with " + c.name.words,
                Strength::direct);
}

Saying heading(const char* form, const Choice& c, const std::string& words, Strength strength) {
  auto parts = clause(form, c, words);
  parts.shape = Shape::heading;
  parts.strength = strength;
  return parts;
}

Saying for_illness(Random& random, const Choice& c) {
  const std::string ill = illness(random);
  return heading("for", c, std::string(c.remedy->name) + " for " + ill, Strength::probable);
}

Saying label(Random& random, const Choice& c) {
  const std::string ill = illness(random);
  return heading("label", c,
                 std::string(c.remedy->name) + ", a natural " + mark("remedy for " + ill),
                 Strength::direct);
}

constexpr Saying (*forms[])(Random&, const Choice&) = {
    active,       passive,        apposition,   relative,      relative_that, second_verb,
    two_subjects, carried,        carried_noun, under_heading, offer,         remedy_for,
    good_for,     has_effects,    participle,   ability,       power_of,      role_in,
    effects_of,   treatment_with, for_illness,  label};

}  // namespace

std::vector<Saying> make_claims(std::size_t count) {
  Random random(20261122);
  std::vector<Saying> claims;
  while (claims.size() < count) {
    for (const auto form : forms) {
      const auto& remedy = remedies[claims.size() % remedies.size()];
      claims.push_back(form(random, choose(random, remedy)));
    }
  }
  return claims;
}

}  // namespace caveat::verdict
