// The pieces of each format, for the table in report.cpp; private to this room.
#pragma once

#include <string>

#include "report/report.hpp"

namespace caveat {

void gcc_file(const FileReport& file, const ReportStyle& style, std::string& out);

void json_open(const ReportStyle& style, std::string& out);
void json_file(const FileReport& file, const ReportStyle& style, std::string& out);
void json_close(const Counts& counts, std::string& out);
void jsonl_file(const FileReport& file, const ReportStyle& style, std::string& out);

void github_whole(std::span<const FileReport> files, const ReportStyle& style, std::string& out);

void sarif_whole(std::span<const FileReport> files, const ReportStyle& style, std::string& out);

void gitlab_open(const ReportStyle& style, std::string& out);
void gitlab_file(const FileReport& file, const ReportStyle& style, std::string& out);
void gitlab_close(const Counts& counts, std::string& out);

void rdjson_open(const ReportStyle& style, std::string& out);
void rdjson_file(const FileReport& file, const ReportStyle& style, std::string& out);
void rdjson_close(const Counts& counts, std::string& out);
void rdjsonl_file(const FileReport& file, const ReportStyle& style, std::string& out);

void checkstyle_open(const ReportStyle& style, std::string& out);
void checkstyle_file(const FileReport& file, const ReportStyle& style, std::string& out);
void checkstyle_close(const Counts& counts, std::string& out);

void junit_open(const ReportStyle& style, std::string& out);
void junit_file(const FileReport& file, const ReportStyle& style, std::string& out);
void junit_close(const Counts& counts, std::string& out);

void html_whole(std::span<const FileReport> files, const ReportStyle& style, std::string& out);

}  // namespace caveat
