package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SynthesisTest {

  private static final Release RHEL9 = Release.of("RHEL9");
  private static final Facts FACTS =
      Facts.of(
          "lent-17",
          BootMode.BIOS,
          "ttyS0",
          List.of(new Nic("52:54:00:12:34:56", "192.0.2.17/24", "192.0.2.1", List.of("192.0.2.1"))),
          List.of(new Disk("virtio-lent17a", "/dev/vda", 40)));

  @Test
  void lenderReplacesTheNetworkAndSaysWhatItReplaced() {
    InstallPlan plan = Synthesis.plan(RHEL9, "network --bootproto=dhcp --hostname=web1\n", FACTS);

    assertThat(plan.text())
        .contains("network --device=52:54:00:12:34:56 --bootproto=static --ip=192.0.2.17")
        .contains("network --hostname=web1\n")
        .doesNotContain("dhcp");
    assertThat(plan.lines())
        .anySatisfy(
            line -> {
              assertThat(line.origin()).isEqualTo(Origin.LENDER);
              assertThat(line.replaced()).contains("network --bootproto=dhcp --hostname=web1");
            });
  }

  @Test
  void mergingAPlanAgainChangesNothing() {
    Facts transfer = FACTS.withHooks(TransferHooks.of(RHEL9));
    String text =
        "lang en_US\nclearpart --all --drives=sda\npoweroff\n%packages\n-strongswan\n%end";
    InstallPlan plan = Synthesis.plan(RHEL9, text, transfer);

    assertThat(Synthesis.plan(RHEL9, plan.text(), transfer).text()).isEqualTo(plan.text());
    assertThat(plan.text()).doesNotContain("poweroff").contains("clearpart --all --drives=vda\n");
  }
}
