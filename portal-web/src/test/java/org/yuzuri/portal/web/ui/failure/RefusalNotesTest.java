package org.yuzuri.portal.web.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.shiro.authz.UnauthorizedException;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.platform.ProblemException;

class RefusalNotesTest {

  private static final String PAGE = "/server/view.xhtml";

  private final List<String> noted = new ArrayList<>();
  private final Refusals trail =
      new Refusals() {
        @Override
        public void note(String action, String object, String detail) {
          noted.add(String.join("|", action, object, detail));
        }
      };

  @Test
  void missingPermissionIsNotedHoweverDeepItLies() {
    UnauthorizedException refused = new UnauthorizedException("no [server:write]");

    RefusalNotes.note(trail, new RuntimeException(new RuntimeException(refused)), PAGE);

    assertThat(noted).containsExactly("access.refused|" + PAGE + "|no [server:write]");
  }

  @Test
  void whatMayBeAnotherTenantsIsNoted() {
    RefusalNotes.note(trail, ProblemException.notFound("server", 17), PAGE);

    assertThat(noted).containsExactly("access.missing|" + PAGE + "|server 17");
  }

  @Test
  void wrongInputAndBugsAreNoRefusals() {
    RefusalNotes.note(trail, ProblemException.invalid("name", "", "a name"), PAGE);
    RefusalNotes.note(trail, new IllegalStateException("a bug"), PAGE);

    assertThat(noted).isEmpty();
  }
}
