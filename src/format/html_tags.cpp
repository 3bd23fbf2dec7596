#include "format/html_tags.hpp"

#include <array>
#include <initializer_list>

namespace caveat {
namespace {

#define TAG(name) GUMBO_TAG_##name

using Tags = std::initializer_list<GumboTag>;
constexpr std::size_t tag_count = GUMBO_TAG_LAST + 1;

constexpr std::array<Shown, tag_count> make_shown() {
  std::array<Shown, tag_count> table{};
  const auto put = [&](Shown shown, Tags tags) {
    for (const GumboTag tag : tags) table[tag] = shown;
  };
  put(Shown::block,
      {TAG(ADDRESS), TAG(ARTICLE),  TAG(ASIDE),  TAG(BODY),   TAG(CENTER), TAG(DETAILS),
       TAG(DIR),     TAG(DIV),      TAG(FIGURE), TAG(FOOTER), TAG(FORM),   TAG(FIELDSET),
       TAG(HEAD),    TAG(HEADER),   TAG(HGROUP), TAG(HTML),   TAG(LEGEND), TAG(MAIN),
       TAG(MARQUEE), TAG(MENU),     TAG(NAV),    TAG(OL),     TAG(P),      TAG(SECTION),
       TAG(SUMMARY), TAG(MULTICOL), TAG(UL)});
  put(Shown::nothing, {TAG(STYLE), TAG(TEMPLATE), TAG(NOSCRIPT), TAG(NOFRAMES), TAG(NOEMBED),
                       TAG(RP), TAG(RT), TAG(RTC), TAG(DATALIST)});
  put(Shown::gap, {TAG(PRE), TAG(LISTING), TAG(XMP), TAG(PLAINTEXT), TAG(HR)});
  put(Shown::blank, {TAG(IMG), TAG(IMAGE), TAG(SVG), TAG(CANVAS), TAG(VIDEO), TAG(AUDIO),
                     TAG(IFRAME), TAG(OBJECT), TAG(EMBED), TAG(APPLET), TAG(INPUT), TAG(KEYGEN),
                     TAG(METER), TAG(DEL), TAG(S), TAG(STRIKE), TAG(PROGRESS), TAG(AREA)});
  put(Shown::apart, {TAG(BUTTON)});
  put(Shown::object,
      {TAG(CODE), TAG(KBD), TAG(SAMP), TAG(VAR), TAG(MATH), TAG(SELECT), TAG(TEXTAREA)});
  put(Shown::heading, {TAG(H1), TAG(H2), TAG(H3), TAG(H4), TAG(H5), TAG(H6)});
  put(Shown::caption, {TAG(CAPTION), TAG(FIGCAPTION)});
  put(Shown::cell, {TAG(TD), TAG(TH)});
  put(Shown::line, {TAG(BR)});
  put(Shown::superior, {TAG(SUP)});
  put(Shown::quotation, {TAG(Q)});
  put(Shown::quote, {TAG(BLOCKQUOTE)});
  put(Shown::item, {TAG(LI)});
  put(Shown::table, {TAG(TABLE)});
  put(Shown::row, {TAG(TR)});
  put(Shown::block, {TAG(TBODY), TAG(THEAD), TAG(TFOOT)});
  put(Shown::terms, {TAG(DL)});
  put(Shown::term, {TAG(DT)});
  put(Shown::definition, {TAG(DD)});
  put(Shown::title, {TAG(TITLE)});
  put(Shown::meta, {TAG(META)});
  put(Shown::script, {TAG(SCRIPT)});
  return table;
}

constexpr Tags blocks = {TAG(ADDRESS),    TAG(ARTICLE), TAG(ASIDE),  TAG(BLOCKQUOTE), TAG(CENTER),
                         TAG(DETAILS),    TAG(DIR),     TAG(DIV),    TAG(DL),         TAG(FIELDSET),
                         TAG(FIGCAPTION), TAG(FIGURE),  TAG(FOOTER), TAG(HEADER),     TAG(HGROUP),
                         TAG(LISTING),    TAG(MENU),    TAG(NAV),    TAG(OL),         TAG(PRE),
                         TAG(SECTION),    TAG(SUMMARY), TAG(UL)};

/// <optgroup>, <ruby> and others close each other in ways that make no difference to us.
constexpr Tags inlines = {
    TAG(A),      TAG(ABBR),  TAG(ACRONYM), TAG(B),      TAG(BDI),  TAG(BDO),      TAG(BIG),
    TAG(BLINK),  TAG(CITE),  TAG(DATA),    TAG(DFN),    TAG(EM),   TAG(FONT),     TAG(I),
    TAG(INS),    TAG(LABEL), TAG(MAP),     TAG(MARK),   TAG(NOBR), TAG(OPTGROUP), TAG(OPTION),
    TAG(OUTPUT), TAG(RB),    TAG(RUBY),    TAG(SMALL),  TAG(SPAN), TAG(STRONG),   TAG(SUB),
    TAG(TIME),   TAG(TT),    TAG(U),       TAG(UNKNOWN)};

constexpr std::array<std::uint32_t, tag_count> make_traits() {
  std::array<std::uint32_t, tag_count> table{};
  const auto put = [&](std::uint32_t traits, Tags tags) {
    for (const GumboTag tag : tags) table[tag] |= traits;
  };
  put(is_idle, {TAG(BASE), TAG(BASEFONT), TAG(BGSOUND), TAG(BODY), TAG(COL), TAG(COLGROUP),
                TAG(FRAME), TAG(FRAMESET), TAG(HEAD), TAG(HTML), TAG(ISINDEX), TAG(LINK),
                TAG(MENUITEM), TAG(NEXTID), TAG(PARAM), TAG(SOURCE), TAG(TRACK), TAG(WBR)});
  put(is_inline, inlines);
  put(is_like_q, {TAG(APPLET), TAG(BUTTON), TAG(CODE), TAG(S), TAG(STRIKE), TAG(OBJECT), TAG(Q),
                  TAG(RP), TAG(RT), TAG(RTC), TAG(SELECT)});
  put(is_like_div, {TAG(FORM), TAG(MAIN), TAG(MARQUEE), TAG(NOSCRIPT)});
  put(is_void, {TAG(AREA), TAG(BR), TAG(EMBED), TAG(HR), TAG(IMAGE), TAG(IMG), TAG(INPUT),
                TAG(KEYGEN), TAG(META)});
  put(is_raw, {TAG(SCRIPT), TAG(STYLE), TAG(TITLE), TAG(TEXTAREA), TAG(XMP), TAG(IFRAME),
               TAG(NOEMBED), TAG(NOFRAMES), TAG(PLAINTEXT)});
  put(is_block | is_special, blocks);
  put(is_heading | is_special, {TAG(H1), TAG(H2), TAG(H3), TAG(H4), TAG(H5), TAG(H6)});
  put(ends_paragraph | is_special, {TAG(DD), TAG(DT), TAG(LI), TAG(P)});
  put(ends_paragraph, {TAG(HR), TAG(PLAINTEXT), TAG(XMP)});
  put(is_table_part | is_special,
      {TAG(CAPTION), TAG(TBODY), TAG(TD), TAG(TFOOT), TAG(TH), TAG(THEAD), TAG(TR)});
  put(is_scope | is_special, {TAG(CAPTION), TAG(TABLE), TAG(TD), TAG(TEMPLATE), TAG(TH)});
  put(leaves_svg,
      {TAG(BLOCKQUOTE), TAG(BR),  TAG(CENTER), TAG(DD),      TAG(DIV),  TAG(DL),   TAG(DT),
       TAG(EMBED),      TAG(H1),  TAG(H2),     TAG(H3),      TAG(H4),   TAG(H5),   TAG(H6),
       TAG(HR),         TAG(IMG), TAG(LI),     TAG(LISTING), TAG(MENU), TAG(META), TAG(OL),
       TAG(P),          TAG(PRE), TAG(SUP),    TAG(UL),      TAG(VAR)});
  return table;
}

#undef TAG

constexpr auto shown_table = make_shown();
constexpr auto trait_table = make_traits();

}  // namespace

Shown shown_of(GumboTag tag) {
  return shown_table[tag];
}

std::uint32_t traits_of(GumboTag tag) {
  return trait_table[tag];
}

GumboTag tag_named(std::string_view name) {
  return gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
}

}  // namespace caveat
