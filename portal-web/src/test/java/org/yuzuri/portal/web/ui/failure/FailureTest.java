package org.yuzuri.portal.web.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import org.apache.shiro.authz.UnauthorizedException;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.platform.ProblemException;

class FailureTest {

  @Test
  void refusalIsFoundInsideWhatTheContainerWrapsAroundIt() {
    Failure failure =
        Failure.of(new EJBException(new RuntimeException(ProblemException.notFound("order", 7))));

    assertThat(failure.kind()).isEqualTo(Failure.Kind.PROBLEM);
    assertThat(failure.status()).isEqualTo(404);
  }

  @Test
  void fieldIsTheLastPartOfItsName() {
    assertThat(Failure.of(ProblemException.invalid("offer.name", "", "1 to 60")).field())
        .isEqualTo("name");
    assertThat(Failure.of(ProblemException.invalid("pool", "x", "a network")).field())
        .isEqualTo("pool");
  }

  @Test
  void missingPermissionIsForbidden() {
    assertThat(Failure.of(new UnauthorizedException("no")).status()).isEqualTo(403);
  }

  @Test
  void lostRaceIsAConflict() {
    assertThat(Failure.of(new EJBException(new OptimisticLockException())).status()).isEqualTo(409);
  }

  @Test
  void anythingElseGetsAnIncidentOfItsOwn() {
    Failure one = Failure.of(new IllegalStateException("x"));
    Failure other = Failure.of(new IllegalStateException("x"));

    assertThat(one.kind()).isEqualTo(Failure.Kind.UNEXPECTED);
    assertThat(one.incident()).matches("[0-9A-F]{8}").isNotEqualTo(other.incident());
  }

  @Test
  void causeThatPointsToItselfEnds() {
    RuntimeException outer = new RuntimeException("outer");
    outer.initCause(new RuntimeException("inner", outer));

    assertThat(Failure.of(outer).kind()).isEqualTo(Failure.Kind.UNEXPECTED);
  }
}
