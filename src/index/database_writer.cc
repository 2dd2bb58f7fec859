// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/database_writer.h"

#include <xapian.h>

#include <functional>

#include "pharos/base/error.h"
#include "pharos/index/schema.h"

namespace pharos::index {
namespace {

// Flushing every thousand documents costs a third less processor time and half the memory of Xapian's ten thousand.
constexpr int kDocumentsPerFlush = 1200;

// Half-empty last blocks of each table are a tenth of a small language's database at Xapian's eight kilobytes.
constexpr int kBlockBytes = 2048;

// The one place where what Xapian throws while writing becomes an Error.
void guarded(const std::filesystem::path& path, const std::function<void()>& action) {
  try {
    action();
  } catch (const Xapian::Error& error) {
    throw Error(ErrorKind::kUnavailable, path.string() + ": cannot write the index: " + error.get_description() +
                                             "; is there room on the disk?");
  }
}

}  // namespace

struct DatabaseWriter::Impl {
  std::filesystem::path work;
  Xapian::WritableDatabase database;
  int unflushed = 0;
};

DatabaseWriter::DatabaseWriter(std::filesystem::path work) : impl_(std::make_unique<Impl>()) {
  impl_->work = std::move(work);
  guarded(impl_->work, [this] {
    // Nobody reads this database before it is compacted and synced: durability in between would only cost. Lists of
    // terms a document would be a third of its bytes, and only deleting documents needs them.
    impl_->database = Xapian::WritableDatabase(impl_->work.string(), Xapian::DB_CREATE_OR_OVERWRITE |
                                                                         Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC |
                                                                         Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST);
  });
}

DatabaseWriter::~DatabaseWriter() = default;

void DatabaseWriter::add(const TermDocument& document) {
  guarded(impl_->work, [&] {
    Xapian::Document target;
    for (const auto& [term, frequency] : document.terms) {
      if (frequency == 0) {
        target.add_boolean_term(term);
      } else {
        target.add_term(term, frequency);
      }
    }
    target.add_value(kArticleSlot, encode_number(document.article));
    target.set_data(document.data);
    impl_->database.add_document(target);
    if (++impl_->unflushed >= kDocumentsPerFlush) {
      impl_->database.commit();
      impl_->unflushed = 0;
    }
  });
}

void DatabaseWriter::finish(const std::filesystem::path& target) {
  guarded(target, [&] {
    impl_->database.commit();
    impl_->database.compact(target.string(), Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULL, kBlockBytes);
    impl_->database.close();
  });
  std::error_code ignored;  // it lies in the staging folder, which is checked file by file when it is published
  std::filesystem::remove_all(impl_->work, ignored);
}

}  // namespace pharos::index
