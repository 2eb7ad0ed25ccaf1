package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** A hundred thousand hostile texts: no crash, no hang, no section of the lender changed. */
class HostileInputIT {

  private static final Duration LONGEST = Duration.ofSeconds(1);

  @Property(tries = 100_000, shrinking = ShrinkingMode.BOUNDED)
  void hostileTextsAreJudgedInBoundedTime(
      @ForAll("texts") String text, @ForAll("releases") Release release) {
    Facts facts = Servers.inTransfer(release);
    List<String> alone = LenderLinesOf.plan(Synthesis.plan(release, "", facts));

    long start = System.nanoTime();
    InstallPlan plan = Synthesis.plan(release, text, facts);
    Duration spent = Duration.ofNanos(System.nanoTime() - start);

    assertThat(LenderLinesOf.plan(plan)).isEqualTo(alone);
    assertThat(spent).isLessThan(LONGEST);
  }

  @Test
  void lineOfFiftyMegabytesIsRefusedWithAFinding() {
    String text = "part / --size=" + "1".repeat(50_000_000) + "\n";

    assertThat(Synthesis.check(Release.latest(), text))
        .extracting(Finding::code)
        .containsExactly(FindingCode.KS123);
  }

  @Test
  void millionLinesOfPackagesAreRefusedWithAFinding() {
    String text = "%packages\n" + "a\n".repeat(1_000_000) + "%end\n";

    assertThat(Synthesis.check(Release.latest(), text))
        .extracting(Finding::code)
        .containsExactly(FindingCode.KS123);
  }

  @Test
  void hundredThousandLinesArePlannedInTwoSeconds() {
    Release release = Release.of("RHEL9");
    String text = "%packages\n" + "bash\n".repeat(100_000) + "%end\n";

    long start = System.nanoTime();
    InstallPlan plan = Synthesis.plan(release, text, Servers.inTransfer(release));

    assertThat(plan.lines()).hasSizeGreaterThan(100_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileTexts.any();
  }

  @Provide
  Arbitrary<Release> releases() {
    return Arbitraries.of("RHEL9", "FC3", "F46", "KICKSEED", "PRESEED").map(Release::of);
  }
}
