package org.yuzuri.portal.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionAgeTest {

  private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

  private final Map<Object, Object> attributes = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final HttpSession session =
      played(
          HttpSession.class,
          (method, arguments) -> {
            calls.add(method.startsWith("setMax") ? method + " " + arguments[0] : method);
            return method.equals("setAttribute")
                ? attributes.put(arguments[0], arguments[1])
                : attributes.get(arguments[0]);
          });
  private final HttpServletRequest request =
      played(
          HttpServletRequest.class,
          (method, arguments) -> {
            calls.add(method);
            return method.equals("getSession") ? session : "new id";
          });

  @Test
  void logInLastsTwelveHoursHoweverBusyItIs() {
    SessionAge.begin(request, MORNING, 7);

    for (Duration later = Duration.ZERO;
        later.compareTo(Duration.ofHours(12)) < 0;
        later = later.plusMinutes(10)) {
      assertThat(SessionAge.isOver(request, MORNING.plus(later))).isFalse();
    }
    assertThat(SessionAge.isOver(request, MORNING.plus(Duration.ofHours(12)))).isTrue();
  }

  @Test
  void sessionThatNobodyLoggedInWithIsOver() {
    assertThat(SessionAge.isOver(request, MORNING)).isTrue();
    attributes.put("yuzuri.loggedInAt", "yesterday");
    assertThat(SessionAge.isOver(request, MORNING)).isTrue();
  }

  @Test
  void logInBeginsUnderANewIdOfTheSession() {
    SessionAge.begin(request, MORNING, 7);

    assertThat(calls).containsSubsequence("getSession", "changeSessionId");
  }

  @Test
  void logInEndsAfterHalfAnHourOfIdlenessAndKnowsItsMemberSession() {
    SessionAge.begin(request, MORNING, 7);

    assertThat(calls).contains("setMaxInactiveInterval 1800");
    assertThat(SessionAge.memberSession(request)).contains(7L);
    attributes.clear();
    assertThat(SessionAge.memberSession(request)).isEmpty();
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T played(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
