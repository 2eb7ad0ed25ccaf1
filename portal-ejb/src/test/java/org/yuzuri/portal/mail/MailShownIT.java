package org.yuzuri.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authz.UnauthorizedException;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.smtp.MailSettings;

/** What of a mail can be read, where and by whom. */
class MailShownIT extends MailWorld {

  @Test
  void wordsThatOpenSomethingAreShownInADemoOnly() {
    send(reset("one"));
    assertThat(view().text()).isNull();
    assertThat(view().link()).isNull();

    POST.goBy(
        MailSettings.of(
            Map.of(
                "PORTAL_MAIL_SHOWN", "true",
                "PORTAL_URL", "http://localhost:8080",
                "PORTAL_PLAIN_HTTP", "true")));

    assertThat(view().text()).contains("http://localhost:8080/forgotten.xhtml?token=abc-DEF");
    assertThat(view().link()).isEqualTo("http://localhost:8080/forgotten.xhtml?token=abc-DEF");
  }

  @Test
  void wordsThatOpenNothingAreShown() {
    send(new Letter(MailKind.ORDER_FAILED, to("Ann"), mark, orderValues()));

    assertThat(view().text()).contains("Hello Ann,");
  }

  @Test
  void anotherTenantsMemberSeesNoMail() {
    send(new Letter(MailKind.ORDER_FAILED, to("Ann"), mark, orderValues()));
    long tenant = DATABASE.newTenant("Mail");

    for (Role role : List.of(Role.VIEWER, Role.ORDERER, Role.TENANT_ADMIN)) {
      assertThatThrownBy(() -> DATABASE.as(tenant, role, w -> w.get(MailService.class).view(id())))
          .isInstanceOf(UnauthorizedException.class);
    }
  }

  @Test
  void oneTimeLinkIsNotReadableInTheDatabase() {
    send(reset("one"));

    assertThat(new String((byte[]) storedValues().get(0), StandardCharsets.ISO_8859_1))
        .doesNotContain("token", "abc-DEF");
  }
}
