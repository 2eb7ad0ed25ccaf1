package org.yuzuri.images.finding;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file of a boot image cannot be used at all; {@link #finding()} says why. */
public final class BootImageException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  /** Nothing else failed. */
  public BootImageException(Finding finding) {
    this(finding, null);
  }

  /** Something else failed first. */
  public BootImageException(Finding finding, @Nullable Throwable cause) {
    super(finding.code() + ": " + finding.sentence(Locale.ENGLISH), cause);
    this.finding = finding;
  }

  /** What was found. */
  public Finding finding() {
    return finding;
  }
}
