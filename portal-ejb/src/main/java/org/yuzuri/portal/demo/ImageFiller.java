package org.yuzuri.portal.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yuzuri.portal.image.FileRole;
import org.yuzuri.portal.image.store.ImageService;
import org.yuzuri.portal.image.store.ImageUploads;

/** Fills the lender's ready-made boot images, by the way that uploads take. */
@Dependent
class ImageFiller {

  private final ImageService images;
  private final ImageUploads uploads;

  @Inject
  ImageFiller(ImageService images, ImageUploads uploads) {
    this.images = images;
    this.uploads = uploads;
  }

  void fill(InventoryFile.ImageItem wanted) {
    boolean there =
        images.list().stream()
            .anyMatch(image -> image.readyMade() && image.name().equals(wanted.name()));
    if (there) {
      return;
    }
    long id = images.add(wanted.name(), wanted.kernelArguments()).id();
    upload(id, FileRole.KERNEL, wanted.kernel());
    wanted.initrds().forEach(initrd -> upload(id, FileRole.INITRD, initrd));
    if (wanted.modules() != null) {
      upload(id, FileRole.MODULES, wanted.modules());
    }
  }

  private void upload(long id, FileRole role, String path) {
    Path file = Path.of(path);
    try (InputStream content = Files.newInputStream(file)) {
      uploads.upload(id, role, file.getFileName().toString(), 0, content);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
