package org.yuzuri.wire.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Whom a server must not reach from its port: an inspection that is told them probes it. Either
 * list may be empty.
 *
 * @param neighbours addresses of other servers in the same boot network; at most {@value #MOST}
 * @param bmcs addresses of management controllers of the site; at most {@value #MOST}
 */
public record ProbeTargets(List<Ipv4Address> neighbours, List<Ipv4Address> bmcs) {

  /** Most addresses of either kind. */
  public static final int MOST = 32;

  public ProbeTargets {
    neighbours = Checks.list(neighbours, MOST, "neighbours");
    bmcs = Checks.list(bmcs, MOST, "bmcs");
  }

  /** As the facts of a boot say it; empty when they ask for no probe. */
  public static Optional<ProbeTargets> of(BootFacts facts) {
    String neighbours = facts.values().get(BootFact.PROBE_NEIGHBOURS);
    String bmcs = facts.values().get(BootFact.PROBE_BMCS);
    if (neighbours == null && bmcs == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ProbeTargets(
            addresses(neighbours, BootFact.PROBE_NEIGHBOURS),
            addresses(bmcs, BootFact.PROBE_BMCS)));
  }

  /** As facts of a boot. */
  public Map<BootFact, String> facts() {
    return Map.of(BootFact.PROBE_NEIGHBOURS, joined(neighbours), BootFact.PROBE_BMCS, joined(bmcs));
  }

  private static List<Ipv4Address> addresses(@Nullable String value, BootFact fact) {
    return Arrays.stream(Checks.present(value, "facts." + fact.variable()).split(" ", -1))
        .filter(text -> !text.isEmpty())
        .map(Ipv4Address::of)
        .toList();
  }

  private static String joined(List<Ipv4Address> addresses) {
    return addresses.stream().map(Ipv4Address::text).collect(Collectors.joining(" "));
  }
}
