package org.yuzuri.portal.web.audit;

import java.io.IOException;
import java.util.List;
import org.yuzuri.portal.audit.AuditRow;
import org.yuzuri.portal.web.ui.file.CsvFile;

/** The trail as comma-separated values. */
final class AuditFile {

  private final CsvFile file;

  /** Begins the file. */
  AuditFile(Appendable to) throws IOException {
    file =
        new CsvFile(
            to,
            List.of(
                "id",
                "at",
                "tenant",
                "actorKind",
                "actor",
                "source",
                "action",
                "subject",
                "detail"));
  }

  /** Adds these lines. */
  void add(List<AuditRow> rows) throws IOException {
    for (AuditRow row : rows) {
      file.line(
          row.id(),
          row.at(),
          row.tenant(),
          row.actorKind(),
          row.actorName(),
          row.source(),
          row.action(),
          row.subject(),
          row.detail());
    }
  }

  void flush() throws IOException {
    file.flush();
  }
}
