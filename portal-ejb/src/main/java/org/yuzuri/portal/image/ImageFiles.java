package org.yuzuri.portal.image;

import java.util.List;
import java.util.Optional;

/**
 * The uploaded files of an image, to be looked into outside a transaction. A result for other files
 * than the image has by then is not stored.
 *
 * @param kernel empty while it is missing
 * @param initrds empty while they are missing
 */
public record ImageFiles(Optional<File> kernel, List<File> initrds, Optional<File> modules) {

  /**
   * One of them.
   *
   * @param name as its owner calls it
   */
  public record File(String sha256, String name) {}

  /** Whether there is what a server boots with. */
  public boolean complete() {
    return kernel.isPresent() && !initrds.isEmpty();
  }
}
