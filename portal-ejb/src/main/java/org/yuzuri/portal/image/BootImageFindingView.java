package org.yuzuri.portal.image;

import java.util.Locale;
import org.yuzuri.images.finding.Finding;

/** What was found in an image, for pages. */
public record BootImageFindingView(Finding finding) {

  /** Stable code, such as BI101. */
  public String code() {
    return finding.code().code();
  }

  /** Whether the image cannot be used because of it. */
  public boolean error() {
    return finding.error();
  }

  /** The sentence for the user. */
  public String sentence(Locale locale) {
    return finding.sentence(locale);
  }
}
