#include "git/read_patch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "git/handles.hpp"

namespace caveat {

namespace {

constexpr const char* no_patch = "it is no patch, as 'git diff' prints one";

bool is_blank(std::string_view bytes) {
  return bytes.find_first_not_of(" \t\r\n") == bytes.npos;
}

bool has_line_starting(std::string_view bytes, std::string_view start) {
  for (auto at = bytes.find(start); at != bytes.npos; at = bytes.find(start, at + 1))
    if (at == 0 || bytes[at - 1] == '\n') return true;
  return false;
}

/// What libgit2 would leap over as if it were the text of a mail.
std::string objection(std::string_view bytes) {
  for (const char* start : {"diff --cc ", "diff --combined "})
    if (has_line_starting(bytes, start))
      return "it compares with several commits at once; name two, as in 'git diff A B'";
  return "";
}

bool is_file(const git_diff_file& side) {
  return side.mode != GIT_FILEMODE_LINK && side.mode != GIT_FILEMODE_COMMIT;
}

/// A line without an end has one in libgit2, and a mark after it, named for the side of the line.
void take_line(const git_diff_line& line, PatchHunk& hunk) {
  const std::string_view text(line.content, line.content_len);
  const auto cut = [](std::string& side) {
    if (side.ends_with('\n')) side.pop_back();
  };
  switch (line.origin) {
    case GIT_DIFF_LINE_CONTEXT:
      hunk.before += text;
      hunk.after += text;
      break;
    case GIT_DIFF_LINE_ADDITION:
      hunk.after += text;
      break;
    case GIT_DIFF_LINE_DELETION:
      hunk.before += text;
      break;
    case GIT_DIFF_LINE_CONTEXT_EOFNL:
      cut(hunk.before);
      cut(hunk.after);
      break;
    case GIT_DIFF_LINE_ADD_EOFNL:
      cut(hunk.after);
      break;
    case GIT_DIFF_LINE_DEL_EOFNL:
      cut(hunk.before);
      break;
    default:
      break;
  }
}

PatchHunk hunk_at(git_patch* patch, std::size_t at) {
  PatchHunk hunk;
  const git_diff_hunk* head = nullptr;
  std::size_t lines = 0;
  if (git_patch_get_hunk(&head, &lines, patch, at) != 0) return hunk;
  // A hunk without new lines has the number of the line before it.
  hunk.first = static_cast<std::uint32_t>(head->new_start + (head->new_lines == 0 ? 1 : 0));
  for (std::size_t i = 0; i < lines; ++i) {
    const git_diff_line* line = nullptr;
    if (git_patch_get_line_in_hunk(&line, patch, at, i) == 0) take_line(*line, hunk);
  }
  return hunk;
}

FilePatch file_at(git_diff* diff, std::size_t at) {
  const git_diff_delta& delta = *git_diff_get_delta(diff, at);
  FilePatch file;
  if (delta.status != GIT_DELTA_ADDED && is_file(delta.old_file))
    file.old_path = delta.old_file.path;
  if (delta.status != GIT_DELTA_DELETED && is_file(delta.new_file))
    file.new_path = delta.new_file.path;
  file.binary = (delta.flags & GIT_DIFF_FLAG_BINARY) != 0;
  git_patch* made = nullptr;
  if (git_patch_from_diff(&made, diff, at) != 0 || made == nullptr) return file;
  const GitPatch patch(made);
  for (std::size_t i = 0; i < git_patch_num_hunks(made); ++i)
    file.hunks.push_back(hunk_at(made, i));
  return file;
}

std::string repeated_path(const std::vector<FilePatch>& files) {
  std::set<std::string_view> seen;
  for (const FilePatch& file : files)
    if (!file.new_path.empty() && !seen.insert(file.new_path).second) return file.new_path;
  return "";
}

/// The offset of the start of each line, and one past the last byte.
std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> starts = {0};
  for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
    starts.push_back(at + 1);
  if (starts.back() != text.size()) starts.push_back(text.size());
  return starts;
}

std::string without_returns(std::string_view text) {
  std::string bare;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] != '\r' || (at + 1 < text.size() && text[at + 1] != '\n')) bare += text[at];
  return bare;
}

std::size_t count_lines(std::string_view text) {
  return line_starts(text).size() - 1;
}

}  // namespace

std::optional<std::vector<FilePatch>> read_patch(std::string_view bytes, std::string& complaint) {
  std::vector<FilePatch> files;
  if (is_blank(bytes)) return files;  // nothing changed
  const LibgitUse use;
  git_diff* made = nullptr;
  complaint = objection(bytes);
  if (complaint.empty() && git_diff_from_buffer(&made, bytes.data(), bytes.size()) != 0)
    complaint = fmt::format("{}: {}", no_patch, last_git_error());
  const GitDiff diff(made);
  if (!complaint.empty()) return std::nullopt;
  for (std::size_t at = 0; at < git_diff_num_deltas(made); ++at) files.push_back(file_at(made, at));
  if (files.empty()) complaint = no_patch;
  if (const std::string path = repeated_path(files); !path.empty())
    complaint =
        fmt::format("it changes '{}' twice; make one patch of all, as 'git diff A B' does", path);
  if (!complaint.empty()) return std::nullopt;
  return files;
}

std::optional<std::string> before_patch(const FilePatch& patch, std::string_view text) {
  const std::vector<std::size_t> starts = line_starts(text);
  std::string before;
  std::size_t line = 0;  // 0-based: what of the text is copied already
  for (const PatchHunk& hunk : patch.hunks) {
    const std::size_t first = std::max<std::size_t>(hunk.first, 1) - 1;
    const std::size_t last = first + count_lines(hunk.after);
    if (first < line || last >= starts.size()) return std::nullopt;
    const auto there = text.substr(starts[first], starts[last] - starts[first]);
    if (without_returns(there) != without_returns(hunk.after)) return std::nullopt;
    before += text.substr(starts[line], starts[first] - starts[line]);
    before += hunk.before;
    line = last;
  }
  return before += text.substr(starts[line]);
}

}  // namespace caveat
