package org.yuzuri.portal.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.portal.mail.smtp.SmtpServer.Security;
import org.yuzuri.portal.platform.ProblemException;

class MailSettingsTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "PORTAL_SMTP_HOST", "mail.example.org",
              "PORTAL_MAIL_FROM", "Yuzuri <yuzuri@example.org>",
              "PORTAL_URL", "https://portal.example.org/"));

  @Test
  void withoutHostThereIsNoServer() {
    assertThat(MailSettings.of(Map.of()).server()).isNull();
  }

  @Test
  void startTlsIsTheWayUnlessAnotherIsNamed() {
    MailSettings settings = MailSettings.of(environment);

    assertThat(settings.server().security()).isEqualTo(Security.STARTTLS);
    assertThat(settings.server().port()).isEqualTo(587);
    assertThat(settings.server().from().getPersonal()).isEqualTo("Yuzuri");
    assertThat(settings.portal()).isEqualTo(URI.create("https://portal.example.org"));
  }

  @ParameterizedTest
  @CsvSource({"TLS,465", "NONE,25"})
  void otherWaysAreNamed(Security security, int port) {
    environment.put("PORTAL_SMTP_SECURITY", security.name());

    assertThat(MailSettings.of(environment).server().security()).isEqualTo(security);
    assertThat(MailSettings.of(environment).server().port()).isEqualTo(port);
  }

  @Test
  void passwordIsReadFromItsFileAndNeverShown(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("password"), "very secret\n");
    environment.put("PORTAL_SMTP_USER", "portal");
    environment.put("PORTAL_SMTP_PASSWORD_FILE", file.toString());

    MailSettings settings = MailSettings.of(environment);

    assertThat(settings.server().password()).isEqualTo("very secret");
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "PORTAL_SMTP_SECURITY,starttls",
    "PORTAL_SMTP_PORT,0",
    "PORTAL_SMTP_PORT,70000",
    "PORTAL_SMTP_PORT,smtp",
    "PORTAL_MAIL_FROM,nobody",
    "PORTAL_MAIL_FROM,'a@example.org, b@example.org'",
    "PORTAL_URL,http://portal.example.org",
    "PORTAL_URL,javascript:alert(1)",
    "PORTAL_URL,https://user@portal.example.org",
    "PORTAL_URL,https://portal.example.org/?x",
    "PORTAL_URL,''",
    "PORTAL_SMTP_TRUST_FILE,/nowhere/ca.pem",
    "PORTAL_MAIL_SHOWN,true"
  })
  void whatCannotBeIsNamedWithItsVariable(String variable, String value) {
    environment.put(variable, value);

    assertThatThrownBy(() -> MailSettings.of(environment))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(variable);
  }

  @Test
  void everythingThatIsWrongIsTold() {
    environment.put("PORTAL_SMTP_SECURITY", "SSL");
    environment.put("PORTAL_SMTP_PORT", "x");
    environment.put("PORTAL_SMTP_USER", "portal");
    environment.remove("PORTAL_MAIL_FROM");
    environment.remove("PORTAL_URL");

    assertThatThrownBy(() -> MailSettings.of(environment))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.others())
                    .extracting(ProblemException::field)
                    .containsExactly(
                        "PORTAL_SMTP_PORT",
                        "PORTAL_SMTP_PASSWORD_FILE",
                        "PORTAL_MAIL_FROM",
                        "PORTAL_URL"));
  }
}
