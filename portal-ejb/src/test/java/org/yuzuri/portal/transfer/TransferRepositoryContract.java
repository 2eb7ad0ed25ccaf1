package org.yuzuri.portal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.world.Place;
import org.yuzuri.wire.value.Sha256;

/** What the portal expects of a place for transfers, whether it is the database or memory. */
public interface TransferRepositoryContract {

  Place place();

  @Test
  default void transferIsFoundByItsIdItsRunAndItsLeaseWhoseLastItIs() {
    Place place = place();
    long lease = place.newLease();
    long first = add(place, lease, 1, null);
    add(place, place.newLease(), 1, null);
    long last = add(place, lease, 2, null);
    long run = place.in(rows -> transfers(rows).find(first).orElseThrow().run().id());

    assertThat(found(place, transfers -> transfers.find(first))).contains(first);
    assertThat(found(place, transfers -> transfers.findLocked(run))).contains(first);
    assertThat(found(place, transfers -> transfers.findLastOfLease(lease))).contains(last);
    assertThat(found(place, transfers -> transfers.find(Long.MAX_VALUE))).isEmpty();
    assertThat(found(place, transfers -> transfers.findLocked(Long.MAX_VALUE))).isEmpty();
    assertThat(found(place, transfers -> transfers.findLastOfLease(Long.MAX_VALUE))).isEmpty();
  }

  @Test
  default void transferIsFoundByItsTokenWhileThatLives() {
    Place place = place();
    String hash = hash();
    add(place, place.newLease(), 1, null);
    long id = add(place, place.newLease(), 1, hash);

    assertThat(found(place, transfers -> transfers.findByToken(hash))).contains(id);
    assertThat(found(place, transfers -> transfers.findByToken(hash()))).isEmpty();

    String next = hash();
    change(place, id, transfer -> transfer.issueToken(next, Place.NEVER));
    assertThat(found(place, transfers -> transfers.findByToken(hash))).isEmpty();
    assertThat(found(place, transfers -> transfers.findByToken(next))).contains(id);

    change(place, id, Transfer::killToken);
    assertThat(found(place, transfers -> transfers.findByToken(next))).isEmpty();
  }

  @Test
  default void planIsKeptWithItsTransfer() {
    Place place = place();
    long with = add(place, place.newLease(), 1, null);
    long without = add(place, place.newLease(), 1, null);
    place.in(
        rows -> {
          Transfer transfer = transfers(rows).find(with).orElseThrow();
          transfers(rows).add(new TransferPlan(transfer, "lang ja_JP.UTF-8\n", "tenant"));
          return with;
        });

    assertThat(plan(place, with)).contains("lang ja_JP.UTF-8\n");
    assertThat(plan(place, without)).isEmpty();
  }

  @Test
  default void whoeverRepeatsAProblemFillsNoTable() {
    Place place = place();
    long often = add(place, place.newLease(), 1, null);
    long once = add(place, place.newLease(), 1, null);

    place.in(
        rows -> {
          for (int at = 0; at < TransferProblem.MOST + 3; at++) {
            transfers(rows).add(problem(place, often));
          }
          transfers(rows).add(problem(place, once));
          return often;
        });

    assertThat(place.<Long>in(rows -> transfers(rows).countProblems(often)))
        .isEqualTo(TransferProblem.MOST);
    assertThat(place.<Long>in(rows -> transfers(rows).countProblems(once))).isEqualTo(1);
  }

  private static TransferProblem problem(Place place, long transfer) {
    return new TransferProblem(place.tenant(), transfer, Instant.EPOCH, TransferNote.WRONG_KEY, "");
  }

  private static Optional<String> plan(Place place, long id) {
    return place.in(rows -> transfers(rows).findPlan(id).map(TransferPlan::text));
  }

  private static long add(Place place, long lease, long generation, String token) {
    long image = place.request().imageId();
    return place.in(
        rows -> {
          Transfer transfer =
              new Transfer(
                  Place.newRun(rows, lease, generation),
                  place.tenant(),
                  new Installation(image, "", "", ""));
          if (token != null) {
            transfer.issueToken(token, Place.NEVER);
          }
          transfers(rows).add(transfer);
          return transfer.id();
        });
  }

  private static void change(Place place, long id, Consumer<Transfer> change) {
    place.in(
        rows -> {
          change.accept(transfers(rows).find(id).orElseThrow());
          return id;
        });
  }

  private static Optional<Long> found(
      Place place, Function<TransferRepository, Optional<Transfer>> question) {
    return place.in(rows -> question.apply(transfers(rows)).map(Transfer::id));
  }

  private static String hash() {
    return Sha256.ofText(UUID.randomUUID().toString()).hex();
  }

  private static TransferRepository transfers(Place.Rows rows) {
    return rows.get(TransferRepository.class);
  }
}
