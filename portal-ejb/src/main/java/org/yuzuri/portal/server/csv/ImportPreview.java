package org.yuzuri.portal.server.csv;

import java.io.Serializable;
import java.util.List;

/**
 * What storing a file would do.
 *
 * @param sealed the file, encrypted by the portal: it has passwords. To be given back as it is
 * @param right how many lines can be stored
 * @param wrong lines that cannot
 */
public record ImportPreview(String sealed, int right, List<ImportLine> wrong)
    implements Serializable {

  public ImportPreview {
    wrong = List.copyOf(wrong);
  }

  /** The file stays out of logs, sealed as it is. */
  @Override
  public String toString() {
    return right + " lines right, " + wrong.size() + " wrong";
  }
}
