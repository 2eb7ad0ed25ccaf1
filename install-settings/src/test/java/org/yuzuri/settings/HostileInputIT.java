package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/** A hundred thousand hostile texts: no crash, no hang, no section of the lender changed. */
class HostileInputIT {

  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** For a hundred thousand lines; what grows with their square takes minutes. */
  private static final Duration MANY_LINES = Duration.ofSeconds(8);

  private static final Map<Release, Facts> FACTS = new HashMap<>();
  private static final Map<Release, List<String>> ALONE = new HashMap<>();

  static {
    for (String name : List.of("RHEL9", "FC3", "F46", "KICKSEED", "PRESEED")) {
      Release release = Release.of(name);
      FACTS.put(release, Servers.inTransfer(release));
      ALONE.put(release, LenderLinesOf.plan(Synthesis.plan(release, "", FACTS.get(release))));
    }
  }

  // Other texts at each run; a failure names the seed that repeats it.
  @Property(tries = 100_000, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void hostileTextsAreJudgedInBoundedTime(
      @ForAll("texts") String text, @ForAll("releases") Release release) {
    long start = cpuNanos();
    InstallPlan plan = Synthesis.plan(release, text, FACTS.get(release));
    Duration spent = Duration.ofNanos(cpuNanos() - start);

    assertThat(LenderLinesOf.plan(plan)).isEqualTo(ALONE.get(release));
    assertThat(LenderSectionsOf.wrong(release, plan.text())).isEmpty();
    assertThat(spent).isLessThan(LONGEST);
  }

  @Test
  void lineOfFiftyMegabytesIsRefusedWithAFinding() {
    String text = "part / --size=" + "1".repeat(50_000_000) + "\n";

    assertRefusedForItsSize(text);
  }

  @Test
  void millionLinesOfPackagesAreRefusedWithAFinding() {
    assertRefusedForItsSize("%packages\n" + "a\n".repeat(1_000_000) + "%end\n");
  }

  @Test
  void longestLineAndDeepestNestingAreJudgedInBoundedTime() {
    for (String piece :
        List.of("\"", "'", "\\", "(", "{", "[", "--a=", "a,", "@", "$(", "%", " -")) {
      String text = "part / " + piece.repeat(200_000 / piece.length()) + "\n";
      assertJudgedInTime(text);
      assertJudgedInTime("%packages\n" + text + "%end\n%post\n" + text + "%end\n");
    }
  }

  @Test
  void hundredThousandLinesOfEachKindAreJudgedInBoundedTime() {
    for (String line : List.of("%pre", "%packages", "part /x --size=1", "network", "x", "-a", "")) {
      String text = (line + "\n").repeat(100_000);
      long start = cpuNanos();
      Synthesis.plan(Release.latest(), text, Servers.inTransfer(Release.latest()));
      assertThat(Duration.ofNanos(cpuNanos() - start)).as(line).isLessThan(MANY_LINES);
    }
  }

  @Test
  void hundredThousandLinesArePlannedInTwoSeconds() {
    Release release = Release.of("RHEL9");
    String text = "%packages\n" + "bash\n".repeat(100_000) + "%end\n";

    long start = cpuNanos();
    InstallPlan plan = Synthesis.plan(release, text, Servers.inTransfer(release));
    Duration spent = Duration.ofNanos(cpuNanos() - start);

    assertThat(plan.lines()).hasSizeGreaterThan(100_000);
    assertThat(spent).isLessThan(Duration.ofSeconds(2));
  }

  private static void assertRefusedForItsSize(String text) {
    for (Release release : FACTS.keySet()) {
      InstallPlan plan = Synthesis.plan(release, text, FACTS.get(release));

      assertThat(plan.findings()).extracting(Finding::code).containsExactly(FindingCode.TOO_LARGE);
      assertThat(plan.text()).isEmpty();
    }
  }

  private static void assertJudgedInTime(String text) {
    for (Release release : FACTS.keySet()) {
      long start = cpuNanos();
      InstallPlan plan = Synthesis.plan(release, text, FACTS.get(release));

      assertThat(Duration.ofNanos(cpuNanos() - start)).isLessThan(LONGEST);
      assertThat(LenderLinesOf.plan(plan)).isEqualTo(ALONE.get(release));
    }
  }

  /** CPU time: by the clock, a busy machine once took 47 s for 0.44 s of work. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileTexts.any();
  }

  @Provide
  Arbitrary<Release> releases() {
    return Arbitraries.of(FACTS.keySet());
  }
}
