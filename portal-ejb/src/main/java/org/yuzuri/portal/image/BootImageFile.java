package org.yuzuri.portal.image;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.value.Sha256;

/** One file of a boot image; its content lies in the store. */
@Entity
class BootImageFile extends NumberedRow {

  private static final int LONGEST_NAME = 200;

  @TenantId private Long tenantId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "image_id")
  private BootImage image;

  @Enumerated(EnumType.STRING)
  private FileRole role;

  private int position;
  private String fileName;
  private String sha256;
  private long sizeBytes;
  private Instant uploadedAt;

  /** For Hibernate. */
  BootImageFile() {}

  BootImageFile(
      BootImage image,
      FileRole role,
      int position,
      String fileName,
      StoredFile stored,
      Instant now) {
    this.image = image;
    this.tenantId = image.tenantId();
    this.role = role;
    this.position = position;
    replace(fileName, stored, now);
  }

  final void replace(String name, StoredFile stored, Instant now) {
    fileName = shown(name);
    sha256 = stored.sha256();
    sizeBytes = stored.sizeBytes();
    uploadedAt = now;
  }

  boolean isUploadedAs(long fileId) {
    return id() == fileId && role.isUploaded();
  }

  FileRole role() {
    return role;
  }

  int position() {
    return position;
  }

  ImageFiles.File toInspect() {
    return new ImageFiles.File(sha256, fileName);
  }

  FileRef wire() {
    return new FileRef(new Sha256(sha256), sizeBytes);
  }

  BootImageFileView view() {
    return new BootImageFileView(id(), role, position, fileName, sha256, sizeBytes, uploadedAt);
  }

  @Override
  public String toString() {
    return role + " " + position + " of tenant " + tenantId + ", image " + (image != null);
  }

  private static String shown(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
  }
}
