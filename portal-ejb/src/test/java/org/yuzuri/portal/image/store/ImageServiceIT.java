package org.yuzuri.portal.image.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.image.BootFiles;
import org.yuzuri.portal.image.BootImageFileView;
import org.yuzuri.portal.image.BootImageFindingView;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.image.FileRole;
import org.yuzuri.portal.image.ImageState;
import org.yuzuri.portal.image.SampleFiles;
import org.yuzuri.portal.platform.PortalDatabase;

class ImageServiceIT {

  private static final String PROPERTY = "yuzuri.image.directory";
  private static final String VERSION = "6.1.0-50-amd64";

  @TempDir Path directory;
  private final PortalDatabase database = PortalDatabase.shared();
  private long tenant;
  private long image;

  @BeforeEach
  void addAnImage() {
    System.setProperty(PROPERTY, directory.toString());
    tenant = database.newTenant("Images");
    image = as(tenant, s -> s.add("installer", "quiet")).id();
  }

  @AfterEach
  void forgetTheDirectory() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void aKernelAndAnInitrdMakeAnImageReady() {
    BootImageView half = upload(FileRole.KERNEL, SampleFiles.kernel(VERSION));
    BootImageView whole = upload(FileRole.INITRD, SampleFiles.initrd());

    assertThat(half.state()).isEqualTo(ImageState.INCOMPLETE);
    assertThat(whole.state()).isEqualTo(ImageState.READY);
    assertThat(whole.kernelVersion()).isEqualTo(VERSION);
    assertThat(whole.files()).hasSize(2);
    BootFiles boot = bootFiles(tenant);
    assertThat(boot.initrds()).hasSize(1);
    assertThat(boot.kernelArguments()).isEqualTo("quiet");
  }

  @Test
  void anOperatorChangesNoTenantsImage() {
    assertThatThrownBy(
            () ->
                database.as(
                    1,
                    Role.OPERATOR,
                    w -> w.get(ImageService.class).describe(image, "theirs", "init=/bin/sh")))
        .hasMessageContaining("NOT_FOUND");
    assertThat(as(tenant, s -> s.image(image)).name()).isEqualTo("installer");
  }

  @Test
  void aFileThatIsNoKernelIsSaidToBeNone() {
    upload(FileRole.INITRD, SampleFiles.initrd());

    BootImageView refused = upload(FileRole.KERNEL, SampleFiles.text("<html>404</html>"));

    assertThat(refused.state()).isEqualTo(ImageState.REFUSED);
    assertThat(refused.findings()).extracting(BootImageFindingView::code).contains("BI101");
    assertThat(refused.findings().get(0).sentence(Locale.JAPANESE)).isNotBlank();
    assertThatThrownBy(() -> bootFiles(tenant)).hasMessageContaining("IMAGE_NOT_READY");
  }

  @Test
  void aTextFileIsFoundToBeNoKernelBeforeThereIsAnInitrd() {
    BootImageView refused = upload(FileRole.KERNEL, SampleFiles.text("<html>404</html>"));

    assertThat(refused.state()).isEqualTo(ImageState.REFUSED);
    assertThat(refused.findings()).hasSize(1);
    assertThat(refused.findings().get(0).sentence(Locale.ENGLISH))
        .startsWith(
            "file.bin: This file is not an x86 Linux kernel (bzImage); it looks like: text");
  }

  @Test
  void oneInitrdThatIsCutOffIsOneFinding() {
    upload(FileRole.KERNEL, SampleFiles.kernel(VERSION));

    BootImageView refused = upload(FileRole.INITRD, SampleFiles.text("070701"));

    assertThat(refused.state()).isEqualTo(ImageState.REFUSED);
    assertThat(refused.findings())
        .extracting(BootImageFindingView::code)
        .as("beside the sample kernel's, which has no EFI stub")
        .containsExactly("BI111", "BI105");
  }

  @Test
  void aBetterKernelTakesThePlaceOfTheRefusedOne() {
    upload(FileRole.INITRD, SampleFiles.initrd());
    upload(FileRole.KERNEL, SampleFiles.text("no kernel"));

    BootImageView mended = upload(FileRole.KERNEL, SampleFiles.kernel(VERSION));

    assertThat(mended.state()).isEqualTo(ImageState.READY);
    assertThat(mended.files()).hasSize(2);
    assertThat(mended.findings()).noneMatch(BootImageFindingView::error);
  }

  @Test
  void severalInitrdsKeepTheirOrder() {
    upload(FileRole.KERNEL, SampleFiles.kernel(VERSION));
    upload(FileRole.INITRD, SampleFiles.initrd());

    BootImageView view = upload(FileRole.INITRD, SampleFiles.initrd());

    assertThat(view.files())
        .filteredOn(file -> file.role() == FileRole.INITRD)
        .extracting(BootImageFileView::position)
        .containsExactly(0, 1);
  }

  @Test
  void anotherTenantsImageAnswersAsAMissingOne() {
    long other = database.newTenant("Other");

    assertThatThrownBy(() -> as(other, s -> s.image(image))).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> bootFiles(other)).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> as(other, s -> s.describe(image, "mine now", "")))
        .hasMessageContaining("NOT_FOUND");
    List<BootImageView> seen = as(other, ImageService::list);
    assertThat(seen).extracting(BootImageView::id).doesNotContain(image);
  }

  @Test
  void aRemovedImageIsNoLongerListed() {
    as(
        tenant,
        s -> {
          s.remove(image);
          return null;
        });

    List<BootImageView> seen = as(tenant, ImageService::list);
    assertThat(seen).extracting(BootImageView::id).doesNotContain(image);
  }

  private BootImageView upload(FileRole role, InputStream content) {
    return database.as(
        tenant,
        Role.ORDERER,
        w -> {
          try {
            return w.get(ImageUploads.class).upload(image, role, "file.bin", content);
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
  }

  private <T> T as(long tenantId, Function<ImageService, T> call) {
    return database.as(tenantId, Role.ORDERER, w -> call.apply(w.get(ImageService.class)));
  }

  private BootFiles bootFiles(long of) {
    return database.as(of, Role.TENANT_ADMIN, w -> w.get(Images.class).bootFiles(image));
  }
}
