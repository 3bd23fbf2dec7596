#include "format/html_tame.hpp"

#include <algorithm>

#include "format/html_facts.hpp"
#include "format/html_markup.hpp"
#include "format/html_tags.hpp"

namespace caveat {
namespace {

/// Honest pages nest a few dozen elements; threads of answers in answers a hundred.
constexpr std::size_t max_depth = 160;

/// How far an end tag looks for the start tag that went.
constexpr std::size_t max_look_back = 16;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// What a <template> holds is decided by the first tag in it: in one that holds cells, gumbo takes
/// no rows, and so on.
enum class Holds : std::uint8_t { nothing, cells, rows, sections, blocks };

struct Open {
  GumboTag tag;   ///< as gumbo sees it
  GumboTag real;  ///< as the page has it
  Holds holds = Holds::nothing;
};

struct Tamer {
  std::string_view page;
  TamePage tame;
  std::vector<Open> open = {};      ///< what gumbo has open, but for <html>, <head> and <body>
  std::vector<GumboTag> gone = {};  ///< start tags that went, until their end tags do
  std::size_t around = 0;           ///< 1 for a fragment: the <template> around it
};

bool has(GumboTag tag, std::uint32_t trait) {
  return (traits_of(tag) & trait) != 0;
}

bool is_foreign(GumboTag tag) {
  return tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH;
}

bool is_foreign(const Tamer& tamer) {
  return !tamer.open.empty() && is_foreign(tamer.open.back().tag);
}

// --- Bytes of the copy

void fill(Tamer& tamer, std::size_t begin, std::size_t end, char c) {
  std::fill(tamer.tame.bytes.begin() + static_cast<std::ptrdiff_t>(begin),
            tamer.tame.bytes.begin() + static_cast<std::ptrdiff_t>(end), c);
}

/// Becomes white space, and other than what it was: so it is known that it is not shown.
void drop(Tamer& tamer, Span tag) {
  for (auto at = tag.begin; at < tag.end; ++at) {
    tamer.tame.bytes[at] = tamer.page[at] == ' ' ? '\n' : ' ';
  }
}

void rename(Tamer& tamer, Span name, GumboTag tag) {
  const std::string_view letters = gumbo_normalized_tagname(tag);
  fill(tamer, name.begin, name.end, ' ');
  tamer.tame.bytes.replace(name.begin, letters.size(), letters);
}

/// No tag, comment or end of a section in there, whoever reads it.
void hush(Tamer& tamer, std::size_t begin, std::size_t end) {
  for (; begin < end; ++begin) {
    char& c = tamer.tame.bytes[begin];
    if (c == '<' || c == '>') c = ' ';
  }
}

/// Gumbo compares the names of all with each other; what they say is read from the page.
void drop_attributes(Tamer& tamer, const Markup& tag) {
  fill(tamer, tag.name.end, tag.whole.end - (tag.self_closing ? 2 : 1), ' ');
}

// --- Which elements are open

/// The innermost open element that is `wanted`, unless one that is `stop` stands before it.
template <typename Wanted, typename Stop>
std::size_t find_open(const Tamer& tamer, Wanted wanted, Stop stop) {
  for (auto i = tamer.open.size(); i-- > 0;) {
    if (wanted(tamer.open[i].tag)) return i;
    if (stop(tamer.open[i].tag)) return nowhere;
  }
  return nowhere;
}

auto same(GumboTag tag) {
  return [tag](GumboTag other) { return other == tag; };
}

auto any_with(std::uint32_t trait) {
  return [trait](GumboTag tag) { return has(tag, trait); };
}

bool never(GumboTag) {
  return false;
}

bool is_cell(GumboTag tag) {
  return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

bool is_section(GumboTag tag) {
  return tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT;
}

bool holds_parts(const Tamer& tamer, std::size_t index) {
  const Holds holds = tamer.open[index].holds;
  return holds == Holds::cells || holds == Holds::rows || holds == Holds::sections;
}

/// Whether it closed anything.
bool close_to(Tamer& tamer, std::size_t index) {
  if (index >= tamer.open.size()) return false;
  tamer.open.resize(index);
  return true;
}

void close_paragraph(Tamer& tamer) {
  close_to(tamer, find_open(tamer, same(GUMBO_TAG_P), any_with(is_scope)));
}

bool is_item(GumboTag tag) {
  return tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT;
}

/// A <li> before this one, or a <dt> or <dd>, unless it is that of an outer list.
void close_item(Tamer& tamer, GumboTag tag) {
  const auto item = [tag](GumboTag other) {
    return is_item(other) && (other == GUMBO_TAG_LI) == (tag == GUMBO_TAG_LI);
  };
  close_to(tamer, find_open(tamer, item, [](GumboTag other) {
             return has(other, is_special) && other != GUMBO_TAG_P && other != GUMBO_TAG_DIV &&
                    other != GUMBO_TAG_ADDRESS;
           }));
}

/// A table in a table, but in none of its cells, takes its place. False if no table may start.
bool close_table(Tamer& tamer) {
  const auto index = find_open(tamer, any_with(is_scope), never);
  if (index == nowhere) return true;
  const GumboTag tag = tamer.open[index].tag;
  if (tag == GUMBO_TAG_TABLE) close_to(tamer, index);
  return tag != GUMBO_TAG_TEMPLATE || !holds_parts(tamer, index);
}

void open_implied(Tamer& tamer, std::size_t at, GumboTag tag) {
  if (tamer.open.size() == at) tamer.open.push_back({tag, tag});
}

/// Rows start in a section, cells in a row; `first` is where the outermost of them stands.
void close_in_table(Tamer& tamer, std::size_t first, GumboTag tag, Holds holds) {
  const auto tag_at = [&](std::size_t i) {
    return i < tamer.open.size() ? tamer.open[i].tag : GUMBO_TAG_LAST;
  };
  const bool in_section = holds == Holds::sections && (is_cell(tag) || tag == GUMBO_TAG_TR);
  const bool in_row = holds != Holds::cells && is_cell(tag);
  const bool section = in_section && is_section(tag_at(first));
  const bool row =
      in_row && tag_at(first + (in_section ? 1 : 0)) == GUMBO_TAG_TR && section == in_section;
  close_to(tamer, first + (section ? 1 : 0) + (row ? 1 : 0));
  if (in_section) open_implied(tamer, first, GUMBO_TAG_TBODY);
  if (in_row) open_implied(tamer, first + (in_section ? 1 : 0), GUMBO_TAG_TR);
}

bool may_hold(Holds holds, GumboTag part) {
  if (holds == Holds::cells) return is_cell(part);
  if (holds == Holds::rows) return is_cell(part) || part == GUMBO_TAG_TR;
  return holds == Holds::sections;
}

/// What stays open when a part of a table starts. False if gumbo ignores it.
bool close_for_part(Tamer& tamer, GumboTag tag) {
  const auto base = find_open(
      tamer, [](GumboTag other) { return other == GUMBO_TAG_TABLE || other == GUMBO_TAG_TEMPLATE; },
      never);
  if (base == nowhere) return false;
  const bool table = tamer.open[base].tag == GUMBO_TAG_TABLE;
  const Holds holds = table ? Holds::sections : tamer.open[base].holds;
  if (!may_hold(holds, tag)) return false;
  close_in_table(tamer, base + 1, tag, holds);
  return true;
}

/// What a start tag closes. False if gumbo ignores the tag.
bool close_for(Tamer& tamer, GumboTag tag) {
  if (has(tag, is_table_part)) return close_for_part(tamer, tag);
  if (tag == GUMBO_TAG_TABLE) return close_table(tamer);
  if (is_item(tag)) close_item(tamer, tag);
  if (has(tag, is_block | is_heading | ends_paragraph)) close_paragraph(tamer);
  if (has(tag, is_heading) && !tamer.open.empty() && has(tamer.open.back().tag, is_heading)) {
    tamer.open.pop_back();
  }
  return true;
}

// --- Start tags

Holds held_by_template(GumboTag first) {
  if (is_cell(first)) return Holds::cells;
  if (first == GUMBO_TAG_TR) return Holds::rows;
  return has(first, is_table_part) ? Holds::sections : Holds::blocks;
}

/// Scripts and metadata may stand in front of what a <template> holds.
void decide_template(Tamer& tamer, GumboTag tag) {
  if (tamer.open.empty() || tamer.open.back().tag != GUMBO_TAG_TEMPLATE) return;
  const bool neutral = tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE ||
                       tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_NOFRAMES ||
                       tag == GUMBO_TAG_META || tag == GUMBO_TAG_TEMPLATE;
  Holds& holds = tamer.open.back().holds;
  if (holds == Holds::nothing && !neutral) holds = held_by_template(tag);
}

/// Behind an element that holds no tags.
std::size_t skip_raw(Tamer& tamer, const Markup& tag, GumboTag name) {
  const auto begin = tag.whole.end;
  const bool plain = name == GUMBO_TAG_PLAINTEXT;
  const auto end = plain ? tamer.page.size()
                         : end_of_raw_text(tamer.page, begin, gumbo_normalized_tagname(name));
  hush(tamer, begin, end);
  if (end == tamer.page.size()) return end;
  const Markup last = read_markup(tamer.page, end);
  if (!last.closed) drop(tamer, last.whole);
  return last.whole.end;
}

/// In <svg> and <math>, which show no text, nothing opens; false if the tag leaves them.
bool start_in_foreign(Tamer& tamer, const Markup& tag, GumboTag name) {
  if (has(name, leaves_svg)) {
    while (is_foreign(tamer)) tamer.open.pop_back();
    tamer.gone.clear();
    return false;
  }
  drop(tamer, tag.whole);
  if (is_foreign(name) && !tag.self_closing) tamer.gone.push_back(name);
  return true;
}

/// What a source may be is linked on another site.
bool leads_away(std::string_view target) {
  return target.starts_with("//") || target.find(':') != target.npos;
}

/// Inline elements that only show their text are left out.
bool is_dropped(const Tamer& tamer, const Markup& tag, GumboTag name) {
  if (has(name, is_idle)) return true;
  if (!has(name, is_inline)) return false;
  const TagFacts facts = facts_of(tamer.page, tag.whole.begin);
  return !facts.hidden && empty(facts.title) && !leads_away(slice(tamer.page, facts.href));
}

/// As gumbo is to see it.
GumboTag disguise_of(GumboTag tag) {
  if (has(tag, is_inline | is_like_q)) return GUMBO_TAG_Q;
  return has(tag, is_like_div) ? GUMBO_TAG_DIV : tag;
}

void start_element(Tamer& tamer, const Markup& tag, GumboTag real) {
  const GumboTag name = disguise_of(real);
  const bool full = tamer.open.size() >= max_depth;
  const bool fits = !full || !has(name, is_table_part);  // which may open two more
  if (fits && !close_for(tamer, name)) return drop(tamer, tag.whole);
  if (has(name, is_void | is_raw) || (is_foreign(name) && tag.self_closing)) return;
  if (full && tamer.open.size() >= max_depth) {
    tamer.gone.push_back(real);
    return drop(tamer, tag.whole);
  }
  if (name != real) rename(tamer, tag.name, name);
  tamer.open.push_back({name, real});
}

std::size_t take_start_tag(Tamer& tamer, const Markup& tag) {
  const GumboTag name = tag_named(slice(tamer.page, tag.name));
  drop_attributes(tamer, tag);
  if (is_foreign(tamer) && start_in_foreign(tamer, tag, name)) return tag.whole.end;
  if (is_dropped(tamer, tag, name)) {
    drop(tamer, tag.whole);
    return tag.whole.end;
  }
  decide_template(tamer, name);
  start_element(tamer, tag, name);
  return has(name, is_raw) ? skip_raw(tamer, tag, name) : tag.whole.end;
}

// --- End tags

/// Gumbo takes "</svg >" for the end of something else.
bool end_foreign(Tamer& tamer, const Markup& tag, GumboTag name) {
  fill(tamer, tag.name.end, tag.whole.end, ' ');
  tamer.tame.bytes[tag.name.end] = '>';
  return is_foreign(tamer) && tamer.open.back().tag == name &&
         close_to(tamer, tamer.open.size() - 1);
}

/// Gumbo closes the innermost <q>, whatever it was; so that one must be the one that is meant.
bool end_disguised(Tamer& tamer, const Markup& tag, GumboTag name) {
  const auto q = find_open(tamer, same(GUMBO_TAG_Q), any_with(is_special));
  if (q == nowhere || tamer.open[q].real != name) return false;
  rename(tamer, tag.name, GUMBO_TAG_Q);
  return close_to(tamer, q);
}

bool end_template(Tamer& tamer) {
  const auto index = find_open(tamer, same(GUMBO_TAG_TEMPLATE), never);
  return index != nowhere && index >= tamer.around && close_to(tamer, index);
}

/// The element that an end tag closes, with all that is open inside of it.
std::size_t find_closed(const Tamer& tamer, GumboTag name) {
  const auto scope = any_with(is_scope);
  if (name == GUMBO_TAG_TABLE || has(name, is_table_part)) {
    return find_open(tamer, same(name), [](GumboTag tag) {
      return tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_TEMPLATE;
    });
  }
  if (name == GUMBO_TAG_LI) {
    return find_open(tamer, same(name), [](GumboTag tag) {
      return has(tag, is_scope) || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL;
    });
  }
  if (has(name, is_heading)) return find_open(tamer, any_with(is_heading), scope);
  if (has(name, is_block | ends_paragraph)) return find_open(tamer, same(name), scope);
  return find_open(tamer, same(name), any_with(is_special));
}

/// Whether it closes anything: what does not is not shown to gumbo.
bool end_element(Tamer& tamer, const Markup& tag, GumboTag real) {
  if (is_foreign(real)) return end_foreign(tamer, tag, real);
  if (real == GUMBO_TAG_TEMPLATE) return end_template(tamer);
  const GumboTag name = disguise_of(real);
  if (name == GUMBO_TAG_Q) return end_disguised(tamer, tag, real);
  if (!close_to(tamer, find_closed(tamer, name))) return false;
  if (name != real) rename(tamer, tag.name, name);
  return true;
}

/// The end of an element whose start tag went.
bool ends_gone(Tamer& tamer, GumboTag name) {
  auto& gone = tamer.gone;
  const auto last = gone.size() - std::min(gone.size(), max_look_back);
  for (auto i = gone.size(); i-- > last;) {
    if (gone[i] != name) continue;
    gone.resize(i);
    return true;
  }
  return false;
}

void take_end_tag(Tamer& tamer, const Markup& tag) {
  const GumboTag name = tag_named(slice(tamer.page, tag.name));
  if (name == GUMBO_TAG_BR) return;  // it is one more <br>
  if (ends_gone(tamer, name)) return drop(tamer, tag.whole);
  if (!end_element(tamer, tag, name)) return drop(tamer, tag.whole);
  tamer.gone.clear();
}

// --- The pass

/// <![CDATA[ … ]]> is text in <svg> and <math>, and ends at the first ">" elsewhere.
std::size_t take_cdata(Tamer& tamer, std::size_t at) {
  if (!is_foreign(tamer)) {
    tamer.tame.bytes[at + 2] = ' ';
    return read_markup(tamer.page, at).whole.end;
  }
  const auto begin = at + 9;
  const auto end = std::min(tamer.page.find("]]>", begin), tamer.page.size());
  hush(tamer, begin, end);
  return std::min(end + 3, tamer.page.size());
}

/// A doctype decides what a table closes: without any, pages are read in one way only. And behind
/// "</>" gumbo does not know where the next tag starts.
void take_declaration(Tamer& tamer, const Markup& markup) {
  if (size(markup.whole) == 3) return drop(tamer, markup.whole);
  if (size(markup.whole) > 9) tamer.tame.bytes[markup.whole.begin + 2] = ' ';
}

std::size_t take_markup(Tamer& tamer, std::size_t at) {
  if (starts_cdata(tamer.page, at)) return take_cdata(tamer, at);
  const Markup markup = read_markup(tamer.page, at);
  if (!markup.closed) {  // browsers drop a tag that the page ends in
    drop(tamer, markup.whole);
    return tamer.page.size();
  }
  if (markup.kind == MarkupKind::comment) tamer.tame.comments.push_back(markup.whole);
  if (markup.kind == MarkupKind::declaration) take_declaration(tamer, markup);
  if (markup.kind == MarkupKind::start_tag) return take_start_tag(tamer, markup);
  if (markup.kind == MarkupKind::end_tag) take_end_tag(tamer, markup);
  return markup.whole.end;
}

}  // namespace

TamePage tame_html(std::string_view page, bool fragment) {
  Tamer tamer{page, {std::string(page), {}}};
  if (page.starts_with("\xEF\xBB\xBF")) fill(tamer, 0, 3, ' ');
  if (fragment) tamer.open.push_back({GUMBO_TAG_TEMPLATE, GUMBO_TAG_TEMPLATE});
  tamer.around = tamer.open.size();
  for (auto at = page.find('<'); at != page.npos; at = page.find('<', at)) {
    at = take_markup(tamer, at);
  }
  return std::move(tamer.tame);
}

}  // namespace caveat
