package org.yuzuri.settings.starting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.settings.Servers;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Dialect;

class StartingPointTest {

  @ParameterizedTest
  @EnumSource
  void checkerFindsNoFaultWithIt(StartingPoint point) {
    assertThat(Synthesis.check(point.release(), point.text())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void itCanBeOrderedAsItIsAlsoStrictly(StartingPoint point) {
    for (Facts server :
        List.of(Servers.inTransfer(point.release()), Servers.uefi(point.release()))) {
      InstallPlan plan = Synthesis.plan(point.release(), point.text(), server);

      assertThat(plan.findings())
          .as(server.firmware().name())
          .filteredOn(finding -> finding.severity() != Severity.INFO)
          .isEmpty();
      assertThat(plan.strictly().isUsable()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void itHasNoSecretAndSaysWhatIsToBeFilledIn(StartingPoint point) {
    assertThat(point.text())
        .containsPattern("(?i)no password for root")
        .contains("you@example.com", "mirror in your own network")
        .doesNotContainPattern("[$](1|5|6|y)[$]");
  }

  @Test
  void thereIsOneForEachDialectThatPeopleBeginWith() {
    Set<Dialect> dialects =
        Arrays.stream(StartingPoint.values())
            .map(point -> point.release().dialect())
            .collect(Collectors.toSet());

    assertThat(dialects)
        .containsExactlyInAnyOrder(Dialect.KICKSTART, Dialect.KICKSTART_INSTALLER, Dialect.PRESEED);
  }
}
