package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A certificate of erasure: taken by its tenant, checked by strangers. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CertificateIT {

  private static final String PAGE = "verify.xhtml";

  @Test
  void strangerFindsATenantsCertificateGenuineAndAChangedOneNot() throws Exception {
    try (Rows own = new Rows("certified")) {
      String lease = "lease/view.xhtml?id=" + own.ids().lease();
      Visitor member = Visitor.loggedInAs("admin@certified", "alpha-secret");
      HttpResponse<String> file = member.press(lease, "certificate", "download", "");

      assertEquals(200, file.statusCode());
      String pem = file.body();
      assertTrue(pem.startsWith("-----BEGIN CMS-----"), pem);
      String genuine = checked(pem);
      assertTrue(genuine.contains("data-code=\"GENUINE\""), genuine);
      assertTrue(genuine.contains("virtio-a"), genuine);
      assertTrue(genuine.contains("CLEAR"), genuine);

      int at = pem.length() / 4;
      char other = pem.charAt(at) == 'A' ? 'B' : 'A';
      String changed = checked(pem.substring(0, at) + other + pem.substring(at + 1));
      assertFalse(changed.contains("data-code=\"GENUINE\""), changed);
      assertTrue(changed.contains("data-code="), changed);
    }
  }

  @Test
  void strangersNonsenseIsNamedAsSuchMakesNoSessionAndRunsNothing() throws Exception {
    Visitor stranger = new Visitor();
    HttpResponse<String> answer =
        stranger.press(PAGE, "verify", "check", pem("<script>alert(1)</script>#{7*7}"));

    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("data-code=\"UNREADABLE\""), answer.body());
    assertFalse(answer.body().contains("<script>alert(1)"), answer.body());
    assertFalse(
        answer.headers().allValues("Set-Cookie").stream().anyMatch(c -> c.startsWith("session=")));
  }

  @Test
  void fileOfAQuarterOfAMebibyteIsTakenAndALargerOneRefused() throws Exception {
    String most = "x".repeat(256 << 10);

    assertTrue(checked(most).contains("data-code=\"UNREADABLE\""));
    HttpResponse<String> larger =
        new Visitor().press(PAGE, "verify", "check", pem(most + "x".repeat(70 << 10)));
    assertEquals(413, larger.statusCode());
  }

  private static String checked(String text) throws Exception {
    HttpResponse<String> answer = new Visitor().press(PAGE, "verify", "check", pem(text));
    assertEquals(200, answer.statusCode());
    return answer.body();
  }

  private static String pem(String text) {
    return "&verify:pem=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
