#include "cli/lines.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace caveat {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r") == text.npos;
}

void end_line(Lines& lines, std::vector<InputLine>& ended) {
  if (lines.skipping)
    ended.push_back({"", true});
  else if (!is_blank(lines.rest))
    ended.push_back({std::move(lines.rest), false});
  lines.rest.clear();
  lines.skipping = false;
}

void add_bytes(Lines& lines, std::string_view bytes) {
  if (lines.skipping) return;
  lines.skipping = lines.rest.size() + bytes.size() > lines.longest;
  if (lines.skipping)
    lines.rest = {};
  else
    lines.rest += bytes;
}

void take_bytes(Lines& lines, std::string_view bytes, std::vector<InputLine>& ended) {
  for (auto end = bytes.find('\n'); end != bytes.npos; end = bytes.find('\n')) {
    add_bytes(lines, bytes.substr(0, end));
    end_line(lines, ended);
    bytes.remove_prefix(end + 1);
  }
  add_bytes(lines, bytes);
}

ssize_t read_some(std::array<char, 1 << 18>& chunk) {
  ssize_t got = 0;
  do got = read(STDIN_FILENO, chunk.data(), chunk.size());
  while (got == -1 && errno == EINTR);
  return got;
}

}  // namespace

std::vector<InputLine> next_lines(Lines& lines) {
  std::vector<InputLine> ended;
  std::array<char, 1 << 18> chunk;  // not cleared
  while (ended.empty() && !lines.over) {
    const ssize_t got = read_some(chunk);
    if (got > 0) {
      take_bytes(lines, {chunk.data(), static_cast<std::size_t>(got)}, ended);
      continue;
    }
    if (got == -1) lines.failure = errno;
    lines.over = true;
    end_line(lines, ended);
  }
  return ended;
}

}  // namespace caveat
