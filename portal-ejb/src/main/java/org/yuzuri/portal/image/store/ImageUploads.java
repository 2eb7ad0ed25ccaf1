package org.yuzuri.portal.image.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yuzuri.images.BootImageReport;
import org.yuzuri.images.NamedFile;
import org.yuzuri.images.modules.InitrdFormat;
import org.yuzuri.images.modules.ModuleNeeds;
import org.yuzuri.images.modules.ModulesArchive;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.image.FileRole;
import org.yuzuri.portal.image.ImageFiles;
import org.yuzuri.portal.image.StoredFile;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.quota.QuotaUse;

/**
 * Takes uploads and looks into them. Both last as long as the file is large, so they run between
 * the transactions of {@link ImageService}, which also asks for the permission.
 */
@ApplicationScoped
public class ImageUploads {

  private static final String DRIVERS_PROPERTY = "yuzuri.network.drivers";
  private static final String DEFAULT_DRIVERS = "virtio_net";

  @Inject ImageService images;
  @Inject ImageStore store;

  /**
   * Adds a file to an image of one's own and looks into the image.
   *
   * @param fileName as the member's computer calls it; only shown
   * @param announced how many bytes will come, as the sender says; 0 when it does not
   * @param content read to its end, or to where it passes the tenant's quota; not closed
   * @return the image, whose findings say what is wrong with it
   * @throws ProblemException nothing was added; by what was announced, before anything was read
   */
  public BootImageView upload(
      long imageId, FileRole role, String fileName, long announced, InputStream content)
      throws IOException {
    QuotaUse room = images.checkMayUpload(imageId, role, announced);
    StoredFile file = store.receive(fileName, content, room::check);
    images.attach(imageId, role, fileName, file);
    return inspect(imageId);
  }

  /** Looks into what an image of one's own has by now. */
  public BootImageView inspect(long imageId) throws IOException {
    inspect(imageId, images.filesToInspect(imageId));
    return images.image(imageId);
  }

  private void inspect(long imageId, ImageFiles files) throws IOException {
    ModuleNeeds needs = ModuleNeeds.forTransfer(networkDrivers());
    BootImageReport report =
        BootImageReport.inspect(
            files.kernel().map(this::stored),
            files.initrds().stream().map(this::stored).toList(),
            files.modules().map(this::stored),
            needs);
    Optional<StoredFile> initrd = Optional.empty();
    if (files.complete() && report.usable() && report.modulesArchive().isPresent()) {
      initrd = Optional.of(modulesInitrd(report.modulesArchive().get(), report, needs));
    }
    images.inspected(imageId, files, report, initrd);
  }

  private NamedFile stored(ImageFiles.File file) {
    return new NamedFile(store.file(file.sha256()), file.name());
  }

  private StoredFile modulesInitrd(
      ModulesArchive archive, BootImageReport report, ModuleNeeds needs) throws IOException {
    String version = report.kernel().orElseThrow().version();
    return store.make(out -> archive.writeInitrd(version, needs.names(), InitrdFormat.GZIP, out));
  }

  /** The drivers that the lender's servers need, as the operator configured them. */
  private static List<String> networkDrivers() {
    String drivers = System.getProperty(DRIVERS_PROPERTY, DEFAULT_DRIVERS);
    return Arrays.stream(drivers.split(",", -1)).map(String::strip).toList();
  }
}
