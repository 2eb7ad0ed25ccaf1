package org.yuzuri.portal.image;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.images.BootImageReport;
import org.yuzuri.images.finding.Finding;
import org.yuzuri.images.kernel.KernelImage;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.wire.boot.FileRef;

/** What boots an installer: a kernel, initrds, and maybe a modules archive. */
@Entity
public class BootImage extends TenantRow {

  private static final String MADE = "modules.cpio";

  @Version private long version;

  private String name;
  private String kernelArguments;
  private int described;

  @Enumerated(EnumType.STRING)
  private ImageState state;

  private @Nullable String kernelVersion;

  @Column(updatable = false)
  private Instant createdAt;

  private @Nullable Instant inspectedAt;
  @Column private @Nullable Instant removedAt;

  @OneToMany(mappedBy = "image", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("role, position")
  private List<BootImageFile> files = new ArrayList<>();

  @OneToMany(mappedBy = "image", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<BootImageFinding> findings = new ArrayList<>();

  /** For Hibernate. */
  BootImage() {}

  public BootImage(long tenantId, String name, String kernelArguments, Instant now) {
    super(tenantId);
    this.createdAt = now;
    this.state = ImageState.INCOMPLETE;
    describe(name, kernelArguments);
  }

  public final void describe(String newName, String arguments) {
    this.name = newName;
    this.kernelArguments = TenantArguments.checked(arguments);
    described++;
  }

  /** Adds a file; a file of a role that can be there once takes the place of the one before. */
  public void put(FileRole role, String fileName, StoredFile stored, Instant now) {
    List<BootImageFile> same = files.stream().filter(f -> f.role() == role).toList();
    state = ImageState.INCOMPLETE;
    if (role.most() == 1 && !same.isEmpty()) {
      same.get(0).replace(fileName, stored, now);
      return;
    }
    if (same.size() >= role.most()) {
      throw new ProblemException(
          ImageProblem.TOO_MANY_FILES, "role", role, "at most " + role.most());
    }
    int position = same.isEmpty() ? 0 : same.get(same.size() - 1).position() + 1;
    files.add(new BootImageFile(this, role, position, fileName, stored, now));
  }

  public void drop(long fileId) {
    boolean dropped = files.removeIf(f -> f.isUploadedAs(fileId));
    if (!dropped) {
      throw ProblemException.notFound("file", fileId);
    }
    state = ImageState.INCOMPLETE;
  }

  /** What is to be looked into, also while something is missing. */
  public ImageFiles toInspect() {
    return new ImageFiles(
        find(FileRole.KERNEL).map(BootImageFile::toInspect),
        files(FileRole.INITRD).stream().map(BootImageFile::toInspect).toList(),
        find(FileRole.MODULES).map(BootImageFile::toInspect));
  }

  /** Removes what an earlier inspection left; to be flushed before the next is stored. */
  public void forgetInspection() {
    files.removeIf(f -> f.role() == FileRole.MODULES_INITRD);
    findings.clear();
  }

  public void inspected(BootImageReport report, Optional<StoredFile> modulesInitrd, Instant now) {
    kernelVersion = report.kernel().map(KernelImage::version).orElse(null);
    inspectedAt = now;
    for (Finding finding : report.findings()) {
      findings.add(new BootImageFinding(this, findings.size(), finding));
    }
    modulesInitrd.ifPresent(
        made -> files.add(new BootImageFile(this, FileRole.MODULES_INITRD, 0, MADE, made, now)));
    ImageState good = toInspect().complete() ? ImageState.READY : ImageState.INCOMPLETE;
    state = report.usable() ? good : ImageState.REFUSED;
  }

  /** Takes it out of use; its files stay for a time, for the transfers that run. */
  public void remove(Instant now) {
    state = ImageState.REMOVED;
    removedAt = now;
  }

  /** Gives up the files of a removed image. */
  public void forgetFiles() {
    files.clear();
  }

  public ImageState state() {
    return state;
  }

  public List<BootImageFile> files(FileRole role) {
    return files.stream().filter(f -> f.role() == role).toList();
  }

  public Optional<BootImageFile> find(FileRole role) {
    return files(role).stream().findFirst();
  }

  /** How large the file is whose place a new one of this role takes; 0 when it takes none. */
  public long bytesReplacedBy(FileRole role) {
    return role.most() == 1
        ? files(role).stream().mapToLong(file -> file.wire().sizeBytes()).sum()
        : 0;
  }

  public String kernelArguments() {
    return kernelArguments;
  }

  public BootImageView view() {
    return new BootImageView(
        id(),
        tenantId(),
        name,
        tenantId() == Tenants.LENDER,
        kernelArguments,
        described,
        state,
        kernelVersion,
        createdAt,
        inspectedAt,
        files.stream().map(BootImageFile::view).toList(),
        findings.stream().map(BootImageFinding::view).toList());
  }

  /**
   * What boots it.
   *
   * @throws ProblemException IMAGE_NOT_READY
   */
  public BootFiles bootFiles() {
    if (state != ImageState.READY) {
      throw new ProblemException(
          ImageProblem.IMAGE_NOT_READY, "image", state, ImageState.READY.name());
    }
    List<FileRef> initrds = new ArrayList<>();
    files(FileRole.INITRD).forEach(file -> initrds.add(file.wire()));
    files(FileRole.MODULES_INITRD).forEach(file -> initrds.add(file.wire()));
    FileRef kernel = find(FileRole.KERNEL).orElseThrow().wire();
    return new BootFiles(kernel, List.copyOf(initrds), kernelArguments);
  }
}
