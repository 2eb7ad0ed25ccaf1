package org.yuzuri.portal.image;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.hibernate.annotations.TenantId;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.Finding;
import org.yuzuri.portal.platform.NumberedRow;

/** Something that was found when an image was looked into. */
@Entity
class BootImageFinding extends NumberedRow {

  private static final int LONGEST_ARGUMENTS = 2000;
  private static final String BETWEEN = "\n";

  @TenantId private Long tenantId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "image_id")
  private BootImage image;

  private int position;
  private String code;
  private String fileName;
  private String arguments;

  /** For Hibernate. */
  BootImageFinding() {}

  BootImageFinding(BootImage image, int position, Finding finding) {
    this.image = image;
    this.tenantId = image.tenantId();
    this.position = position;
    this.code = finding.code().code();
    this.fileName = finding.file();
    String joined = String.join(BETWEEN, finding.arguments());
    this.arguments =
        joined.length() <= LONGEST_ARGUMENTS ? joined : joined.substring(0, LONGEST_ARGUMENTS);
  }

  BootImageFindingView view() {
    List<String> parts = arguments.isEmpty() ? List.of() : List.of(arguments.split(BETWEEN, -1));
    return new BootImageFindingView(new Finding(found(), fileName, parts));
  }

  private BootImageCode found() {
    return BootImageCode.find(code)
        .orElseThrow(() -> new IllegalStateException("no finding of images has the code " + code));
  }

  @Override
  public String toString() {
    return code + " no. " + position + " of tenant " + tenantId + ", image " + (image != null);
  }
}
