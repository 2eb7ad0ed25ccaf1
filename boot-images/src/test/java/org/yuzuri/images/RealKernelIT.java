package org.yuzuri.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.images.kernel.KernelImage;
import org.yuzuri.images.modules.InitrdFormat;
import org.yuzuri.images.modules.ModuleNeeds;
import org.yuzuri.images.modules.ModulesArchive;

/**
 * A real kernel: Debian's cloud kernel package, downloaded with apt, and what depmod and modprobe
 * say of the modules that were chosen from it.
 */
class RealKernelIT {
  private static final ModuleNeeds NEEDS = ModuleNeeds.forTransfer(List.of("virtio_net"));

  @TempDir static Path directory;
  private static Path deb;
  private static Path kernel;

  @BeforeAll
  static void download() throws Exception {
    String depends = run("apt-cache", "depends", "--important", "linux-image-cloud-amd64");
    String name =
        depends
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("Depends: linux-image-"))
            .findFirst()
            .orElseThrow()
            .substring("Depends: ".length());
    run("apt-get", "download", "-o", "APT::Sandbox::User=root", name);
    deb = only(name);
    run("dpkg-deb", "-x", deb.toString(), "unpacked");
    kernel = only("unpacked/boot/vmlinuz-");
  }

  private static Path only(String prefix) throws IOException {
    Path above = directory.resolve(prefix).getParent();
    String begin = directory.resolve(prefix).getFileName().toString();
    try (Stream<Path> files = Files.list(above)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(begin))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String run(String... argv) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(argv).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  @Test
  void theVersionIsThatOfTheFilesName() throws IOException {
    KernelImage image = KernelImage.read(kernel);

    assertThat(kernel.getFileName()).hasToString("vmlinuz-" + image.version());
    assertThat(image.efiStub()).isTrue();
  }

  @Test
  void thePackageHasWhatATransferNeeds() throws IOException {
    Path initrd =
        Files.write(
            directory.resolve("initrd"),
            SyntheticArchives.cpio(java.util.Map.of("init", new byte[1])));

    BootImageReport report =
        BootImageReport.inspect(
            Optional.of(new NamedFile(kernel, "vmlinuz")),
            List.of(new NamedFile(initrd, "initrd")),
            Optional.of(new NamedFile(deb, "kernel.deb")),
            NEEDS);

    assertThat(report.findings()).isEmpty();
  }

  @Test
  void modprobeLoadsWhatWasChosenWithNothingMissing() throws Exception {
    String version = KernelImage.read(kernel).version();
    Path initrd = directory.resolve("modules.cpio");
    try (OutputStream out = Files.newOutputStream(initrd)) {
      ModulesArchive.read(deb).writeInitrd(version, NEEDS.names(), InitrdFormat.PLAIN, out);
    }
    run("cpio", "--extract", "--make-directories", "--file", initrd.toString());
    String base = directory.resolve("yuzuri").toString();
    run("/usr/sbin/depmod", "-b", base, version);

    for (String module : List.of("virtio_net", "esp4", "xfrm_user", "gcm", "drbg")) {
      String chosen =
          run("/usr/sbin/modprobe", "-d", base, "-S", version, "--show-depends", module);
      String whole =
          run(
              "/usr/sbin/modprobe",
              "-d",
              depmodded(version),
              "-S",
              version,
              "--show-depends",
              module);

      assertThat(chosen.replace(base, "")).isEqualTo(whole.replace(depmodded(version), ""));
    }
  }

  private static String depmodded(String version) throws Exception {
    Path unpacked = directory.resolve("unpacked");
    if (!Files.exists(unpacked.resolve("lib/modules/" + version + "/modules.dep"))) {
      run("/usr/sbin/depmod", "-b", unpacked.toString(), version);
    }
    return unpacked.toString();
  }
}
