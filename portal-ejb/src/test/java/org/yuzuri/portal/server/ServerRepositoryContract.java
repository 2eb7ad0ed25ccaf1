package org.yuzuri.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.world.Place;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.port.PortKind;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

/** What the pool expects of a place for servers, whether it is the database or memory. */
public interface ServerRepositoryContract {

  Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

  Cause WORD =
      new Cause(Actor.system("trial"), BEGIN, "ADMITTED_WITHOUT_RUN", "it is a trial's", null);

  Place place();

  /** What tells two servers apart. */
  record Marks(long agent, int card, int address, int bmcPort, String disk, String port) {

    Marks(long agent, int card, int address, int bmcPort, String disk) {
      this(agent, card, address, bmcPort, disk, "port-" + bmcPort);
    }
  }

  @Test
  default void serverIsFoundByItsIdAndItsNameAndByNoOther() {
    Place place = place();
    Marks marks = new Marks(place.agent(), random(), 20, 7001, "virtio-a");
    long id = add(place, marks);
    String name = name(marks);

    assertThat(ServerRepositoryContract.<String>in(place, s -> s.find(id).orElseThrow().name()))
        .isEqualTo(name);
    assertThat(ServerRepositoryContract.<Long>in(place, s -> s.findByName(name).orElseThrow().id()))
        .isEqualTo(id);
    assertThat(ServerRepositoryContract.<Boolean>in(place, s -> s.findByName(name + "x").isEmpty()))
        .isTrue();
    assertThat(
            ServerRepositoryContract.<Boolean>in(
                place, s -> s.findLocked(Long.MAX_VALUE).isEmpty()))
        .isTrue();
    assertThat(ids(place, s -> s.list(Set.of(id, Long.MAX_VALUE)))).containsExactly(id);
    assertThat(ids(place, s -> s.listKept())).contains(id).isSorted();
    assertThat(ids(place, s -> s.listKeptOfSite(place.agent(), 1000))).contains(id).isSorted();
    assertThat(ids(place, s -> s.listKeptOfSite(place.agent(), 1))).hasSize(1);
    assertThat(ids(place, s -> s.listKeptOfSite(place.otherAgent(), 1000))).doesNotContain(id);
    in(place, s -> s.findLocked(id).orElseThrow().apply(ServerEvent.RETIRE, cause()));
    assertThat(ids(place, s -> s.listKept())).doesNotContain(id);
    assertThat(ids(place, s -> s.listKeptOfSite(place.agent(), 1000))).doesNotContain(id);
  }

  @Test
  default void freeIsWhatTheOfferHasInThePool() {
    Place place = place();
    long enrolled = add(place, new Marks(place.agent(), random(), 21, 7002, "virtio-b"));
    long admitted = add(place, new Marks(place.agent(), random(), 22, 7003, "virtio-c"));
    in(place, s -> s.findLocked(admitted).orElseThrow().apply(ServerEvent.ADMIT_WITHOUT_RUN, WORD));
    int count = in(place, s -> s.countFree(place.request().offerId()));

    List<Long> free = ids(place, s -> s.listFree(place.request().offerId(), count));

    assertThat(free).hasSize(count).contains(admitted).doesNotContain(enrolled).isSorted();
    assertThat(ids(place, s -> s.lockFree(place.request().offerId(), count))).isEqualTo(free);
    assertThat(ids(place, s -> s.listFree(place.request().offerId(), 1)))
        .containsExactly(free.get(0));
    assertThat(ids(place, s -> s.listFree(Long.MAX_VALUE, count))).isEmpty();
    assertThat(
            ServerRepositoryContract.<String>in(
                place, s -> s.find(admitted).orElseThrow().waiver().reason()))
        .isEqualTo(WORD.detail());
  }

