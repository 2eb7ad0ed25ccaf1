package org.yuzuri.portal.access.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes every try until it is told to make them wait; remembers what it was told. */
final class FakeThrottle implements LoginThrottle {

  final List<String> told = new ArrayList<>();
  Duration wait = Duration.ZERO;

  @Override
  public Duration take(String source, String login) {
    told.add("take " + login + " from " + source);
    return wait;
  }

  @Override
  public void succeeded(String source, String login) {
    told.add("succeeded " + login + " from " + source);
  }

  @Override
  public void giveBack(String source, String login) {
    told.add("give back " + login + " from " + source);
  }
}
