package org.yuzuri.portal.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.view.RunView;
import org.yuzuri.wire.boot.HardwareFacts;

/**
 * An inspection, as pages show it.
 *
 * @param facts what was found; null before the report
 * @param differences where that is not what the server's entry says
 */
public record InspectionView(
    long id, RunView run, @Nullable HardwareFacts facts, List<Difference> differences) {

  /**
   * One difference.
   *
   * @param field text {@code field.FIELD}
   * @param entered what the entry says; empty when it says nothing of it
   * @param found what the server is made of; empty when it has none
   */
  public record Difference(String field, String entered, String found) {}
}
