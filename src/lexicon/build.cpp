#include "lexicon/build.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace caveat {
namespace {

WordId word_of(LexiconBuilder& builder, std::string_view folded) {
  const auto word = add_word(builder.lexicon.words, folded);
  if (builder.units_of_word.size() <= word) builder.units_of_word.resize(word + 1);
  return word;
}

/// The unit that all `inflect` forms of `base` share.
UnitId lemma_unit(LexiconBuilder& builder, const std::string& base, Inflect inflect) {
  const auto key = base + static_cast<char>('0' + static_cast<int>(inflect));
  const auto [at, fresh] = builder.lemmas.emplace(key, builder.unit_count);
  if (!fresh) return at->second;
  ++builder.unit_count;
  for (const auto& form : forms_of(builder.inflector, base, inflect)) {
    builder.units_of_word[word_of(builder, form)].push_back(at->second);
  }
  return at->second;
}

Inflect inflection_at(Endings endings, std::size_t word, std::size_t words) {
  switch (endings) {
    case Endings::none:
      return Inflect::none;
    case Endings::noun:
      return word + 1 == words ? Inflect::noun : Inflect::none;
    case Endings::verb:
      return word == 0 ? Inflect::verb : Inflect::none;
    case Endings::every:
      return Inflect::verb;
  }
  return Inflect::none;
}

/// The node at the end of the phrase; new nodes accept nothing yet.
std::uint32_t add_phrase(LexiconBuilder& builder, const std::vector<std::string>& words,
                         Endings endings) {
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto unit = lemma_unit(builder, words[at], inflection_at(endings, at, words.size()));
    const auto next = static_cast<std::uint32_t>(builder.accepts.size());
    const auto [edge, fresh] = builder.edges.emplace(std::pair{node, unit}, next);
    if (fresh) builder.accepts.emplace_back();
    node = edge->second;
  }
  return node;
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (auto end = text.find(at); end != std::string::npos; end = text.find(at, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

bool has_empty(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const auto& word) { return word.empty(); });
}

/// "side effect free" is also written side-effect-free, and the other way round.
std::vector<std::vector<std::string>> spellings(const std::vector<std::string>& words) {
  std::vector<std::vector<std::string>> all{words};
  std::string joined;
  for (const auto& word : words) joined += (joined.empty() ? "" : "-") + word;
  const auto parts = split(joined, '-');
  if (words.size() > 1 && joined.find('\'') == std::string::npos) all.push_back({joined});
  if (parts.size() > words.size() && !has_empty(parts)) all.push_back(parts);
  return all;
}

bool accept(LexiconBuilder& builder, std::string_view text, Endings endings,
            std::span<const SymbolId> symbols) {
  const auto words = phrase_words(builder.language, text);
  if (words.empty()) return false;
  for (const auto& spelling : spellings(words)) {
    auto& accepted = builder.accepts[add_phrase(builder, spelling, endings)];
    for (const auto symbol : symbols) {
      if (std::find(accepted.begin(), accepted.end(), symbol) == accepted.end()) {
        accepted.push_back(symbol);
      }
    }
  }
  return true;
}

SymbolId named(LexiconBuilder& builder, const std::string& name) {
  const auto next = static_cast<SymbolId>(builder.lexicon.symbols.size());
  const auto [at, fresh] = builder.by_name.emplace(name, next);
  if (fresh) builder.lexicon.symbols.push_back({name, no_id});
  return at->second;
}

/// Everything above a concept, whichever way `broader` is ordered in the packs; packs with a cycle
/// have been refused, and the look-up below ends on one all the same.
void add_broader(std::vector<std::vector<SymbolId>>& meaning, std::size_t concepts) {
  for (auto& symbols : meaning) {
    for (std::size_t at = 1; at < symbols.size(); ++at) {
      if (symbols[at] >= concepts) continue;
      const auto above = meaning[symbols[at]];
      for (const auto symbol : above) {
        if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end()) {
          symbols.push_back(symbol);
        }
      }
    }
  }
}

Endings endings_of(Inflect inflect) {
  if (inflect == Inflect::noun) return Endings::noun;
  return inflect == Inflect::verb ? Endings::verb : Endings::none;
}

