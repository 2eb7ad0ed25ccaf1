package org.yuzuri.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ApplicationException;
import org.junit.jupiter.api.Test;

class ProblemExceptionTest {

  @Test
  void theMessageNamesFieldValueAndWhatWasExpected() {
    ProblemException problem = ProblemException.invalid("managementPort", 0, "1 to 65535");

    assertThat(problem).hasMessage("INVALID_VALUE: managementPort = 0, expected 1 to 65535");
    assertThat(problem.code().kind().status()).isEqualTo(422);
  }

  @Test
  void aLongValueIsCut() {
    ProblemException problem = ProblemException.invalid("name", "x".repeat(5000), "less");

    assertThat(problem.value()).hasSize(201);
  }

  @Test
  void aRefusalRollsTheTransactionBack() {
    assertThat(ProblemException.class.getAnnotation(ApplicationException.class).rollback())
        .isTrue();
  }
}
