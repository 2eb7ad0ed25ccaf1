package org.yuzuri.portal.lease;

import java.io.Serializable;
import java.util.Locale;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.settings.merge.Hostnames;

/**
 * What a tenant calls the servers of an order: a host's name (RFC 1123, section 2.1) in which
 * {@code {n}} stands for the server's number in the order, from 1. The installed system gets the
 * name unless the settings name it themselves.
 *
 * @param pattern lower case; empty when the servers are called as the datacenter calls them
 */
public record HostNames(String pattern) implements Serializable {

  public static final HostNames NONE = new HostNames("");

  private static final String NUMBER = "{n}";

  /**
   * Reads what somebody typed, for so many servers.
   *
   * @throws ProblemException INVALID_VALUE: hostNames
   */
  public static HostNames of(String typed, int servers) {
    HostNames names = new HostNames(typed.strip().toLowerCase(Locale.ROOT));
    if (names.pattern.isEmpty()) {
      return NONE;
    }
    if (!Hostnames.isValid(names.expanded(servers))) {
      throw ProblemException.invalid(
          "hostNames", typed, "a host's name such as web-{n}, at most 64 characters (RFC 1123)");
    }
    if (servers > 1 && !names.pattern.contains(NUMBER)) {
      throw ProblemException.invalid("hostNames", typed, "{n} in the name of several servers");
    }
    return names;
  }

  /**
   * The name of one server.
   *
   * @param number of the server in its order, from 1
   * @param otherwise its name where there is no pattern
   */
  public String name(int number, String otherwise) {
    return pattern.isEmpty() ? otherwise : expanded(number);
  }

  private String expanded(int number) {
    return pattern.replace(NUMBER, String.valueOf(number));
  }
}
