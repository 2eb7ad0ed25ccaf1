package org.yuzuri.portal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Ipv4Prefix;

class BootNetworkTest {

  @Test
  void theLabsNetworkIsAccepted() {
    assertThatCode(() -> network("192.0.2.1", "192.0.2.17", "192.0.2.200").check())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "router,       192.0.2.17,  192.0.2.17, 192.0.2.200",
    "router,       192.0.2.100, 192.0.2.17, 192.0.2.200",
    "router,       192.0.2.0,   192.0.2.17, 192.0.2.200",
    "router,       192.0.3.1,   192.0.2.17, 192.0.2.200",
    "firstAddress, 192.0.2.1,   192.0.2.0,  192.0.2.200",
    "lastAddress,  192.0.2.1,   192.0.2.17, 192.0.2.255",
    "lastAddress,  192.0.2.1,   192.0.2.17, 192.0.2.16"
  })
  void theWrongFieldIsNamed(String field, String router, String first, String last) {
    assertThatThrownBy(() -> network(router, first, last).check())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.field()).isEqualTo(field));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.17/24,  true",
    "192.0.2.200/24, true",
    "192.0.2.17/16,  false",
    "192.0.2.1/24,   false",
    "192.0.2.201/24, false",
    "198.51.100.17/24, false"
  })
  void aServerHasOneOfTheServersAddresses(String address, boolean good) {
    assertThat(
            network("192.0.2.1", "192.0.2.17", "192.0.2.200")
                .objection("bootAddress", Ipv4Prefix.of(address)))
        .matches(objection -> objection.isEmpty() == good);
  }

  private static BootNetwork network(String router, String first, String last) {
    return new BootNetwork(1, "192.0.2.0/24", router, first, last, List.of());
  }
}
