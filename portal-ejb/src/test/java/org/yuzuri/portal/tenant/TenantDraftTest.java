package org.yuzuri.portal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.platform.ProblemException;

class TenantDraftTest {

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    TenantDraft wrong =
        new TenantDraft(
            " ", "c".repeat(81), "a".repeat(501), "two\nlines", "nobody", "call me maybe");

    assertThat(refusedFields(wrong))
        .containsExactly(
            "name", "contract", "billingAddress", "contactName", "contactEmail", "contactPhone");
  }

  @Test
  void longestOfEachIsTaken() {
    TenantDraft longest =
        new TenantDraft(
            "n".repeat(80),
            "c".repeat(80),
            "a\r\n".repeat(124),
            "p".repeat(100),
            "e".repeat(64) + "@" + "d".repeat(180) + ".example",
            "+81 (3) 1234-5678");

    assertThatCode(longest::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a@b",
        "@example.org",
        "a b@example.org",
        "a@example.org,b@example.org",
        "<a@example.org>",
        "a@example.org\nBcc: b@example.org",
        "a@exa mple.org"
      })
  void whatIsNoSingleMailAddressIsRefused(String email) {
    assertThat(refusedFields(new TenantDraft("N", "", "", "P", email, "")))
        .containsExactly("contactEmail");
  }

  @Test
  void changesNameFieldOldAndNewValue() {
    TenantDraft before = new TenantDraft("Old", "7", "", "P", "p@example.org", "");
    TenantDraft after = new TenantDraft("New", "7", "", "P", "p@example.org", "1");

    assertThat(before.changes(after)).isEqualTo("name: Old → New; contactPhone:  → 1");
    assertThat(before.changes(before)).isEmpty();
  }

  private static List<String> refusedFields(TenantDraft draft) {
    ProblemException first = catchThrowableOfType(ProblemException.class, draft::check);
    return Stream.concat(Stream.of(first), first.others().stream())
        .map(ProblemException::field)
        .toList();
  }
}
