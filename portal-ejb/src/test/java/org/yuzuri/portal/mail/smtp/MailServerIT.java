package org.yuzuri.portal.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.mail.smtp.SmtpServer.Security;
import org.yuzuri.portal.mail.text.MailText;

/** Against a real mail server. */
class MailServerIT {

  private static final String ANN = "ann@example.org";
  private static final MailText TEXT =
      new MailText("サーバの貸出", "貸出です。\n", "<html><body><p>貸出です。</p></body></html>");

  @ParameterizedTest
  @EnumSource
  void mailIsTakenWithBothTextsInUtf8(Security security) throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(security)) {
      Delivery delivery = deliver(server.environment("localhost"), ANN, "山田 太郎");

      assertThat(delivery).isEqualTo(new Delivery.Taken());
      MimeMessage mail = server.taken().get(0);
      assertThat(mail.getSubject()).isEqualTo("サーバの貸出");
      InternetAddress to = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
      assertThat(to.getAddress()).isEqualTo(ANN);
      assertThat(to.getPersonal()).isEqualTo("山田 太郎");
      assertThat(mail.getFrom()[0]).hasToString("Yuzuri <yuzuri@example.org>");
      assertThat(mail.getMessageID()).isEqualTo("<the-id@example.org>");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getHeader("List-Unsubscribe")).isNull();
      assertThat(mail.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
      MimeMultipart parts = (MimeMultipart) mail.getContent();
      assertThat(parts.getContentType()).startsWith("multipart/alternative");
      assertThat(parts.getBodyPart(0).getContentType())
          .isEqualToIgnoringCase("text/plain; charset=UTF-8");
      assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("貸出です。");
      assertThat(parts.getBodyPart(1).getContentType())
          .isEqualToIgnoringCase("text/html; charset=UTF-8");
      assertThat(parts.getBodyPart(1).getContent().toString().strip()).isEqualTo(TEXT.html());
    }
  }

  @Test
  void hostileNameAddsNeitherHeaderNorReceiver() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(Security.STARTTLS)) {
      String name = "Eve\" <all@example.org>, \"\r\nBcc: all@example.org\r\n\r\n<b>";

      assertThat(deliver(server.environment("localhost"), ANN, name))
          .isEqualTo(new Delivery.Taken());
      MimeMessage mail = server.taken().get(0);
      assertThat(server.receivers()).containsExactly(ANN);
      assertThat(mail.getAllRecipients()).hasSize(1);
      assertThat(((InternetAddress) mail.getAllRecipients()[0]).getAddress()).isEqualTo(ANN);
      assertThat(mail.getHeader("Bcc")).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"ann@example.org,550", "ann@example.org,553", "DATA,554"})
  void whatIsRefusedForGoodIsNotTriedAgain(String what, int code) {
    try (ScriptedMailServer server = new ScriptedMailServer(Security.STARTTLS)) {
      server.answer(what, code);

      assertThat(deliver(server.environment("localhost"), ANN, ""))
          .isInstanceOfSatisfying(
              Delivery.Refused.class,
              refused -> assertThat(refused.answer()).startsWith(String.valueOf(code)));
    }
  }

  @ParameterizedTest
  @CsvSource({"ann@example.org,450", "ann@example.org,451", "DATA,452", "MAIL,451", "MAIL,550"})
  void whatMayBeTakenLaterWaits(String what, int code) {
    try (ScriptedMailServer server = new ScriptedMailServer(Security.STARTTLS)) {
      server.answer(what, code);

      assertThat(deliver(server.environment("localhost"), ANN, ""))
          .isInstanceOfSatisfying(
              Delivery.Delayed.class,
              delayed -> assertThat(delayed.answer()).startsWith(String.valueOf(code)));
    }
  }

  @Test
  void wrongPasswordIsAMatterOfTheSetUp() {
    try (ScriptedMailServer server = new ScriptedMailServer(Security.STARTTLS)) {
      Map<String, String> environment = server.environment("localhost");
      environment.put("PORTAL_SMTP_USER", "somebody");

      assertThat(deliver(environment, ANN, "")).isInstanceOf(Delivery.Delayed.class);
      assertThat(server.receivers()).isEmpty();
    }
  }

  @Test
  void serverThatIsAwayIsTriedLater() {
    try (ScriptedMailServer server = new ScriptedMailServer(Security.STARTTLS)) {
      server.stop();

      assertThat(deliver(server.environment("localhost"), ANN, ""))
          .isInstanceOf(Delivery.Delayed.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void certificateOfAnotherHostGetsNothing(Security security) {
    try (ScriptedMailServer server = new ScriptedMailServer(security)) {
      // An address of this machine that is not in the certificate.
      assertThat(deliver(server.environment("127.0.0.2"), ANN, ""))
          .isInstanceOf(Delivery.Delayed.class);
      assertThat(server.receivers()).isEmpty();
      assertThat(server.taken()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void certificateThatNobodyVouchesForGetsNothing(Security security) {
    try (ScriptedMailServer server = new ScriptedMailServer(security)) {
      Map<String, String> environment = server.environment("localhost");
      environment.remove("PORTAL_SMTP_TRUST_FILE");

      assertThat(deliver(environment, ANN, "")).isInstanceOf(Delivery.Delayed.class);
      assertThat(server.receivers()).isEmpty();
    }
  }

  @Test
  void serverWithoutStartTlsGetsNothing() {
    try (ScriptedMailServer server = new ScriptedMailServer(Security.NONE)) {
      Map<String, String> environment = server.environment("localhost");
      environment.remove("PORTAL_SMTP_SECURITY");

      assertThat(deliver(environment, ANN, "")).isInstanceOf(Delivery.Delayed.class);
      assertThat(server.receivers()).isEmpty();
    }
  }

  private static Delivery deliver(Map<String, String> environment, String address, String name) {
    Instant at = Instant.parse("2026-03-01T12:00:00Z");
    return new MailServer(MailSettings.of(environment))
        .deliver(new Envelope(address, name, "the-id", TEXT, at));
  }
}
