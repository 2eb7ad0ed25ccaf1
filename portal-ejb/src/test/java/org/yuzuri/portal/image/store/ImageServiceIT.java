package org.yuzuri.portal.image.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.yuzuri.portal.quota.QuotaUse;

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
                    w -> w.get(ImageService.class).describe(image, 1, "theirs", "init=/bin/sh")))
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
    assertThatThrownBy(() -> as(other, s -> s.describe(image, 1, "mine now", "")))
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

  @Test
  void uploadThatIsAnnouncedAsTooLargeIsRefusedBeforeAByteIsRead() {
    InputStream unread =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("read");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            throw new AssertionError("read");
          }
        };

    assertThatThrownBy(() -> upload(FileRole.KERNEL, (100L << 30) + 1, unread))
        .hasMessage("OVER_QUOTA: quotaImageGib = 0.0 + 100.1, expected 100");
  }

  @Test
  void uploadThatIsLargerThanAnnouncedStopsAtTheQuotaAndLeavesNothing() throws IOException {
    upload(FileRole.KERNEL, SampleFiles.kernel(VERSION));
    limitTo("image_gib", 0);

    assertThatThrownBy(() -> upload(FileRole.INITRD, SampleFiles.initrd()))
        .hasMessageContaining("OVER_QUOTA: quotaImageGib = 0.1 + 0.1, expected 0");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void streamStopsWhereTheRoomEnds() {
    long first = 1L << 20;
    database.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery(
                    "insert into boot_image_file (tenant_id, image_id, role, position, file_name,"
                        + " sha256, size_bytes, uploaded_at)"
                        + " values (?, ?, 'INITRD', 0, 'f', repeat('0', 64), ?, utc_timestamp(3))")
                .setParameter(1, tenant)
                .setParameter(2, image)
                .setParameter(3, (1L << 30) - first)
                .executeUpdate());
    limitTo("image_gib", 1);
    CountedZeros zeros = new CountedZeros();

    assertThatThrownBy(() -> upload(FileRole.KERNEL, zeros)).hasMessageContaining("OVER_QUOTA");
    assertThat(zeros.read).isBetween(first, first + (1 << 17));
  }

  @Test
  void fileThatTakesThePlaceOfAnotherNeedsRoomForTheDifferenceOnly() {
    upload(FileRole.KERNEL, SampleFiles.kernel(VERSION));
    long kernel = as(tenant, ImageService::quotas).get(1).used();
    limitTo("image_gib", 1);

    QuotaUse room =
        as(tenant, s -> s.checkMayUpload(image, FileRole.KERNEL, 1L << 30)); // all there is

    assertThat(kernel).isPositive();
    assertThat(room.left()).isEqualTo(1L << 30);
    assertThatThrownBy(() -> as(tenant, s -> s.checkMayUpload(image, FileRole.INITRD, 1L << 30)))
        .hasMessageContaining("OVER_QUOTA");
  }

  @Test
  void noMoreImagesThanTheTenantMayHave() {
    limitTo("images", 1);
    assertThatThrownBy(() -> as(tenant, s -> s.add("another", "")))
        .hasMessage("OVER_QUOTA: quotaImages = 1 + 1, expected 1");

    as(
        tenant,
        s -> {
          s.remove(image);
          return null;
        });
    assertThat(as(tenant, s -> s.add("another", "")).id()).isPositive();
    assertThat(as(tenant, ImageService::quotas))
        .extracting(QuotaUse::usedText, QuotaUse::allowedText)
        .containsExactly(tuple("1", "1"), tuple("0.0", "100"));
  }

  @Test
  void filesOfARemovedImageStayForADayForTransfersThatRun() {
    upload(FileRole.KERNEL, SampleFiles.kernel(VERSION));
    String sha256 = as(tenant, s -> s.image(image)).files().get(0).sha256();
    as(
        tenant,
        s -> {
          s.remove(image);
          return null;
        });

    database.clock().add(Duration.ofHours(24));
    assertThat(rows(sha256)).isOne();
    database.clock().add(Duration.ofMillis(1));
    assertThat(rows(sha256)).isZero();
  }

  /** How many files there are of this image after the hourly job. */
  private long rows(String sha256) {
    database.asPortal(
        w -> {
          w.get(ImageRetentionService.class).forgetRemoved();
          return true;
        });
    Set<String> wanted = database.asPortal(w -> w.get(ImageRetentionService.class).wanted());
    Number files =
        (Number)
            database.asPortal(
                w ->
                    w.get(EntityManager.class)
                        .createNativeQuery(
                            "select count(*) from boot_image_file where image_id = ?")
                        .setParameter(1, image)
                        .getSingleResult());
    assertThat(files.longValue() == 0 || wanted.contains(sha256)).isTrue();
    return files.longValue();
  }

  private void limitTo(String column, int number) {
    database.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery("update tenant_limit set " + column + " = ? where tenant_id = ?")
                .setParameter(1, number)
                .setParameter(2, tenant)
                .executeUpdate());
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private static final class CountedZeros extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      read += length;
      return length;
    }
  }

  private BootImageView upload(FileRole role, InputStream content) {
    return upload(role, 0, content);
  }

  private BootImageView upload(FileRole role, long announced, InputStream content) {
    return database.as(
        tenant,
        Role.ORDERER,
        w -> {
          try {
            return w.get(ImageUploads.class).upload(image, role, "file.bin", announced, content);
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
