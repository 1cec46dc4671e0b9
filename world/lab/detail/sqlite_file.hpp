#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <sqlite3.h>

#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>

namespace monazite::lab::detail {

/// A new SQLite file that is filled in one transaction and gets its name when it is finished: what
/// is cut short leaves nothing under that name. Until then it is called NAME.unfinished, and one
/// that goes away unfinished (a full disk, a failure in between) is removed; only a process that is
/// killed leaves it there. Errors name the path and the remedy.
class SqliteFile {
 public:
  /// Takes away a file of that name, whose results are another experiment's; `schema` makes the
  /// tables.
  [[nodiscard]] static base::Result<SqliteFile> create(const std::string& path, const char* schema);
  SqliteFile(SqliteFile&&) noexcept = default;
  SqliteFile& operator=(SqliteFile&&) = delete;
  ~SqliteFile();

  [[nodiscard]] sqlite3* db() const { return db_.get(); }
  /// Makes all rows last and gives the file its name. Once, and last.
  [[nodiscard]] base::Result<void> finish();
  /// The last thing that went wrong, as an error to pass on.
  [[nodiscard]] tl::unexpected<base::Error> failure() const;

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
  };
  SqliteFile(sqlite3* db, std::string path) : db_(db), path_(std::move(path)) {}
  [[nodiscard]] std::string unfinished_path() const { return path_ + ".unfinished"; }
  [[nodiscard]] tl::unexpected<base::Error> failure(const std::string& why) const;
  [[nodiscard]] base::Result<void> execute(const char* sql);

  std::unique_ptr<sqlite3, Close> db_;  ///< nothing once it is finished
  std::string path_;
};

/// A prepared statement that fills one row at a time.
class Insert {
 public:
  Insert(sqlite3* db, const char* sql) { sqlite3_prepare_v2(db, sql, -1, &statement_, nullptr); }
  ~Insert() { sqlite3_finalize(statement_); }
  Insert(const Insert&) = delete;
  Insert& operator=(const Insert&) = delete;

  Insert& add(double value) { return check(sqlite3_bind_double(statement_, ++column_, value)); }
  Insert& add(const std::optional<double>& value) { return value ? add(*value) : null(); }
  Insert& add(const std::string& text) {
    return check(sqlite3_bind_text(statement_, ++column_, text.data(),
                                   static_cast<int>(text.size()), SQLITE_TRANSIENT));
  }
  Insert& add(const std::optional<base::Day>& day) {
    return day ? add(base::to_string(*day)) : null();
  }
  Insert& whole(std::uint64_t value) {
    return check(sqlite3_bind_int64(statement_, ++column_, static_cast<sqlite3_int64>(value)));
  }
  Insert& null() { return check(sqlite3_bind_null(statement_, ++column_)); }
  /// Stores the row; false if anything about it failed.
  bool row() {
    ok_ = ok_ && sqlite3_step(statement_) == SQLITE_DONE;
    sqlite3_reset(statement_);
    column_ = 0;
    return ok_;
  }

 private:
  Insert& check(int code) {
    ok_ = ok_ && code == SQLITE_OK;
    return *this;
  }
  sqlite3_stmt* statement_ = nullptr;
  int column_ = 0;
  bool ok_ = true;
};

/// A digest as it is written in tables: sixteen hexadecimal digits.
[[nodiscard]] std::string digest_text(std::uint64_t digest);

}  // namespace monazite::lab::detail
