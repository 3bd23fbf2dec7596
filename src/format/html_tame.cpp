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

/// What a <template> holds is decided by the first tag in it.
enum class Holds : std::uint8_t { nothing, rows, blocks };

struct Open {
  GumboTag tag;   ///< as gumbo sees it
  GumboTag real;  ///< as the page has it
  Holds holds = Holds::nothing;
};

struct Tamer {
  std::string_view page;
  TamePage tame;
  std::vector<Open> open;      ///< no deeper than max_depth
  std::vector<GumboTag> gone;  ///< start tags that went because of their depth, not yet closed
  std::size_t around = 0;      ///< 1 for a fragment: the <template> around it
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

bool top_is(const Tamer& tamer, GumboTag tag) {
  return !tamer.open.empty() && tamer.open.back().tag == tag;
}

// --- Bytes of the copy

void fill(Tamer& tamer, std::size_t begin, std::size_t end, char c) {
  std::fill(tamer.tame.bytes.begin() + static_cast<std::ptrdiff_t>(begin),
            tamer.tame.bytes.begin() + static_cast<std::ptrdiff_t>(end), c);
}

/// An end tag that closes nothing.
void drop(Tamer& tamer, Span tag) {
  std::string& bytes = tamer.tame.bytes;
  fill(tamer, tag.begin, tag.end, ' ');
  bytes[tag.begin] = '<';
  bytes[tag.begin + 1] = '/';
  bytes[tag.end - 1] = '>';
  if (size(tag) > 3) bytes[tag.begin + 2] = 'b';
}

void rename_to_q(Tamer& tamer, Span name) {
  fill(tamer, name.begin, name.end, ' ');
  tamer.tame.bytes[name.begin] = 'q';
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

bool is_scope_tag(GumboTag tag) {
  return has(tag, is_scope);
}

std::size_t find_in_scope(const Tamer& tamer, GumboTag tag) {
  return find_open(tamer, same(tag), is_scope_tag);
}

bool ends_table_scope(GumboTag tag) {
  return tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_TEMPLATE || is_foreign(tag);
}

std::size_t find_table(const Tamer& tamer) {
  return find_open(tamer, same(GUMBO_TAG_TABLE), ends_table_scope);
}

bool in_select(const Tamer& tamer) {
  return find_open(tamer, same(GUMBO_TAG_SELECT), same(GUMBO_TAG_TEMPLATE)) != nowhere;
}

void close_to(Tamer& tamer, std::size_t index) {
  if (index < tamer.open.size()) tamer.open.resize(index);
}

void close_if_top(Tamer& tamer, GumboTag tag) {
  if (top_is(tamer, tag)) tamer.open.pop_back();
}

void close_paragraph(Tamer& tamer) {
  close_to(tamer, find_open(tamer, same(GUMBO_TAG_P), [](GumboTag tag) {
             return has(tag, is_scope) || tag == GUMBO_TAG_BUTTON;
           }));
}

/// A <li> before this one, or a <dt> or <dd>, unless it is that of an outer list.
void close_item(Tamer& tamer, GumboTag tag) {
  const auto item = [tag](GumboTag other) {
    return tag == GUMBO_TAG_LI ? other == tag : other == GUMBO_TAG_DD || other == GUMBO_TAG_DT;
  };
  close_to(tamer, find_open(tamer, item, [](GumboTag other) {
             return has(other, is_special) && other != GUMBO_TAG_P && other != GUMBO_TAG_DIV &&
                    other != GUMBO_TAG_ADDRESS;
           }));
}

bool is_section(GumboTag tag) {
  return tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT;
}

bool is_cell(GumboTag tag) {
  return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

/// Behind the <template> that holds rows, where nothing but parts of tables is open in it.
std::size_t end_of_template(const Tamer& tamer) {
  auto i = tamer.open.size();
  while (i > 0 && has(tamer.open[i - 1].tag, is_table_part)) --i;
  return i > 0 && tamer.open[i - 1].holds == Holds::rows ? i : nowhere;
}

/// What stays open when a part of a table starts; `first` is behind <table>. Whether it starts.
bool close_for_table_part(Tamer& tamer, GumboTag tag) {
  const auto table = find_table(tamer);
  auto first = table == nowhere ? end_of_template(tamer) : table + 1;
  if (first == nowhere) return false;
  const auto tag_at = [&](std::size_t i) {
    return i < tamer.open.size() ? tamer.open[i].tag : GUMBO_TAG_LAST;
  };
  if ((tag == GUMBO_TAG_TR || is_cell(tag)) && is_section(tag_at(first))) ++first;
  if (is_cell(tag) && tag_at(first) == GUMBO_TAG_TR) ++first;
  close_to(tamer, first);
  return true;
}

/// A table in a table, but in none of its cells, takes its place.
void close_table(Tamer& tamer) {
  const auto table = find_table(tamer);
  const auto inner = find_open(
      tamer, [](GumboTag tag) { return is_cell(tag) || tag == GUMBO_TAG_CAPTION; },
      ends_table_scope);
  if (inner == nowhere) close_to(tamer, table);
}

bool is_ruby_part(GumboTag tag) {
  return tag == GUMBO_TAG_RB || tag == GUMBO_TAG_RP || tag == GUMBO_TAG_RT;
}

void close_ruby_parts(Tamer& tamer) {
  if (find_in_scope(tamer, GUMBO_TAG_RUBY) == nowhere) return;
  while (is_ruby_part(tamer.open.back().tag)) tamer.open.pop_back();
}

/// Scripts and metadata may stand in front of what a <template> holds.
void decide_template(Tamer& tamer, GumboTag tag) {
  if (!top_is(tamer, GUMBO_TAG_TEMPLATE) || tamer.open.back().holds != Holds::nothing) return;
  const bool neutral = tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE ||
                       tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_NOFRAMES ||
                       tag == GUMBO_TAG_META || tag == GUMBO_TAG_TEMPLATE;
  if (neutral) return;
  tamer.open.back().holds = has(tag, is_table_part) ? Holds::rows : Holds::blocks;
}

/// What a start tag closes. False if it starts nothing here.
bool close_for(Tamer& tamer, GumboTag tag) {
  if (has(tag, is_table_part)) return close_for_table_part(tamer, tag);
  if (tag == GUMBO_TAG_TABLE) close_table(tamer);
  if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT) close_item(tamer, tag);
  if (tag == GUMBO_TAG_BUTTON) close_to(tamer, find_in_scope(tamer, tag));
  if (tag == GUMBO_TAG_OPTION || tag == GUMBO_TAG_OPTGROUP) close_if_top(tamer, GUMBO_TAG_OPTION);
  if (is_ruby_part(tag)) close_ruby_parts(tamer);
  if (has(tag, is_block | is_heading) || tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI ||
      tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_FORM) {
    close_paragraph(tamer);
  }
  if (has(tag, is_heading) && !tamer.open.empty() && has(tamer.open.back().tag, is_heading)) {
    tamer.open.pop_back();
  }
  return true;
}

void open_element(Tamer& tamer, const Markup& tag, Open element) {
  if (tamer.open.size() < max_depth) return tamer.open.push_back(element);
  tamer.gone.push_back(element.real);
  drop(tamer, tag.whole);
}

// --- Start tags

/// Inline elements that change what is shown.
bool is_kept(const Tamer& tamer, const Markup& tag, GumboTag name) {
  if (name == GUMBO_TAG_S || name == GUMBO_TAG_STRIKE || name == GUMBO_TAG_CODE) return true;
  const TagFacts facts = facts_of(tamer.page, tag.whole.begin);
  return facts.hidden || !empty(facts.title);
}

void start_formatting(Tamer& tamer, const Markup& tag, GumboTag name) {
  if (!is_kept(tamer, tag, name)) return drop(tamer, tag.whole);
  decide_template(tamer, name);
  rename_to_q(tamer, tag.name);
  open_element(tamer, tag, {GUMBO_TAG_Q, name});
}

/// Behind the text of an element that holds no tags.
std::size_t skip_raw(Tamer& tamer, const Markup& tag, GumboTag name) {
  decide_template(tamer, name);
  const auto begin = tag.whole.end;
  const bool plain = name == GUMBO_TAG_PLAINTEXT;
  const auto end = plain ? tamer.page.size()
                         : end_of_raw_text(tamer.page, begin, gumbo_normalized_tagname(name));
  hush(tamer, begin, end);
  return end;
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

/// In <select>, options open, some tags end it, others are ignored. False if the tag counts.
bool start_in_select(Tamer& tamer, const Markup& tag, GumboTag name) {
  const bool field = name == GUMBO_TAG_INPUT || name == GUMBO_TAG_KEYGEN ||
                     name == GUMBO_TAG_TEXTAREA || name == GUMBO_TAG_SELECT;
  const auto select = find_in_scope(tamer, GUMBO_TAG_SELECT);
  const bool part = has(name, is_table_part) && find_table(tamer) != nowhere;
  if (field || part) {
    close_to(tamer, select);
    return name == GUMBO_TAG_SELECT;
  }
  const bool counts = name == GUMBO_TAG_OPTION || name == GUMBO_TAG_OPTGROUP ||
                      name == GUMBO_TAG_SCRIPT || name == GUMBO_TAG_TEMPLATE;
  if (!counts) drop(tamer, tag.whole);
  if (name == GUMBO_TAG_OPTGROUP) {
    close_if_top(tamer, GUMBO_TAG_OPTION);
    close_if_top(tamer, GUMBO_TAG_OPTGROUP);
  }
  return !counts;
}

bool is_root(GumboTag tag) {
  return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_BODY;
}

void start_element(Tamer& tamer, const Markup& tag, GumboTag name) {
  if (has(name, is_inline)) return start_formatting(tamer, tag, name);
  decide_template(tamer, name);
  if (is_root(name)) return;
  if (has(name, is_void) || (is_foreign(name) && tag.self_closing)) return;
  if (!close_for(tamer, name)) return drop(tamer, tag.whole);
  open_element(tamer, tag, {name, name});
}

std::size_t take_start_tag(Tamer& tamer, const Markup& tag) {
  const GumboTag name = tag_named(slice(tamer.page, tag.name));
  drop_attributes(tamer, tag);
  if (has(name, is_idle)) return drop(tamer, tag.whole), tag.whole.end;
  if (is_foreign(tamer) && start_in_foreign(tamer, tag, name)) return tag.whole.end;
  if (in_select(tamer) && start_in_select(tamer, tag, name)) return tag.whole.end;
  if (has(name, is_raw)) return skip_raw(tamer, tag, name);
  start_element(tamer, tag, name);
  return tag.whole.end;
}

// --- End tags

/// Closes up to the innermost element of the name, unless a special one stands before it.
void end_inline(Tamer& tamer, GumboTag name) {
  close_to(tamer, find_open(tamer, same(name), [](GumboTag tag) { return has(tag, is_special); }));
}

/// Gumbo closes the innermost <q>, whatever it was; so that one must be the one that is meant.
void end_formatting(Tamer& tamer, const Markup& tag, GumboTag name) {
  const auto q =
      find_open(tamer, same(GUMBO_TAG_Q), [](GumboTag other) { return has(other, is_special); });
  if (q == nowhere || tamer.open[q].real != name) return;
  rename_to_q(tamer, tag.name);
  tamer.open.resize(q);
}

/// Gumbo takes "</svg >" for the end of something else.
void end_foreign(Tamer& tamer, const Markup& tag, GumboTag name) {
  const auto index =
      find_open(tamer, same(name), [](GumboTag other) { return !is_foreign(other); });
  if (index == nowhere) return drop(tamer, tag.whole);
  fill(tamer, tag.name.end, tag.whole.end, ' ');
  tamer.tame.bytes[tag.name.end] = '>';
  tamer.open.resize(index);
}

/// Only the <form> itself closes; in a <template>, only if nothing else is open in it.
void end_form(Tamer& tamer) {
  const auto outer = find_open(tamer, same(GUMBO_TAG_TEMPLATE), [](GumboTag) { return false; });
  if (outer != nowhere) return close_if_top(tamer, GUMBO_TAG_FORM);
  const auto form = find_in_scope(tamer, GUMBO_TAG_FORM);
  if (form != nowhere) tamer.open.erase(tamer.open.begin() + static_cast<std::ptrdiff_t>(form));
}

void end_template(Tamer& tamer, const Markup& tag) {
  const auto index = find_open(tamer, same(GUMBO_TAG_TEMPLATE), [](GumboTag) { return false; });
  if (index == nowhere || index < tamer.around) return drop(tamer, tag.whole);
  tamer.open.resize(index);
}

void end_option(Tamer& tamer, GumboTag name) {
  if (name == GUMBO_TAG_OPTGROUP && tamer.open.size() > 1 &&
      tamer.open[tamer.open.size() - 2].tag == name) {
    close_if_top(tamer, GUMBO_TAG_OPTION);
  }
  close_if_top(tamer, name);
}

void end_item(Tamer& tamer) {
  close_to(tamer, find_open(tamer, same(GUMBO_TAG_LI), [](GumboTag tag) {
             return has(tag, is_scope) || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL;
           }));
}

void end_element(Tamer& tamer, const Markup& tag, GumboTag name) {
  if (is_foreign(name)) return end_foreign(tamer, tag, name);
  if (has(name, is_inline)) return end_formatting(tamer, tag, name);
  if (name == GUMBO_TAG_TEMPLATE) return end_template(tamer, tag);
  if (name == GUMBO_TAG_FORM) return end_form(tamer);
  if (name == GUMBO_TAG_OPTION || name == GUMBO_TAG_OPTGROUP) return end_option(tamer, name);
  if (name == GUMBO_TAG_LI) return end_item(tamer);
  if (name == GUMBO_TAG_P) return close_paragraph(tamer);
  if (name == GUMBO_TAG_TABLE || has(name, is_table_part)) {
    return close_to(tamer, find_open(tamer, same(name), ends_table_scope));
  }
  if (has(name, is_heading)) {
    return close_to(
        tamer, find_open(
                   tamer, [](GumboTag other) { return has(other, is_heading); }, is_scope_tag));
  }
  const bool reaches = has(name, is_block | is_scope) || name == GUMBO_TAG_DD ||
                       name == GUMBO_TAG_DT || name == GUMBO_TAG_BUTTON;
  if (reaches) return close_to(tamer, find_in_scope(tamer, name));
  if (!is_root(name) && !has(name, is_void | is_raw | is_idle)) end_inline(tamer, name);
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
  if (ends_gone(tamer, name)) return drop(tamer, tag.whole);
  const bool foreign = name == GUMBO_TAG_UNKNOWN || has(name, is_inline);
  if (foreign && is_foreign(tamer)) return drop(tamer, tag.whole);
  const auto before = tamer.open.size();
  end_element(tamer, tag, name);
  if (tamer.open.size() < before) tamer.gone.clear();
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

std::size_t take_markup(Tamer& tamer, std::size_t at) {
  if (starts_cdata(tamer.page, at)) return take_cdata(tamer, at);
  const Markup markup = read_markup(tamer.page, at);
  if (!markup.closed) {  // browsers drop a tag that the page ends in
    fill(tamer, at, tamer.page.size(), ' ');
    return tamer.page.size();
  }
  if (markup.kind == MarkupKind::comment) tamer.tame.comments.push_back(markup.whole);
  if (markup.kind == MarkupKind::start_tag) return take_start_tag(tamer, markup);
  if (markup.kind == MarkupKind::end_tag) take_end_tag(tamer, markup);
  return markup.whole.end;
}

}  // namespace

TamePage tame_html(std::string_view page, bool fragment) {
  Tamer tamer{page, {std::string(page), {}}, {}, {}};
  if (fragment) tamer.open.push_back({GUMBO_TAG_TEMPLATE, GUMBO_TAG_TEMPLATE});
  tamer.around = tamer.open.size();
  if (page.starts_with("\xEF\xBB\xBF")) fill(tamer, 0, 3, ' ');
  for (auto at = page.find('<'); at != page.npos; at = page.find('<', at)) {
    at = take_markup(tamer, at);
  }
  return std::move(tamer.tame);
}

}  // namespace caveat
