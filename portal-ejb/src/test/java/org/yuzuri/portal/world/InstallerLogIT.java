package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.TransferRepository;
import org.yuzuri.portal.transfer.view.TransferService;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/** What a leased server may make the portal keep, whatever it claims. */
class InstallerLogIT {

  private static final long KEPT_CHARACTERS = 1 << 20;

  private final CircleSite site = new CircleSite();
  private long transferId;
  private Fence fence;
  private Sha256 key;

  @BeforeEach
  void order() {
    long order = site.member(b -> site.place(b));
    long lease = site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0).id();
    Transfer transfer =
        site.member(b -> b.get(TransferRepository.class).findLastOfLease(lease)).orElseThrow();
    transferId = transfer.id();
    fence = transfer.run().fence();
    key = site.showsKey(fence);
  }

  @Test
  void pieceThatComesAgainIsKeptOnce() {
    site.portal(
        b -> send(b, Stream.of(piece(1, "one\n"), piece(1, "one again\n"), piece(2, "two\n"))));

    assertThat(shown()).isEqualTo("one\ntwo\n");
  }

  @Test
  void piecesStandInTheOrderInWhichTheyCame() {
    site.portal(
        b ->
            send(
                b,
                Stream.of(
                    piece(Long.MAX_VALUE, "first\n"), piece(5, "then\n"), piece(0, "last\n"))));

    assertThat(shown()).isEqualTo("first\nthen\nlast\n");
  }

  @Test
  void whatIsKeptIsBoundedWhateverTheServerCountsAs() {
    String most = "x".repeat(InstallerLog.LONGEST_TEXT);
    site.portal(b -> send(b, Stream.iterate(100L, n -> n - 1).limit(40).map(n -> piece(n, most))));
    assertThat(kept()).isEqualTo(KEPT_CHARACTERS);

    site.portal(
        b -> send(b, Stream.iterate(1000L, n -> n + 1).limit(1200).map(n -> piece(n, "."))));
    assertThat(keptPieces()).isEqualTo(1000);
  }

  @Test
  void pageShowsTheEnd() {
    String middle = "m".repeat(19_999);
    site.portal(
        b -> send(b, Stream.of(piece(1, "a".repeat(60_000)), piece(2, middle), piece(3, "z"))));

    assertThat(shown()).isEqualTo(middle + "z");
  }

  private InstallerLog piece(long sequence, String text) {
    return new InstallerLog(
        UUID.randomUUID(), site.database.clock().instant(), fence, sequence, text, key);
  }

  private boolean send(Portal b, Stream<InstallerLog> pieces) {
    pieces.forEach(piece -> b.get(ReportService.class).accept(site.lender, piece));
    return true;
  }

  private String shown() {
    return site.member(b -> b.get(TransferService.class).view(transferId)).logTail();
  }

  private long kept() {
    return number(
        "select coalesce(sum(char_length(text)), 0) from transfer_log where transfer_id = ?1");
  }

  private long keptPieces() {
    return number("select count(*) from transfer_log where transfer_id = ?1");
  }

  private long number(String query) {
    return site.portal(
        b ->
            ((Number)
                    b.get(EntityManager.class)
                        .createNativeQuery(query)
                        .setParameter(1, transferId)
                        .getSingleResult())
                .longValue());
  }
}
