#include <cstdio>
#include <utility>

#include <world/lab/detail/sqlite_file.hpp>

namespace monazite::lab::detail {

tl::unexpected<base::Error> SqliteFile::failure() const {
  return base::fail(base::ErrorCode::kIo, "cannot write " + path_ + ": " +
                                              sqlite3_errmsg(db_.get()) +
                                              "; choose another folder with --out, or free space");
}

base::Result<void> SqliteFile::execute(const char* sql) {
  if (sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return failure();
  return {};
}

base::Result<SqliteFile> SqliteFile::create(const std::string& path, const char* schema) {
  std::remove(path.c_str());
  sqlite3* raw = nullptr;
  sqlite3_open(path.c_str(), &raw);
  SqliteFile file(raw, path);
  for (const char* sql :
       {"PRAGMA journal_mode=MEMORY", "PRAGMA synchronous=OFF", "BEGIN", schema}) {
    if (auto done = file.execute(sql); !done) return tl::unexpected<base::Error>(done.error());
  }
  return file;
}

base::Result<void> SqliteFile::finish() {
  auto done = execute("COMMIT");
  finished_ = done.has_value();
  return done;
}

SqliteFile::~SqliteFile() {
  if (db_ == nullptr || finished_) return;
  db_.reset();
  std::remove(path_.c_str());  // an empty file would look like an experiment without runs
}

std::string digest_text(std::uint64_t digest) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(digest));
  return text;
}

}  // namespace monazite::lab::detail