  @Test
  default void serversOfAnOfferAreCountedByWhatTheyAreKnownBy() {
    Place place = place();
    long offer = place.request().offerId();
    int consoles = in(place, s -> s.countOfPool(offer, Identity.CONSOLE));
    int ports = in(place, s -> s.countOfPool(offer, Identity.PORT));
    add(place, new Marks(place.agent(), random(), 24, 7005, "virtio-e"));
    long retired = add(place, new Marks(place.agent(), random(), 25, 7006, "virtio-f"));
    in(place, s -> s.findLocked(retired).orElseThrow().apply(ServerEvent.RETIRE, cause()));

    assertThat(
            ServerRepositoryContract.<Integer>in(
                place, s -> s.countOfPool(offer, Identity.CONSOLE)))
        .isEqualTo(consoles + 1);
    assertThat(
            ServerRepositoryContract.<Integer>in(place, s -> s.countOfPool(offer, Identity.PORT)))
        .isEqualTo(ports);
  }

  @Test
  default void serversShareACardAnywhereAndTheRestAtTheirSite() {
    Place place = place();
    int card = random();
    Marks marks = new Marks(place.agent(), card, 23, 7004, "virtio-d");
    long id = add(place, marks);
    int unlike = card ^ 1;

    assertThat(sharing(place, 0, new Marks(place.otherAgent(), card, 99, 7099, "x"))).contains(id);
    assertThat(sharing(place, 0, new Marks(place.agent(), unlike, 23, 7099, "x"))).contains(id);
    assertThat(sharing(place, 0, new Marks(place.agent(), unlike, 99, 7004, "x"))).contains(id);
    assertThat(sharing(place, 0, new Marks(place.agent(), unlike, 99, 7099, "virtio-d")))
        .contains(id);
    assertThat(sharing(place, 0, new Marks(place.agent(), unlike, 99, 7099, "x", "port-7004")))
        .contains(id);
    assertThat(sharing(place, 0, new Marks(place.otherAgent(), unlike, 23, 7004, "virtio-d")))
        .doesNotContain(id);
    assertThat(sharing(place, 0, new Marks(place.agent(), unlike, 99, 7099, "x")))
        .doesNotContain(id);
    assertThat(sharing(place, id, marks)).doesNotContain(id);
  }

  private static List<Long> sharing(Place place, long self, Marks marks) {
    return ids(place, s -> s.listSharing(self, entry(place, marks)));
  }

  private static long add(Place place, Marks marks) {
    return in(
        place,
        s -> {
          Server server = new Server(entry(place, marks), BEGIN);
          s.add(server);
          return server.id();
        });
  }

  private static ServerEntry entry(Place place, Marks marks) {
    return new ServerEntry(
        place.request().offerId(),
        marks.agent(),
        name(marks),
        MacAddress.of(
            "02:00:00:%02x:%02x:%02x"
                .formatted(
                    marks.card() >> 16 & 0xff, marks.card() >> 8 & 0xff, marks.card() & 0xff)),
        Ipv4Prefix.of("10.66.0." + marks.address() + "/24"),
        BootMode.BIOS,
        "ttyS0",
        Identity.CONSOLE,
        2,
        2048,
        new BmcAccess(
            BmcKind.IPMI,
            BmcAddress.of("127.0.0.1:" + marks.bmcPort()),
            "admin",
            new Secret("secret")),
        new ServerPort(PortKind.LINUX_BRIDGE, marks.port()),
        List.of(new ServerDisk(marks.disk(), "/dev/vda", 8)));
  }

  private static String name(Marks marks) {
    return "contract-" + marks.card();
  }

  private static int random() {
    return ThreadLocalRandom.current().nextInt(1 << 24);
  }

  private static List<Long> ids(Place place, Function<ServerRepository, List<Server>> query) {
    return in(place, servers -> query.apply(servers).stream().map(Server::id).toList());
  }

  private static <T> T in(Place place, Function<ServerRepository, T> work) {
    return place.in(rows -> work.apply(rows.get(ServerRepository.class)));
  }

  private static Cause cause() {
    return Cause.of(Actor.system("trial"), BEGIN, "BY_HAND");
  }
}
