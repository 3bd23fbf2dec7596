// Packs and their mistakes as text, so that a test is a table: what an author writes, what the
// loader says.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pack/load.hpp"
#include "text/source.hpp"

namespace caveat {

inline constexpr std::string_view head =
    "[pack]\nname = \"p\"\nversion = \"1\"\nlanguage = \"en\"\ndescription = \"d\"\n";

/// With a concept that entries can speak about.
inline const std::string head_and_concept =
    std::string(head) + "[[concept]]\nid = 'c'\nclass = 'intervention'\nterms = ['c']\n";

struct Loaded {
  PackSet set;
  std::vector<PackDiagnostic> problems;
};

inline Loaded load(std::vector<PackFile> files) {
  Loaded loaded;
  loaded.set = load_packs(std::move(files), loaded.problems);
  return loaded;
}

/// Lines that complete an entry, so that a row shows its one mistake and no other.
inline constexpr std::pair<const char*, const char*> rests[] = {
    {"[[concept]]", "id = 'e'\nclass = 'outcome'\nterms = ['e']\n"},
    {"[[scope]]", "id = 's'\ncue = \"'not'\"\n"},
    {"[[frame]]", "id = 'f'\ncue = \"'myths'\"\n"},
    {"[[claim]]",
     "id = 'cl'\nmatch = \"'x'\"\nflags = ['a', 'b', 'c']\nallows = ['d', 'e', 'f']\n"},
    {"[[evidence]]",
     "intervention = 'c'\noutcome = 'c'\ncertainty = 'low'\neffect = 'none'\n"
     "source = { title = 't' }\n"},
    {"[[term]]", "correct = 't'\n"},
    {"[[fact]]",
     "id = 'f'\nmatch = \"'x'\"\nmessage = 'm'\nsource = { title = 't' }\n"
     "flags = ['a', 'b', 'c']\nallows = ['d', 'e', 'f']\n"},
    {"[[rule]]",
     "id = 'r'\ncategory = 'safety'\nmatch = \"'x'\"\nmessage = 'm'\nwhy = 'w'\n"
     "source = { title = 't' }\nflags = ['a', 'b', 'c']\nallows = ['d', 'e', 'f']\n"},
    {"[[caveat]]",
     "id = 'k'\nwhen = 'topic c'\nrequire = \"'x'\"\nmessage = 'm'\nsource = { title = 't' }\n"
     "flags = ['a']\nallows = ['b']\n"}};

/// What a correct entry still needs after the lines of `entry`.
inline std::string rest_of(std::string_view entry) {
  std::string out;
  for (const auto& [header, lines] : rests) {
    if (!entry.starts_with(header)) continue;
    for (std::string_view rest = lines; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n') + 1);
      const std::string key = '\n' + std::string(line.substr(0, line.find('=') + 1));
      if (entry.find(key) == entry.npos) out += line;
      rest.remove_prefix(line.size());
    }
  }
  return out;
}

/// Replaces each line `...` by the rest of its entry.
inline std::string complete(std::string_view text) {
  std::string out;
  for (std::size_t dots; (dots = text.find("\n...\n")) != text.npos;) {
    out += text.substr(0, dots + 1);
    out += rest_of(std::string_view(out).substr(out.rfind("[[") == out.npos ? 0 : out.rfind("[[")));
    text.remove_prefix(dots + 5);
  }
  return out + std::string(text);
}

/// A text beside the pack.toml of its pack, so that its own lines count from 1. A newline at its
/// start is that of a raw literal; a line `...` stands for the rest of an entry.
inline Loaded load_entry(std::string_view text, std::string_view pack_toml = head_and_concept) {
  if (text.starts_with('\n')) text.remove_prefix(1);
  return load({{"p/pack.toml", std::string(pack_toml)}, {"p/x.toml", complete(text)}});
}

inline std::string place(const Source& source, std::uint32_t offset) {
  const Place at = place_of(source, offset);
  return std::to_string(at.line) + ':' + std::to_string(at.column);
}

/// `x.toml:3:1: error: message [rule]`, the text that the caret underlines, the notes.
inline std::string print(const Loaded& loaded, const PackDiagnostic& problem) {
  const Source& source = loaded.set.sources[problem.source];
  const Diagnostic& diagnostic = problem.diagnostic;
  std::string out = source.path.substr(source.path.starts_with("p/") ? 2 : 0) + ':' +
                    place(source, diagnostic.span.begin) + ": " + name_of(diagnostic.severity) +
                    ": " + diagnostic.message + " [" + diagnostic.rule + "]\n";
  out += "  {" + std::string(slice(source, diagnostic.span)) + "}\n";
  for (const Note& note : diagnostic.notes) {
    out += "  note: ";
    if (note.span)
      out +=
          place(source, note.span->begin) + ": {" + std::string(slice(source, *note.span)) + "} ";
    out += note.message + '\n';
  }
  return out;
}

/// All of them, after a newline for a raw literal to compare with; empty if there are none.
inline std::string mistakes(const Loaded& loaded) {
  std::string out;
  for (const PackDiagnostic& problem : loaded.problems) out += print(loaded, problem);
  return out.empty() ? out : '\n' + out;
}

/// What an author writes, and what the loader says or reads.
struct Row {
  const char* title;
  const char* toml;
  const char* printed;
};

inline std::string join(const std::vector<Text>& texts) {
  std::string out;
  for (const Text& text : texts) out += (out.empty() ? "" : "|") + text.value;
  return out;
}

/// ` name=value`, or nothing when there is no value.
inline std::string part(const char* name, const std::string& value) {
  return value.empty() ? "" : " " + std::string(name) + '=' + value;
}

inline std::string print(const Citation& citation, const Review& review) {
  std::string out = part("source", citation.title);
  if (citation.year != 0) out += " (" + std::to_string(citation.year) + ")";
  return out + part("url", citation.url) + part("reviewed", review.reviewed) +
         (review.verified ? "" : " unverified");
}

inline std::string print(const ConceptDef& def) {
  static constexpr const char* inflections[] = {"none", "noun", "verb"};
  return "concept " + def.id.value + " : " + def.of_class.value + part("tags", join(def.tags)) +
         part("broader", join(def.broader)) + part("terms", join(def.terms)) +
         part("inflect", inflections[static_cast<int>(def.inflect)]) +
         part("strength", def.has_strength ? name_of(def.strength) : "") + '\n';
}

inline std::string print(const ScopeDef& def) {
  static constexpr const char* reaches[] = {"clause-after",   "clause-before",   "clause",
                                            "sentence-after", "sentence-before", "sentence"};
  static constexpr const char* kinds[] = {"", "wording", "speculation", "negation", "pseudo"};
  if (is_shown(def.kind)) {
    return "scope " + def.id.value + part("kind", kinds[static_cast<int>(def.kind)]) +
           part("cue", def.cue.value) + part("since", def.since.value) +
           part("until", def.until.value) + '\n';
  }
  return "scope " + def.id.value + part("cue", def.cue.value) + part("until", def.until.value) +
         part("reach", reaches[static_cast<int>(def.reach)]) +
         part("within", def.within == 0 ? "" : std::to_string(def.within)) +
         part("cap", def.has_cap ? name_of(def.cap) : "") + (def.negates ? " negates" : "") +
         (def.certain ? " certain" : "") + '\n';
}

inline std::string print(const FrameDef& def) {
  static constexpr const char* overs[] = {"text", "items", "quotation", "before"};
  return "frame " + def.id.value + part("cue", def.cue.value) + part("until", def.until.value) +
         part("scope", def.scope.value) + part("over", overs[static_cast<int>(def.over)]) +
         (def.silent ? " silent" : "") + '\n';
}

inline std::string print(const ClaimDef& def) {
  return "claim " + def.id.value + part("match", def.match.value) +
         part("unless", def.unless.value) +
         part("strength", def.has_strength ? name_of(def.strength) : "") +
         part("flags", join(def.flags)) + part("allows", join(def.allows)) + '\n';
}

inline std::string print(const EvidenceDef& def) {
  static constexpr const char* effects[] = {"unknown", "benefit", "none", "harm"};
  return "evidence " + def.intervention.value + " on " + def.outcome.value + ": " +
         name_of(def.certainty) + ", " + effects[static_cast<int>(def.effect)] + ", carries " +
         name_of(def.carries) + print(def.source, def.review) + part("note", def.note) + '\n';
}

inline std::string print(const TermDef& def) {
  return "term " + def.correct.value + part("wrong", join(def.wrong)) +
         part("known", join(def.known)) + (def.near ? " near" : "") + part("message", def.message) +
         print(def.source, def.review) + '\n';
}

inline std::string print(const RuleDef& def) {
  return "rule " + def.id.value + " (" + def.category + ", " + name_of(def.severity) + ')' +
         part("match", def.match.value) + part("unless", def.unless.value) +
         part("when", def.when.value) + part("message", def.message.value) + part("why", def.why) +
         part("harm", def.harm) + part("fix", def.fix.value) + print(def.source, def.review) +
         part("flags", join(def.flags)) + part("allows", join(def.allows)) + '\n';
}

inline std::string print(const CaveatDef& def) {
  static constexpr const char* scopes[] = {"document", "section", "near"};
  return "caveat " + def.id.value + " (" + scopes[static_cast<int>(def.scope)] + ", " +
         name_of(def.severity) + ')' + part("when", def.when.value) +
         part("mentions", def.mentions.value) + part("require", def.require.value) +
         part("unless", def.unless.value) + part("near", def.near.value) +
         part("message", def.message) + part("why", def.why) + print(def.source, def.review) +
         part("flags", join(def.flags)) + part("allows", join(def.allows)) + '\n';
}

inline std::string print_forms(
    const char* name,
    const std::vector<std::pair<std::string, std::vector<std::string>>>& endings) {
  std::string out;
  for (const auto& [ending, forms] : endings) {
    out += std::string(name) + " -" + ending + " ->";
    for (const std::string& form : forms) out += " -" + form;
    out += '\n';
  }
  return out;
}

inline std::string print(const LanguageDef& words) {
  std::string out = part("abbreviations", join(words.abbreviations)) +
                    part("starters", join(words.starters)) + part("openers", join(words.openers)) +
                    part("labels", join(words.labels)) + part("units", join(words.units)) +
                    part("whole", join(words.whole));
  if (!out.empty()) out = "language" + out + '\n';
  out += print_forms("verb", words.verb_endings) + print_forms("noun", words.noun_endings);
  for (const std::vector<std::string>& row : words.irregular) {
    out += "irregular";
    for (const std::string& form : row) out += ' ' + form;
    out += '\n';
  }
  return out;
}

inline std::string print(const ConceptChange& def) {
  return "change " + def.id.value + part("add", join(def.add)) + part("remove", join(def.remove)) +
         '\n';
}

inline std::string print(const OverrideDef& def) {
  return "override " + def.rule.value +
         part("severity", def.severity ? name_of(*def.severity) : "") +
         (def.disable ? " disable" : "") + '\n';
}

template <typename Def>
std::string print_all(const std::vector<Def>& defs) {
  std::string out;
  for (const Def& def : defs) out += print(def);
  return out;
}

/// Everything in a pack but what [pack] says.
inline std::string entries(const Pack& pack) {
  std::string out = print(pack.words);
  for (const ProductionDef& def : pack.productions)
    out += def.name.value + " <- " + def.pattern.value + '\n';
  return out + print_all(pack.scopes) + print_all(pack.frames) + print_all(pack.concepts) +
         print_all(pack.claims) + print_all(pack.evidence) + print_all(pack.terms) +
         print_all(pack.rules) + print_all(pack.caveats) + print_all(pack.changes) +
         print_all(pack.overrides);
}

inline std::string entries(const Loaded& loaded) {
  std::string out;
  for (const Pack& pack : loaded.set.packs) out += entries(pack);
  return out;
}

}  // namespace caveat
