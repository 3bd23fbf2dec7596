#include "git/patch.hpp"

#include <git2.h>

#include <memory>

namespace caveat {
namespace {

struct Free {
  void operator()(git_patch* patch) const { git_patch_free(patch); }
};
using PatchPtr = std::unique_ptr<git_patch, Free>;

/// libgit2 counts who uses it.
struct Session {
  Session() { git_libgit2_init(); }
  ~Session() { git_libgit2_shutdown(); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
};

PatchPtr compare(const std::string& path, std::string_view before, std::string_view after) {
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_FORCE_TEXT;
  git_patch* patch = nullptr;
  git_patch_from_buffers(&patch, before.data(), before.size(), path.c_str(), after.data(),
                         after.size(), path.c_str(), &options);
  return PatchPtr(patch);
}

std::optional<std::string> printed(git_patch* patch) {
  git_buf buffer = GIT_BUF_INIT;
  if (git_patch_to_buf(&buffer, patch) != 0) return std::nullopt;
  std::string text(buffer.ptr, buffer.size);
  git_buf_dispose(&buffer);
  return text;
}

/// `patch` takes a name to end at a blank unless a tab ends it; git writes one too.
void end_name(std::size_t line, std::string& text) {
  const auto end = text.find('\n', line);
  const bool quoted = text[line + 4] == '"';
  if (!quoted && text.find(' ', line + 4) < end) text.insert(end, "\t");
}

}  // namespace

std::optional<std::string> unified_diff(const std::string& path, std::string_view before,
                                        std::string_view after) {
  if (before == after) return "";
  const Session session;
  const PatchPtr patch = compare(path, before, after);
  auto text = patch ? printed(patch.get()) : std::nullopt;
  if (!text) return std::nullopt;
  text->erase(0, text->find("\n--- ") + 1);
  end_name(0, *text);
  end_name(text->find('\n') + 1, *text);
  return text;
}

}  // namespace caveat
