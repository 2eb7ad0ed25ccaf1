package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/** Plans what people met, and picks out of it what they are told. */
final class RealCases {

  private RealCases() {}

  static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  static InstallPlan bios(Release release, String text) {
    return Synthesis.plan(release, text, Servers.inTransfer(release));
  }

  static InstallPlan uefi(Release release, String text) {
    return Synthesis.plan(release, text, Servers.uefi(release));
  }

  static List<String> open(String text) {
    return found(bios(Release.PRESEED, text), FindingCode.OPEN_QUESTION);
  }

  static Finding one(InstallPlan plan, FindingCode code) {
    List<Finding> found = plan.findings().stream().filter(f -> f.code() == code).toList();
    assertThat(found).as("%s in %s", code, plan.findings()).hasSize(1);
    return found.get(0);
  }

  static List<String> found(InstallPlan plan, FindingCode code) {
    return plan.findings().stream().filter(f -> f.code() == code).map(Finding::found).toList();
  }

  static List<FindingCode> codes(InstallPlan plan) {
    return plan.findings().stream().map(Finding::code).toList();
  }
}
