package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator takes a server out of the pool, sees what it is made of, and has it admitted. */
@Order(0)
@ExtendWith({SharedDemo.class, Stepwise.class})
class InspectingAServerIT {
  private static final String SERVER = "lent-18";
  private static final Duration INSPECTION = Duration.ofMinutes(5);
  private static final Duration ADMISSION = Duration.ofMinutes(10);

  private OperatorBrowser operator;

  @BeforeAll
  void openBrowser(Demo running) {
    operator = running.operator();
  }

  @AfterAll
  void closeBrowser() {
    operator.close();
  }

  @Test
  @Order(1)
  void serverThatIsInspectedSaysWhatItIsMadeOf() {
    operator.openServer(SERVER);
    operator.decide("takeOut", "MAINTENANCE");

    operator.decide("inspect", "INSPECTING");

    operator.waitForServerState(SERVER, "ENROLLED", INSPECTION);
    assertThat(operator.hardware()).contains("QEMU", "UEFI", "/dev/vda", "virtio_net");
    assertThat(operator.isAsEntered()).as(operator::text).isTrue();
  }

  @Test
  @Order(2)
  void serverThatIsNotAsEnteredIsNotAdmitted() {
    operator.enterMemory(4096);

    operator.decide("admit", "INSPECTING");

    operator.waitForServerState(SERVER, "ENROLLED", INSPECTION);
    assertThat(operator.text()).contains("Not admitted to the pool");
    assertThat(operator.reasons()).contains("Memory (MiB): entered 4096, found ");
    assertThat(operator.portProbe())
        .as("what was tried from its port")
        .isNotEmpty()
        .doesNotContain("GOT_THROUGH");
    assertThat(operator.erasures()).isEmpty();
  }

  @Test
  @Order(3)
  void serverThatTookOverWhatWasFoundIsAdmittedAndErased() {
    operator.takeOverWhatWasFound();
    assertThat(operator.isAsEntered()).as(operator::text).isTrue();

    operator.decide("admit", "INSPECTING");

    operator.waitForServerState(SERVER, "AVAILABLE", ADMISSION);
    assertThat(operator.erasures()).containsExactly("VERIFIED");
  }
}
