package org.yuzuri.portal.image;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageNamesTest {

  private static final List<String> READY_MADE = List.of("Other", "Debian by kickstart");

  @Test
  void nameThatLooksLikeAReadyMadeImagesIsRefused() {
    for (String name :
        List.of(
            "Debian by kickstart",
            " debian  BY kickstart ",
            "\uff24ebian by kickstart",
            "Debian\u00a0by kick\u200bstart")) {
      assertThatThrownBy(() -> ImageNames.refuseAlike(name, READY_MADE))
          .as(name)
          .hasMessageContaining("NAME_OF_READY_MADE_IMAGE");
    }
  }

  @Test
  void anyOtherNameIsTaken() {
    assertThatCode(() -> ImageNames.refuseAlike("Debian by preseed", READY_MADE))
        .doesNotThrowAnyException();
  }
}
