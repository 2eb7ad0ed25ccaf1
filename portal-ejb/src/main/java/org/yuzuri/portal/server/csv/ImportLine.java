package org.yuzuri.portal.server.csv;

import java.io.Serializable;
import java.util.List;

/**
 * What is to become of one line.
 *
 * @param number of the record in the file, from 2
 * @param name of the server, as it stands there; may be empty
 * @param errors everything that is wrong with it; none when it is right
 */
public record ImportLine(long number, String name, List<Wrong> errors) implements Serializable {

  public ImportLine {
    errors = List.copyOf(errors);
  }

  /**
   * One thing that is wrong.
   *
   * @param column header of the column
   * @param value what stands there, shortened; never a password
   * @param code name of the problem; text {@code problem.CODE}
   * @param expected what would have been right
   */
  public record Wrong(String column, String value, String code, String expected)
      implements Serializable {}

  /** Whether it can be stored. */
  public boolean isRight() {
    return errors.isEmpty();
  }
}
