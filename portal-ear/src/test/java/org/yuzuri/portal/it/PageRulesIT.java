package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every page of the table, and so for every page of the code. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PageRulesIT {

  /** A choice that was not offered is refused by the field's name, in the viewer's language. */
  @Test
  void forgedChoicesAreRefusedByName() throws Exception {
    try (Rows rows = new Rows("forged")) {
      assertTrue(rows.tenant() > 0);
      for (String language : List.of("en", "ja")) {
        Visitor admin = Visitor.loggedInAs("admin@forged", "alpha-secret");
        admin.get("profile/view.xhtml?language=" + language);
        String body =
            admin
                .press(
                    "member/invite.xhtml",
                    "invitee",
                    "invite",
                    "&invitee:email=a@example.org&invitee:displayName=A&invitee:role=OPERATOR")
                .body();
        String said = language.equals("en") ? "Role: expected one of" : "選択肢から一つを選んで";
        assertTrue(body.contains(said), body);
        assertTrue(!body.contains("Validation Error"), body);
      }
    }
  }
}
