package org.yuzuri.settings.lint;

import java.util.ArrayDeque;
import java.util.Deque;

/** Mount points, brought to one form as Python's {@code posixpath.normpath} does. */
final class Mountpoints {

  private Mountpoints() {}

  static String normal(String path) {
    if (!path.startsWith("/")) {
      return path;
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    boolean twoSlashes = path.startsWith("//") && !path.startsWith("///");
    return (twoSlashes ? "//" : "/") + String.join("/", parts);
  }
}