void add_concepts(LexiconBuilder& builder, std::span<const Pack> packs) {
  std::vector<const ConceptDef*> defs;
  for (const auto& pack : packs) {
    for (const auto& def : pack.concepts) {
      if (!builder.by_name.contains(def.id.value))
        defs.push_back(&def), named(builder, def.id.value);
    }
  }
  builder.lexicon.concepts = static_cast<std::uint32_t>(defs.size());
  for (std::uint32_t at = 0; at < defs.size(); ++at) {
    builder.lexicon.symbols[at].concept_index = at;
    std::vector<SymbolId> symbols{at, named(builder, defs[at]->of_class.value)};
    for (const auto& tag : defs[at]->tags) symbols.push_back(named(builder, tag.value));
    for (const auto& broader : defs[at]->broader) symbols.push_back(named(builder, broader.value));
    builder.meaning.push_back(std::move(symbols));
  }
  add_broader(builder.meaning, defs.size());
  for (std::uint32_t at = 0; at < defs.size(); ++at) {
    for (const auto& term : defs[at]->terms) {
      accept(builder, term.value, endings_of(defs[at]->inflect), builder.meaning[at]);
    }
  }
}

template <typename Rows, typename Flat>
std::vector<std::uint32_t> flatten(const Rows& rows, Flat& flat) {
  std::vector<std::uint32_t> first;
  for (const auto& row : rows) {
    first.push_back(static_cast<std::uint32_t>(flat.size()));
    flat.insert(flat.end(), row.begin(), row.end());
  }
  first.push_back(static_cast<std::uint32_t>(flat.size()));
  return first;
}

void place_edges(const LexiconBuilder& builder, Lexicon& lexicon) {
  std::size_t size = 16;
  while (size < builder.edges.size() * 2) size *= 2;
  lexicon.edges.assign(size, {});
  lexicon.starts.assign(builder.unit_count, 0);
  for (const auto& [from, to] : builder.edges) {
    const auto key = (static_cast<std::uint64_t>(from.first) << 32U) | from.second;
    auto at = edge_slot(key) & (size - 1);
    while (lexicon.edges[at].key != ~0ULL) at = (at + 1) & (size - 1);
    lexicon.edges[at] = {key, to};
    if (from.first == 0) lexicon.starts[from.second] = 1;
  }
}

}  // namespace

std::vector<std::string> phrase_words(const Language& language, std::string_view text) {
  const auto length = static_cast<std::uint32_t>(text.size());
  Blocks blocks;
  append_between(blocks.passage, text, 0);
  blocks.blocks = {{.shown = {0, length}}};
  Prose prose;
  read_prose(blocks, language, prose);
  std::vector<std::string> words;
  for (const auto& token : prose.tokens) {
    words.emplace_back();
    append_folded(text.substr(token.span.begin, size(token.span)), words.back());
  }
  return words;
}

LexiconBuilder start_lexicon(std::span<const Pack> packs) {
  LexiconBuilder builder;
  builder.language = compile_language(packs);
  builder.inflector = compile_inflector(packs);
  builder.accepts.emplace_back();
  builder.units_of_word.emplace_back();
  add_concepts(builder, packs);
  builder.lexicon.literals = static_cast<std::uint32_t>(builder.lexicon.symbols.size());
  return builder;
}

SymbolId symbol_named(const LexiconBuilder& builder, std::string_view name) {
  const auto at = builder.by_name.find(std::string(name));
  return at == builder.by_name.end() ? no_id : at->second;
}

SymbolId literal_symbol(LexiconBuilder& builder, std::string_view text, Endings endings) {
  const char quote = endings == Endings::none ? '\'' : '"';
  const auto key = quote + std::string(text) + quote;
  const auto next = static_cast<SymbolId>(builder.lexicon.symbols.size());
  const auto [at, fresh] = builder.by_literal.emplace(key, next);
  if (!fresh) return at->second;
  if (!accept(builder, text, endings, std::span(&next, 1))) {
    builder.by_literal.erase(at);
    return no_id;
  }
  builder.lexicon.symbols.push_back({key, no_id});
  return next;
}

Lexicon finish_lexicon(LexiconBuilder& builder) {
  auto lexicon = std::move(builder.lexicon);
  builder.units_of_word.resize(lexicon.words.count + 1);
  lexicon.unit_first = flatten(builder.units_of_word, lexicon.units);
  lexicon.accept_first = flatten(builder.accepts, lexicon.accepts);
  place_edges(builder, lexicon);
  return lexicon;
}

}  // namespace caveat
