package org.yuzuri.portal.access.login;

import java.util.ArrayList;
import java.util.List;

/** Second factors with one code that is always right; remembers what was asked. */
final class FakeFactors implements SecondFactors {

  static final String RIGHT = "287082";

  final List<String> asked = new ArrayList<>();

  @Override
  public boolean use(long memberId, String typed) {
    asked.add(memberId + " " + typed);
    return typed.equals(RIGHT);
  }
}
