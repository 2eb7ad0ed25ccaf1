package org.yuzuri.settings.lint.command;

import java.util.ArrayDeque;
import java.util.Deque;

/** Mount points, brought to one form as Python's {@code posixpath.normpath} does. */
public final class Mountpoints {

  private Mountpoints() {}

  /** One form for all ways to write a path. */
  public static String normal(String path) {
    if (!path.startsWith("/") || isNormal(path)) {
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

  /** Whether no piece of the path is empty or begins with a point; most paths are so. */
  private static boolean isNormal(String path) {
    int last = path.length() - 1;
    for (int i = 0; i < last; i++) {
      char next = path.charAt(i + 1);
      if (path.charAt(i) == '/' && (next == '/' || next == '.')) {
        return false;
      }
    }
    return last == 0 || path.charAt(last) != '/';
  }
}
