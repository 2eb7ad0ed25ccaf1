package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The daemons' door over real TLS: who has no certificate of ours gets nothing but an enrolment.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AgentDoorIT {

  private static final Path STATE = Path.of(System.getProperty("it.state"));

  @Deployment
  static EnterpriseArchive portal() {
    return PortalDeployment.create(AgentDoorIT.class);
  }

  @Test
  void daemonEnrolsOnceAndIsKnownByItsCertificateAndItsNextOne() throws Exception {
    String token = Files.readString(STATE.resolve("tokens/lender")).strip();
    TestDaemon daemon = new TestDaemon(STATE.resolve("security"));

    TestDaemon.Answer stranger = daemon.get("commands?after=0");
    TestDaemon.Answer enrolled = daemon.enrol("LENDER_AGENT", token);
    TestDaemon.Answer known = daemon.get("commands?after=0");
    TestDaemon.Answer again =
        new TestDaemon(STATE.resolve("security")).enrol("LENDER_AGENT", token);

    assertEquals(403, stranger.status());
    assertTrue(stranger.body().contains("UNKNOWN_AGENT"), stranger::body);
    assertEquals(200, enrolled.status(), enrolled::body);
    assertEquals(200, known.status(), known::body);
    assertEquals("{\"commands\":[]}", known.body());
    assertEquals(404, daemon.get("files/" + "0".repeat(64)).status());
    assertEquals(403, again.status());

    TestDaemon old = daemon.copy();
    TestDaemon.Answer renewed = daemon.renew();
    TestDaemon.Answer oldMeanwhile = old.get("commands?after=0");
    TestDaemon.Answer shown = daemon.get("commands?after=0");

    assertEquals(200, renewed.status(), renewed::body);
    assertEquals(200, oldMeanwhile.status(), oldMeanwhile::body);
    assertEquals(200, shown.status(), shown::body);
    assertEquals(403, old.get("commands?after=0").status());
  }

  @Test
  void brokenMessageIsNamed() throws Exception {
    TestDaemon.Answer answer =
        new TestDaemon(STATE.resolve("security")).post("enrolments", "{\"token\":");

    assertEquals(400, answer.status());
    assertTrue(answer.body().contains("MALFORMED"), answer::body);
  }

  @Test
  void pagesAreNotOnTheDaemonsPort() throws Exception {
    assertEquals(404, new TestDaemon(STATE.resolve("security")).get("../../login.xhtml").status());
  }
}
