package org.yuzuri.portal.member;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.Role;

class MemberDraftTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 201})
  void passwordThatIsTooShortOrTooLongIsRefusedWithoutBeingShown(int length) {
    String password = "x".repeat(length);

    assertThatThrownBy(() -> draft(password).check(false))
        .hasMessageContaining(length + " characters")
        .hasMessageContaining("8 to 200");
  }

  @Test
  void anyOtherIsTakenWhateverItIsMadeOf() {
    for (String password : new String[] {"xxxxxxxx", "合言葉合言葉合言", " 8 chars", "x".repeat(200)}) {
      assertThatCode(() -> draft(password).check(false)).as(password).doesNotThrowAnyException();
    }
  }

  private static MemberDraft draft(String password) {
    return new MemberDraft("member", "Member", Role.VIEWER, password);
  }
}
