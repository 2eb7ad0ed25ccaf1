import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Nic;
import org.yuzuri.settings.facts.TransferHooks;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/** Plans for many servers from one tenant file; prints microseconds for bench/synthesis to read. */
public final class SynthesisBench {

  private static final int SERVERS = 1000;
  private static final int WARM_UP = 3000;
  private static final Release RELEASE = Release.of("RHEL9");

  private SynthesisBench() {}

  public static void main(String[] arguments) throws Exception {
    String text = Files.readString(Path.of(arguments[0]));
    String large = Files.readString(Path.of(arguments[1]));
    for (int i = 0; i < WARM_UP; i++) {
      plan(text, i % SERVERS);
    }
    long[] nanos = new long[SERVERS];
    for (int i = 0; i < SERVERS; i++) {
      long start = cpuNanos();
      InstallPlan plan = plan(text, i);
      nanos[i] = cpuNanos() - start;
      if (!plan.isUsable()) {
        throw new IllegalStateException("no plan: " + plan.findings());
      }
    }
    double mean = Arrays.stream(nanos).average().orElseThrow();
    Arrays.sort(nanos);
    long start = cpuNanos();
    InstallPlan plan = plan(large, 0);
    double seconds = (cpuNanos() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%.1f %.1f %.1f %.3f %d%n",
        mean / 1e3,
        nanos[SERVERS / 2] / 1e3,
        nanos[SERVERS * 99 / 100] / 1e3,
        seconds,
        plan.lines().size());
  }

  /** CPU time of this thread: what else runs on the machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static InstallPlan plan(String text, int server) {
    int low = server % 250 + 2;
    String mac = String.format(Locale.ROOT, "52:54:00:00:%02x:%02x", server / 250, low);
    String address = "192.0.2." + low + "/24";
    Facts facts =
        Facts.of(
                "lent-" + server,
                Firmware.BIOS,
                "ttyS0",
                List.of(new Nic(mac, address, "192.0.2.1", List.of("192.0.2.1"))),
                List.of(new Disk("disk-" + server, "/dev/vda", 100)))
            .withTenantRange("10.30.0.0/16")
            .withHooks(TransferHooks.of(RELEASE));
    return Synthesis.plan(RELEASE, text, facts);
  }
}
