package org.yuzuri.portal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

class AddressRangeTest {

  @Test
  void neitherNetworkNorBroadcastAddressIsGivenOut() {
    AddressRange range = AddressRange.hostsOf(Ipv4Prefix.of("10.30.1.0/24"));

    assertThat(Ipv4Address.ofBits(range.first())).hasToString("10.30.1.1");
    assertThat(Ipv4Address.ofBits(range.last())).hasToString("10.30.1.254");
  }

  @Test
  void aFullRangeHasNoFreeAddress() {
    AddressRange range = AddressRange.hostsOf(Ipv4Prefix.of("10.30.1.0/30"));

    assertThat(range.lowestFree(Set.of(range.first(), range.last()))).isEmpty();
  }

  @Property
  void theFreeAddressIsInTheRangeAndHeldByNobody(
      @ForAll Set<@LongRange(min = 10, max = 30) Long> held) {
    OptionalLong free = new AddressRange(10, 30).lowestFree(held);

    Set<Long> all = new HashSet<>(held);
    if (free.isPresent()) {
      assertThat(free.getAsLong()).isBetween(10L, 30L);
      assertThat(all.add(free.getAsLong())).isTrue();
    } else {
      assertThat(all).hasSize(21);
    }
  }
}
