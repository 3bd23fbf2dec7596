// Blocks as a file: their frames, what stands between them unseen, and the page around them.
#include <string>

#include "format/weave_loom.hpp"

namespace caveat::test {
namespace {

constexpr std::string_view bait = "Kratom cures cancer.";

struct Frames {
  Loom& loom;
  const Blocks& plain;
  std::string indent;                ///< of the text of the innermost open item
  std::vector<std::string> indents;  ///< of the items around it
  char bullet = '-';
  bool in_list = false;
};

bool is_html(const Loom& loom) {
  return loom.markup == Markup::html;
}

void put_block_text(Frames& frames, std::size_t index, Warp warp) {
  warp.titles = below(frames.loom, 3) == 0;
  put_text(frames.loom, frames.plain.blocks[index].shown, warp);
}

// --- What nobody sees

void put_unseen_element(Loom& loom) {
  put(loom, one_of(loom, {"<script>\nvar text = \"Kratom cures cancer.\";\n</script>\n",
                          "<style>\np::after { content: \"Kratom cures cancer.\" }\n</style>\n",
                          "<div hidden>Kratom cures cancer.</div>\n",
                          "<template><p>Kratom cures cancer.</p></template>\n",
                          "<pre><code>Kratom cures cancer.</code></pre>\n",
                          "<svg><text>Kratom cures cancer.</text></svg>\n",
                          "<img src=\"kratom-cures-cancer.png\" data-x=\"Kratom cures pain.\">\n",
                          "<textarea>Kratom cures cancer.</textarea>\n",
                          "<input placeholder=\"Kratom cures cancer.\">\n",
                          "<div style=\"display:none\"><p>Kratom cures cancer.</div>\n"}));
}

void put_unseen_markdown(Frames& frames) {
  Loom& loom = frames.loom;
  const auto kind = below(loom, 8);
  if (kind == 0 && !frames.in_list && loom.markup == Markup::markdown) {
    return put(loom, "    Kratom cures cancer.\n");
  }
  if (kind == 1) return put(loom, "***\n");
  if (kind == 2) return put(loom, "~~~ text\nKratom cures cancer.\n\n# Kratom cures\n~~~\n");
  if (kind == 3) return put(loom, "![](/kratom-cures-cancer.png)\n");
  if (kind == 4) return put(loom, "[kratom cures]: <kratom cures cancer>\n");
  put(loom, "```kratom cures cancer\nKratom cures cancer.\n<!-- -->\n```\n");
}

void put_comment(Loom& loom) {
  const bool mdx = loom.markup == Markup::mdx;
  put(loom, mdx ? "{/* Kratom cures cancer. */}\n" : "<!--\nKratom cures cancer.\n-->\n");
}

void put_unseen(Frames& frames) {
  Loom& loom = frames.loom;
  if (!now_and_then(loom, 4)) return;
  const auto kind = below(loom, 3);
  if (kind == 0 && !is_html(loom)) put_unseen_markdown(frames);
  if (kind == 1) put_unseen_element(loom);
  if (kind == 2) put_comment(loom);
  put(loom, is_html(loom) ? "" : "\n");
  frames.in_list = false;
}

void put_definitions(Loom& loom) {
  for (const auto& definition : loom.definitions) put(loom, definition);
  if (!loom.definitions.empty()) put(loom, "\n");
  loom.definitions.clear();
}

// --- Elements, in HTML and in HTML blocks of Markdown

Warp html_warp(Loom& loom) {
  return {.prefix = std::string(below(loom, 4), ' '), .html = true};
}

struct Element {
  std::string open;
  std::string close;
};

Element element_of(Loom& loom, const Block& block) {
  const bool end = below(loom, 4) != 0;
  switch (block.kind) {
    case BlockKind::heading: {
      const auto name = "h" + std::to_string(block.level);
      return {"<" + name + " id=\"kratom-cures-cancer\">", "</" + name + ">"};
    }
    case BlockKind::list_item:
      return {"<li>", end ? "</li>" : ""};
    case BlockKind::caption:
      return {"<figure><img src=x.png><figcaption>", "</figcaption></figure>"};
    case BlockKind::cell:
    case BlockKind::head:
    case BlockKind::alt:
    case BlockKind::description:
    case BlockKind::paragraph:
      break;
  }
  const auto open = one_of(loom, {"<p>", "<p>", "<p class=\"kratom\">", "<div>", "<section>\n<p>",
                                  "<div><div><span></span>", "<article>"});
  if (open.starts_with("<p")) return {std::string(open), end ? "</p>" : ""};
  if (open.starts_with("<section")) return {std::string(open), "</p></section>"};
  if (open.starts_with("<article")) return {std::string(open), "</article>"};
  return {std::string(open), open == "<div>" ? "</div>" : "</div></div>"};
}

void put_element(Frames& frames, std::size_t index) {
  Loom& loom = frames.loom;
  const Block& block = frames.plain.blocks[index];
  const auto element = element_of(loom, block);
  put(loom, block.quote ? "<blockquote>" : "");
  put(loom, element.open);
  put(loom, below(loom, 3) == 0 ? "\n" : "");
  put_block_text(frames, index, html_warp(loom));
  put(loom, below(loom, 3) == 0 ? "\n" : "");
  put(loom, element.close);
  put(loom, block.quote ? "</blockquote>\n" : "\n");
}

/// The text of an attribute: entities, and no markup.
void put_attribute(Frames& frames, std::size_t index, const char* before, const char* after) {
  Loom& loom = frames.loom;
  const char quote = below(loom, 2) == 0 ? '"' : '\'';
  put(loom, before);
  loom.woven.file += quote;
  put_block_text(frames, index,
                 {.prefix = "", .html = true, .breaks = false, .markup = false, .quote = quote});
  loom.woven.file += quote;
  put(loom, after);
}

std::size_t items_from(const Frames& frames, std::size_t first) {
  const auto& blocks = frames.plain.blocks;
  auto last = first;
  while (last < blocks.size() && blocks[last].kind == BlockKind::list_item &&
         blocks[last].quote == blocks[first].quote) {
    ++last;
  }
  return last;
}

std::size_t put_html_list(Frames& frames, std::size_t first) {
  Loom& loom = frames.loom;
  const bool quote = frames.plain.blocks[first].quote;
  const auto last = items_from(frames, first);
  unsigned depth = 0;
  put(loom, quote ? "<blockquote>\n<ul>\n" : "<ol>\n");
  for (auto index = first; index < last; ++index) {
    put(loom, index > first && now_and_then(loom, 4) ? (++depth, "<ul>\n") : "");
    put(loom, "<li>");
    put_block_text(frames, index, html_warp(loom));
    put(loom, "\n");
  }
  for (; depth > 0; --depth) put(loom, "</ul></li>\n");
  put(loom, quote ? "</ul>\n</blockquote>\n" : "</ol>\n");
  return last;
}

/// The end of the cells that the head at `first` heads.
std::size_t cells_from(const Frames& frames, std::size_t first) {
  const auto& blocks = frames.plain.blocks;
  auto last = first + 1;
  while (last < blocks.size() && blocks[last].kind == BlockKind::cell) ++last;
  return last;
}

std::size_t put_html_cells(Frames& frames, std::size_t first) {
  Loom& loom = frames.loom;
  const auto last = cells_from(frames, first);
  const bool table = below(loom, 2) == 0;
  const bool body = below(loom, 2) == 0;
  put(loom, table ? "<table>\n" : "<dl>\n");
  put(loom, table ? (body ? "<thead><tr><th>" : "<tr><th scope=col>") : "<dt>");
  put_block_text(frames, first, html_warp(loom));
  put(loom, table ? (body ? "</th></tr></thead><tbody>\n" : "\n") : "</dt>\n");
  for (auto index = first + 1; index < last; ++index) {
    put(loom, table ? "<tr><td>" : "<dd>");
    put_block_text(frames, index, html_warp(loom));
    put(loom, below(loom, 2) == 0 ? "\n" : (table ? "</td></tr>\n" : "</dd>\n"));
  }
  put(loom, table ? "</table>\n" : "</dl>\n");
  return last;
}

std::size_t put_html(Frames& frames, std::size_t index) {
  const Block& block = frames.plain.blocks[index];
  if (block.kind == BlockKind::list_item) return put_html_list(frames, index);
  if (block.kind == BlockKind::head) return put_html_cells(frames, index);
  if (block.kind == BlockKind::alt) {
    put_attribute(frames, index, "<img src=x.png alt=", ">\n");
  } else if (block.kind == BlockKind::description) {
    put_attribute(frames, index, "<meta name=\"description\" content=", ">\n");
  } else {
    put_element(frames, index);
  }
  return index + 1;
}

// --- Markdown

void put_heading(Frames& frames, std::size_t index, const std::string& around) {
  Loom& loom = frames.loom;
  const Block& block = frames.plain.blocks[index];
  put(loom, around);
  if (block.level <= 2 && below(loom, 2) == 0) {
    put_block_text(frames, index, {.prefix = around});
    put(loom, "\n" + around + (block.level == 1 ? "=====\n" : "---\n"));
    return;
  }
  put(loom, std::string(block.level, '#') + " ");
  put_block_text(frames, index, {.prefix = "", .breaks = false});
  put(loom, one_of(loom, {"\n", "\n", " #\n", " ######\n"}));
}

std::string item_mark(Frames& frames) {
  Loom& loom = frames.loom;
  if (!frames.in_list) frames.bullet = one_of(loom, {"-", "*", "+", "1", ")"}).front();
  std::string mark(1, frames.bullet);
  // Only a list that starts with 1 can stand right under text.
  if (frames.bullet == '1') mark = std::to_string(frames.in_list ? below(loom, 30) : 1) + ".";
  if (frames.bullet == ')') mark = "1)";
  return mark + std::string(1 + below(loom, 3), ' ');
}

/// Deeper than the item before, beside it, or out of it.
void move_in_list(Frames& frames) {
  if (!frames.in_list) {
    frames.indents.assign(1, "");
  } else if (now_and_then(frames.loom, 4) && frames.indents.size() < 6) {
    frames.indents.push_back(frames.indent);
    frames.in_list = false;
  } else if (frames.indents.size() > 1 && below(frames.loom, 4) == 0) {
    frames.indents.pop_back();
    frames.in_list = false;
  }
}

void put_item(Frames& frames, std::size_t index) {
  Loom& loom = frames.loom;
  const bool quote = frames.plain.blocks[index].quote;
  const std::string around = quote ? "> " : "";
  move_in_list(frames);
  const auto mark = item_mark(frames);
  const auto outer = around + frames.indents.back();
  frames.indent = frames.indents.back() + std::string(mark.size(), ' ');
  const auto inner = around + frames.indent;
  put(loom, outer + mark);
  put_block_text(frames, index, {.prefix = inner, .lazy = !quote});
  put(loom, "\n");
  if (now_and_then(loom, 12)) {
    put(loom, "\n" + inner + "```\n" + inner + std::string(bait) + "\n" + inner + "```\n");
  }
}

std::size_t put_items(Frames& frames, std::size_t first) {
  const auto last = items_from(frames, first);
  frames.in_list = false;
  for (auto index = first; index < last; ++index) {
    put_item(frames, index);
    frames.in_list = true;
    const bool quote = frames.plain.blocks[first].quote;
    if (quote || now_and_then(frames.loom, 6)) put(frames.loom, "\n");
    if (quote) frames.in_list = false;
  }
  put(frames.loom, "\n");
  return last;
}

void put_paragraph(Frames& frames, std::size_t index) {
  Loom& loom = frames.loom;
  const bool quote = frames.plain.blocks[index].quote;
  const bool item = quote && below(loom, 4) == 0;
  const std::string around(quote ? one_of(loom, {"> ", ">", " > ", "> > ", ">> "}) : "");
  put(loom, (item ? "-  " : "") + around);
  put_block_text(frames, index, {.prefix = (item ? "   " : "") + around, .lazy = true});
  put(loom, "\n\n");
}

std::size_t put_cells(Frames& frames, std::size_t first) {
  Loom& loom = frames.loom;
  const auto last = cells_from(frames, first);
  const Warp cell{.prefix = "", .breaks = false};
  put(loom, "| ");
  put_block_text(frames, first, cell);
  put(loom, one_of(loom, {" |\n|---|\n", "|\n| :--- |\n", " |\n|:-:|\n"}));
  for (auto index = first + 1; index < last; ++index) {
    put(loom, "| ");
    put_block_text(frames, index, cell);
    put(loom, " |\n");
  }
  put(loom, "\n");
  return last;
}

std::size_t put_definition_list(Frames& frames, std::size_t first) {
  Loom& loom = frames.loom;
  const auto last = cells_from(frames, first);
  put_block_text(frames, first, {.prefix = "", .breaks = false});
  put(loom, "\n");
  for (auto index = first + 1; index < last; ++index) {
    put(loom, ":   ");
    put_block_text(frames, index, {.prefix = "    ", .breaks = false});
    put(loom, "\n");
  }
  put(loom, "\n");
  return last;
}

bool has_markdown(BlockKind kind) {
  return kind != BlockKind::caption && kind != BlockKind::description;
}

std::size_t put_markdown(Frames& frames, std::size_t index) {
  Loom& loom = frames.loom;
  const Block& block = frames.plain.blocks[index];
  if (block.kind == BlockKind::list_item) return put_items(frames, index);
  if (block.kind == BlockKind::head) {
    return below(loom, 3) == 0 ? put_definition_list(frames, index) : put_cells(frames, index);
  }
  if (block.kind == BlockKind::heading) {
    put_heading(frames, index, block.quote ? "> " : "");
    put(loom, "\n");
  } else if (block.kind == BlockKind::alt) {
    put(loom, "![");
    put_block_text(frames, index, {.prefix = "", .breaks = false, .markup = false});
    put(loom, "](/x.png)\n\n");
  } else {
    put_paragraph(frames, index);
  }
  return index + 1;
}

std::size_t put_block(Frames& frames, std::size_t index) {
  Loom& loom = frames.loom;
  if (is_html(loom)) return put_html(frames, index);
  const auto kind = frames.plain.blocks[index].kind;
  const bool tags = !has_markdown(kind) || (loom.markup == Markup::markdown && below(loom, 5) == 0);
  if (!tags) return put_markdown(frames, index);
  // An HTML block of Markdown starts with an element that is one, and ends at a blank line.
  put(loom, "<div>\n");
  const auto next = put_html(frames, index);
  put(loom, "</div>\n\n");
  return next;
}

// --- The page around

void put_head(Loom& loom) {
  if (!is_html(loom)) {
    if (below(loom, 4) == 0) {
      put(loom, one_of(loom, {"---\nlayout: Kratom cures cancer.\ntags: [kratom, cures]\n---\n\n",
                              "---\n# Kratom cures cancer.\nauthor: 'Kratom cures pain.'\n---\n",
                              "+++\ntags = [\"Kratom cures cancer.\"]\ndraft = false\n+++\n\n"}));
    }
    return;
  }
  put(loom, one_of(loom, {"", "", "<!DOCTYPE html>\n",
                          "<!doctype html>\n<html lang=en>\n<head><meta charset=\"utf-8\">\n"
                          "<script>document.write('Kratom cures cancer.')</script>\n"
                          "<style>/* Kratom cures cancer. */</style></head>\n<body>\n"}));
}

Woven woven_of(Loom& loom, const Blocks& plain) {
  loom.woven.places.resize(plain.passage.text.size() + 1);
  Frames frames{loom, plain, "", {""}};
  if (below(loom, 10) == 0) loom.newline = "\r\n";
  if (below(loom, 20) == 0) loom.woven.file += "\uFEFF";
  put_head(loom);
  for (std::size_t index = 0; index < plain.blocks.size();) {
    const Block& block = plain.blocks[index];
    put_unseen(frames);
    index = put_block(frames, index);
    frames.in_list =
        block.kind == BlockKind::list_item || block.kind == BlockKind::head || block.quote;
    if (!is_html(loom) && below(loom, 2) == 0) put_definitions(loom);
  }
  if (!is_html(loom)) put_definitions(loom);
  put_unseen(frames);
  return std::move(loom.woven);
}

}  // namespace

Woven weave(const Blocks& plain, Markup markup, int dense, std::mt19937& random) {
  Loom loom{plain.passage.text, markup, dense, random, "\n", {}, {}};
  return woven_of(loom, plain);
}

}  // namespace caveat::test
