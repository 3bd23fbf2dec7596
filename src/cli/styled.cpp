#include "cli/styled.hpp"

#include <algorithm>

#include "report/visible.hpp"

namespace caveat {

namespace {

constexpr std::size_t page_width = 80;

/// What no line is broken in.
struct Word {
  Pieces pieces;
  std::size_t cells = 0;
};

void append_code_point(const std::string& text, std::size_t& at, Ink ink, Word& word) {
  if (word.pieces.empty() || word.pieces.back().ink != ink) word.pieces.push_back({"", ink});
  const Visible shown = append_visible(text, at, word.pieces.back().text);
  word.cells += shown.width;
  at += shown.length;
}

std::vector<Word> words_of(const Pieces& pieces) {
  std::vector<Word> words(1);
  for (const Piece& piece : pieces) {
    for (std::size_t at = 0; at < piece.text.size();) {
      if (piece.text[at] != ' ') {
        append_code_point(piece.text, at, piece.ink, words.back());
        continue;
      }
      if (words.back().cells > 0) words.emplace_back();
      ++at;
    }
  }
  if (words.back().cells == 0) words.pop_back();
  return words;
}

/// What follows in the same ink is painted in one go; a blank has that of its neighbours.
void add(const Piece& piece, Pieces& line) {
  const bool same = !line.empty() && line.back().ink == piece.ink;
  if (same)
    line.back().text += piece.text;
  else
    line.push_back(piece);
}

/// The blanks before a label are not painted.
void append_label(const Piece& label, std::size_t indent, Color color, std::string& page) {
  const std::string shown = printable(label.text);
  const std::size_t start = std::min(shown.find_first_not_of(' '), shown.size());
  page.append(start, ' ');
  paint(color, label.ink, shown.substr(start), page);
  page.append(std::max(indent, shown.size() + 1) - shown.size(), ' ');
}

void append_line(Pieces& line, Color color, std::string& page) {
  for (const Piece& piece : line) paint(color, piece.ink, piece.text, page);
  page += '\n';
  line.clear();
}

}  // namespace

void append_styled(const Piece& label, std::size_t indent, const Pieces& pieces, Color color,
                   std::string& page) {
  append_label(label, indent, color, page);
  Pieces line;
  std::size_t column = indent;
  for (const Word& word : words_of(pieces)) {
    const bool first = column == indent;
    if (!first && column + 1 + word.cells > page_width) {
      append_line(line, color, page);
      page.append(indent, ' ');
      column = indent;
    } else if (!first) {
      const Ink next = word.pieces.front().ink;
      add({" ", line.back().ink == next ? next : Ink::plain}, line);
      ++column;
    }
    for (const Piece& piece : word.pieces) add(piece, line);
    column += word.cells;
  }
  append_line(line, color, page);
}

}  // namespace caveat
