package org.yuzuri.lender.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.value.Secret;

/** Which suite ipmitool is called with; the BMCs here answer in ipmitool's words. */
final class CipherSuitesTest {

  private static final String ANSWER = "Chassis Power is on\n";

  private final List<String> asked = new ArrayList<>();
  private final CipherSuites suites = new CipherSuites();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private List<String> known = List.of("17", "3");
  private String refusal =
      "Error in open session response message : invalid authentication algorithm\n";

  @BeforeEach
  void listen() {
    logged.start();
    logger().addAppender(logged);
  }

  @AfterEach
  void stop() {
    logger().detachAppender(logged);
  }

  @Test
  void bestSuiteIsTakenAndSaidOnce() {
    for (BmcKind kind : BmcKind.values()) {
      assertThat(bmc(kind).power()).isEqualTo(PowerState.ON);
    }

    assertThat(asked).containsExactly("17", "17");
    assertThat(lines()).singleElement().asString().contains("192.0.2.200:623", "cipher suite 17");
  }

  @Test
  void oldOneIsTakenWhereTheEntryAllowsItAndSaidOnce() {
    known = List.of("3");

    bmc(BmcKind.IPMI_SUITE_3).power();
    bmc(BmcKind.IPMI_SUITE_3).power();

    assertThat(asked).containsExactly("17", "3", "3");
    assertThat(lines()).singleElement().asString().contains("3 (HMAC-SHA1) is used");
  }

  @Test
  void oldOneIsNotTakenWhereTheEntryDoesNotAllowIt() {
    known = List.of("3");
    bmc(BmcKind.IPMI_SUITE_3).power();
    asked.clear();

    assertThatThrownBy(() -> bmc(BmcKind.IPMI).power())
        .isInstanceOf(BmcException.class)
        .hasMessageStartingWith("BMC 192.0.2.200:623")
        .hasMessageContaining("cipher suite 17");
    assertThat(asked).containsExactly("17");
  }

  @Test
  void whoeverStandsBetweenCannotTalkItDown() {
    bmc(BmcKind.IPMI_SUITE_3).power();
    known = List.of("3");

    assertThatThrownBy(() -> bmc(BmcKind.IPMI_SUITE_3).power())
        .isInstanceOf(BmcException.class)
        .hasMessageContaining("though it did before");
    assertThat(asked).containsExactly("17", "17");
  }

  @Test
  void anythingElseThatFailsIsNoReasonForTheOldOne() {
    known = List.of("3");
    refusal = "Error: Unable to establish IPMI v2 / RMCP+ session\n";

    assertThatThrownBy(() -> bmc(BmcKind.IPMI_SUITE_3).power())
        .isInstanceOf(BmcException.class)
        .hasMessageContaining("Unable to establish");
    assertThat(asked).containsExactly("17");
  }

  private Bmc bmc(BmcKind kind) {
    BmcAddress address = BmcAddress.of("192.0.2.200:623");
    return new IpmiBmc(
        new BmcAccess(kind, address, "admin", new Secret("s3cret")), this::answer, suites);
  }

  private ProcessResult answer(ProcessCall call) {
    String suite = call.argv().get(call.argv().indexOf("-C") + 1);
    asked.add(suite);
    return known.contains(suite)
        ? new ProcessResult(0, ANSWER, "", Duration.ofMillis(1))
        : new ProcessResult(1, "", refusal, Duration.ofMillis(1));
  }

  private List<String> lines() {
    return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static ch.qos.logback.classic.Logger logger() {
    return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(CipherSuites.class);
  }
}
