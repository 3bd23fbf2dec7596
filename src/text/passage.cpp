#include "text/passage.hpp"

#include <algorithm>

namespace caveat {
namespace {

std::uint32_t end_of(const Passage& passage) {
  return static_cast<std::uint32_t>(passage.text.size());
}

/// The run that shows byte `at`; there is at least one run.
std::size_t run_at(const PassageView& passage, std::uint32_t at) {
  const auto next = std::ranges::upper_bound(passage.runs, at, {}, &Run::shown);
  return next == passage.runs.begin() ? 0
                                      : static_cast<std::size_t>(next - passage.runs.begin()) - 1;
}

/// The bytes that run `index` shows.
Span shown_by(const PassageView& passage, std::size_t index) {
  const bool last = index + 1 == passage.runs.size();
  const auto end =
      last ? static_cast<std::uint32_t>(passage.text.size()) : passage.runs[index + 1].shown;
  return {passage.runs[index].shown, end};
}

bool is_copy(const PassageView& passage, std::size_t index) {
  return size(shown_by(passage, index)) == size(passage.runs[index].source);
}

bool is_blank(const PassageView& passage, std::size_t index) {
  const Span shown = shown_by(passage, index);
  const auto text = passage.text.substr(shown.begin, size(shown));
  return text.find_first_not_of(" \n") == text.npos;
}

std::uint32_t source_of_begin(const PassageView& passage, std::uint32_t at) {
  const auto index = run_at(passage, at);
  const Run& run = passage.runs[index];
  return is_copy(passage, index) ? run.source.begin + (at - run.shown) : run.source.begin;
}

std::uint32_t source_of_end(const PassageView& passage, std::uint32_t at) {
  const auto index = run_at(passage, at - 1);
  const Run& run = passage.runs[index];
  return is_copy(passage, index) ? run.source.begin + (at - run.shown) : run.source.end;
}

/// A stretch that goes on where the last one ended is no run of its own.
bool goes_on(const Passage& passage, Span source, std::uint32_t length) {
  if (passage.runs.empty() || length != size(source)) return false;
  const Run& last = passage.runs.back();
  return last.source.end == source.begin && end_of(passage) - last.shown == size(last.source) &&
         !empty(last.source);
}

void add(Passage& passage, std::string_view shown, Span source) {
  if (shown.empty()) return;
  if (goes_on(passage, source, static_cast<std::uint32_t>(shown.size()))) {
    passage.runs.back().source.end = source.end;
  } else {
    passage.runs.push_back({end_of(passage), source});
  }
  passage.text += shown;
}

}  // namespace

Span to_source(const PassageView& passage, Span part) {
  if (passage.runs.empty()) return {};
  const auto begin = source_of_begin(passage, part.begin);
  if (empty(part)) return {begin, begin};
  return {begin, std::max(begin, source_of_end(passage, part.end))};
}

bool is_verbatim(const PassageView& passage, Span part) {
  if (empty(part) || passage.runs.empty()) return false;
  const auto last = run_at(passage, part.end - 1);
  for (auto index = run_at(passage, part.begin); index <= last; ++index) {
    if (!is_copy(passage, index) && !is_blank(passage, index)) return false;
    if (index < last && passage.runs[index].source.end != passage.runs[index + 1].source.begin) {
      return false;
    }
  }
  return true;
}

void clear(Passage& passage) {
  passage.text.clear();
  passage.runs.clear();
}

void append(Passage& passage, const PassageView& from, Span part) {
  if (from.runs.empty()) return;
  for (auto index = run_at(from, part.begin); part.begin < part.end; ++index) {
    const Span shown{part.begin, std::min(part.end, shown_by(from, index).end)};
    const Span source = is_copy(from, index) ? to_source(from, shown) : from.runs[index].source;
    add(passage, from.text.substr(shown.begin, size(shown)), source);
    part.begin = shown.end;
  }
}

void append_for(Passage& passage, std::string_view shown, const PassageView& from, Span part) {
  add(passage, shown, to_source(from, part));
}

void append_between(Passage& passage, std::string_view shown, std::uint32_t source) {
  add(passage, shown, {source, source});
}

}  // namespace caveat
