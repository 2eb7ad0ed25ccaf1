package org.yuzuri.portal.reporting.pool;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.portal.reporting.figure.Period;
import org.yuzuri.portal.server.ServerState;

/**
 * Time that a server spent in one use within one month.
 *
 * @param seconds more than 0
 */
record Spent(PooledServer server, YearMonth month, PoolUse use, long seconds) {

  /**
   * What a server spent its time in.
   *
   * @param moves of this server since {@code from}, oldest first
   * @param from the beginning of what is told
   * @param until its end; what is later is not looked at
   */
  static List<Spent> of(
      PooledServer server, List<ServerMove> moves, Instant from, Instant until, Period period) {
    List<Spent> spent = new ArrayList<>();
    // Of a server that never moved nothing is known before it was entered.
    Instant at = moves.isEmpty() && server.stateSince().isAfter(from) ? server.stateSince() : from;
    for (ServerMove move : moves) {
      Instant left = move.at().isAfter(until) ? until : move.at();
      add(spent, server, PoolUse.of(ServerState.valueOf(move.fromState())), at, left, period);
      at = left.isAfter(at) ? left : at;
    }
    add(spent, server, PoolUse.of(server.state()), at, until, period);
    return spent;
  }

  private static void add(
      List<Spent> spent,
      PooledServer server,
      PoolUse use,
      Instant from,
      Instant until,
      Period period) {
    Instant at = from;
    while (at.isBefore(until)) {
      YearMonth month = period.monthOf(at);
      Instant next = period.start(month.plusMonths(1));
      Instant end = next.isBefore(until) ? next : until;
      spent.add(new Spent(server, month, use, end.getEpochSecond() - at.getEpochSecond()));
      at = end;
    }
  }
}
