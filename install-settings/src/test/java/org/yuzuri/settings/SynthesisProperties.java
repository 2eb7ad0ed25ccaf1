package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.plan.PlanLine;
import org.yuzuri.settings.preseed.PreseedTree;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.KickstartTree;

/** What holds for every text. */
class SynthesisProperties {

  @Property
  void printingAParsedKickstartGivesItBack(@ForAll("texts") String text) {
    assertThat(KickstartTree.parse(text).print()).isEqualTo(text);
  }

  @Property
  void printingAParsedPreseedGivesItBack(@ForAll("texts") String text) {
    assertThat(PreseedTree.parse(text).print()).isEqualTo(text);
  }

  @Property
  void sameInputGivesTheSamePlan(
      @ForAll("texts") String text, @ForAll("releases") Release release) {
    Facts facts = Servers.inTransfer(release);

    InstallPlan plan = Synthesis.plan(release, text, facts);

    assertThat(Synthesis.plan(release, text, facts)).isEqualTo(plan);
  }

  @Property
  void mergingAPlanAgainChangesNothing(
      @ForAll("texts") String text, @ForAll("releases") Release release) {
    Facts facts = Servers.inTransfer(release);
    String once = Synthesis.plan(release, text, facts).text();

    assertThat(Synthesis.plan(release, once, facts).text()).isEqualTo(once);
  }

  @Property
  void lendersLinesDoNotDependOnTheTenant(
      @ForAll("texts") String text, @ForAll("releases") Release release) {
    Facts facts = Servers.inTransfer(release);

    List<String> alone = LenderLinesOf.plan(Synthesis.plan(release, "", facts));

    assertThat(LenderLinesOf.plan(Synthesis.plan(release, text, facts))).isEqualTo(alone);
  }

  @Property
  void linesOfAPlanAreItsText(@ForAll("texts") String text) {
    Release release = Release.of("RHEL9");
    InstallPlan plan = Synthesis.plan(release, text, Servers.inTransfer(release));

    List<String> lines = plan.lines().stream().map(PlanLine::text).toList();

    assertThat(plan.text().replace("\r\n", "\n")).isEqualTo(String.join("\n", lines) + "\n");
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileTexts.any();
  }

  @Provide
  Arbitrary<Release> releases() {
    return Arbitraries.of(Release.all());
  }
}
