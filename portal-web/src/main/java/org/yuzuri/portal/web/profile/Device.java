package org.yuzuri.portal.web.profile;

import java.util.List;
import java.util.Map;

/**
 * What a browser calls itself, in words. Only a name for the member to know its own by; anybody can
 * send any.
 *
 * @param browser such as {@code Firefox}; empty when it is not known
 * @param system such as {@code Windows}; empty likewise
 */
record Device(String browser, String system) {

  /** The first that is found: browsers name the others that they want to be taken for, too. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Safari/", "Safari"),
          Map.entry("curl/", "curl"),
          Map.entry("Java", "Java"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Linux", "Linux"));

  static Device of(String userAgent) {
    return new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
  }

  private static String first(List<Map.Entry<String, String>> names, String userAgent) {
    return names.stream()
        .filter(name -> userAgent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
