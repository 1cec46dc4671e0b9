#include <cerrno>
#include <cstdio>
#include <system_error>

#include <world/lab/detail/sqlite_file.hpp>

namespace monazite::lab::detail {

tl::unexpected<base::Error> SqliteFile::failure(const std::string& why) const {
  return base::fail(base::ErrorCode::kIo, "cannot write " + path_ + ": " + why +
                                              "; choose another folder with --out, or free space");
}

tl::unexpected<base::Error> SqliteFile::failure() const {
  return failure(sqlite3_errmsg(db_.get()));
}

base::Result<void> SqliteFile::execute(const char* sql) {
  if (sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return failure();
  return {};
}

base::Result<SqliteFile> SqliteFile::create(const std::string& path, const char* schema) {
  SqliteFile file(nullptr, path);
  // What cannot be replaced at the end is found out now, before anything is played.
  if (std::remove(path.c_str()) != 0 && errno != ENOENT) {
    return file.failure(std::generic_category().message(errno));
  }
  std::remove(file.unfinished_path().c_str());
  sqlite3* raw = nullptr;
  sqlite3_open(file.unfinished_path().c_str(), &raw);
  file.db_.reset(raw);
  for (const char* sql :
       {"PRAGMA journal_mode=MEMORY", "PRAGMA synchronous=OFF", "BEGIN", schema}) {
    if (auto done = file.execute(sql); !done) return tl::unexpected<base::Error>(done.error());
  }
  return file;
}

SqliteFile::~SqliteFile() {
  if (db_ == nullptr) return;
  db_.reset();
  std::remove(unfinished_path().c_str());
}

base::Result<void> SqliteFile::finish() {
  if (auto done = execute("COMMIT"); !done) return done;
  if (std::rename(unfinished_path().c_str(), path_.c_str()) != 0) {
    return failure(std::generic_category().message(errno));
  }
  db_.reset();
  return {};
}

std::string digest_text(std::uint64_t digest) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(digest));
  return text;
}

}  // namespace monazite::lab::detail
