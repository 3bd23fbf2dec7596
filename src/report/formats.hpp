// The pieces of each format, for the table in report.cpp; private to this room.
#pragma once

#include <string>

#include "report/report.hpp"

namespace caveat {

void gcc_file(const FileReport& file, const ReportStyle& style, std::string& out);

void json_open(const ReportStyle& style, std::string& out);
void json_file(const FileReport& file, const ReportStyle& style, std::string& out);
void json_close(const Counts& counts, std::string& out);

}  // namespace caveat
