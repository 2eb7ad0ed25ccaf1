package org.yuzuri.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

/** What the pool expects of a place for servers, whether it is the database or memory. */
public interface ServerRepositoryContract {

  Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

  /** A place with an offer and two sites, nothing of which has to be empty. */
  Rows rows();

  /** Servers work on the place. */
  interface Rows {

    long offer();

    long agent();

    long otherAgent();

    /** Lets the work see the place, in one transaction. */
    <T> T in(Function<ServerRepository, T> work);
  }

  /** What tells two servers apart. */
  record Marks(long agent, int card, int address, int bmcPort, String disk) {}

  @Test
  default void serverIsFoundByItsIdAndItsNameAndByNoOther() {
    Rows rows = rows();
    Marks marks = new Marks(rows.agent(), random(), 20, 7001, "virtio-a");
    long id = add(rows, marks);
    String name = name(marks);

    assertThat(rows.<String>in(s -> s.find(id).orElseThrow().name())).isEqualTo(name);
    assertThat(rows.<Long>in(s -> s.findByName(name).orElseThrow().id())).isEqualTo(id);
    assertThat(rows.<Boolean>in(s -> s.findByName(name + "x").isEmpty())).isTrue();
    assertThat(rows.<Boolean>in(s -> s.findLocked(Long.MAX_VALUE).isEmpty())).isTrue();
    assertThat(ids(rows, s -> s.list(Set.of(id, Long.MAX_VALUE)))).containsExactly(id);
  }

  @Test
  default void freeIsWhatTheOfferHasInThePool() {
    Rows rows = rows();
    long enrolled = add(rows, new Marks(rows.agent(), random(), 21, 7002, "virtio-b"));
    long admitted = add(rows, new Marks(rows.agent(), random(), 22, 7003, "virtio-c"));
    rows.in(s -> s.findLocked(admitted).orElseThrow().apply(ServerEvent.ADMIT, cause()));
    int count = rows.in(s -> s.countFree(rows.offer()));

    List<Long> free = ids(rows, s -> s.listFree(rows.offer(), count));

    assertThat(free).hasSize(count).contains(admitted).doesNotContain(enrolled).isSorted();
    assertThat(ids(rows, s -> s.lockFree(rows.offer(), count))).isEqualTo(free);
    assertThat(ids(rows, s -> s.listFree(rows.offer(), 1))).containsExactly(free.get(0));
    assertThat(ids(rows, s -> s.listFree(Long.MAX_VALUE, count))).isEmpty();
  }

  @Test
  default void serversShareACardAnywhereAndTheRestAtTheirSite() {
    Rows rows = rows();
    int card = random();
    Marks marks = new Marks(rows.agent(), card, 23, 7004, "virtio-d");
    long id = add(rows, marks);
    int unlike = card ^ 1;

    assertThat(sharing(rows, 0, new Marks(rows.otherAgent(), card, 99, 7099, "x"))).contains(id);
    assertThat(sharing(rows, 0, new Marks(rows.agent(), unlike, 23, 7099, "x"))).contains(id);
    assertThat(sharing(rows, 0, new Marks(rows.agent(), unlike, 99, 7004, "x"))).contains(id);
    assertThat(sharing(rows, 0, new Marks(rows.agent(), unlike, 99, 7099, "virtio-d")))
        .contains(id);
    assertThat(sharing(rows, 0, new Marks(rows.otherAgent(), unlike, 23, 7004, "virtio-d")))
        .doesNotContain(id);
    assertThat(sharing(rows, 0, new Marks(rows.agent(), unlike, 99, 7099, "x"))).doesNotContain(id);
    assertThat(sharing(rows, id, marks)).doesNotContain(id);
  }

  private static List<Long> sharing(Rows rows, long self, Marks marks) {
    return ids(rows, s -> s.listSharing(self, entry(rows, marks)));
  }

  private static long add(Rows rows, Marks marks) {
    return rows.in(
        s -> {
          Server server = new Server(entry(rows, marks), BEGIN);
          s.add(server);
          return server.id();
        });
  }

  private static ServerEntry entry(Rows rows, Marks marks) {
    return new ServerEntry(
        rows.offer(),
        marks.agent(),
        name(marks),
        MacAddress.of(
            "02:00:00:%02x:%02x:%02x"
                .formatted(
                    marks.card() >> 16 & 0xff, marks.card() >> 8 & 0xff, marks.card() & 0xff)),
        Ipv4Prefix.of("10.66.0." + marks.address() + "/24"),
        BootMode.BIOS,
        "ttyS0",
        2,
        2048,
        new BmcAccess(
            BmcKind.IPMI,
            BmcAddress.of("127.0.0.1:" + marks.bmcPort()),
            "admin",
            new Secret("secret")),
        List.of(new ServerDisk(marks.disk(), "/dev/vda", 8)));
  }

  private static String name(Marks marks) {
    return "contract-" + marks.card();
  }

  private static int random() {
    return ThreadLocalRandom.current().nextInt(1 << 24);
  }

  private static List<Long> ids(Rows rows, Function<ServerRepository, List<Server>> query) {
    return rows.in(place -> query.apply(place).stream().map(Server::id).toList());
  }

  private static Cause cause() {
    return Cause.of(Actor.system("trial"), BEGIN, "BY_HAND");
  }
}
