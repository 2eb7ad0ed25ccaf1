package org.yuzuri.portal.agent.waiting;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.wire.call.SequencedCommand;

/**
 * A daemon's question that has no answer yet.
 *
 * @param after it knows the commands up to this one
 * @param end answered by then, if with nothing
 * @param answer the same for every copy of this poll
 */
record ParkedPoll(
    ReportingAgent agent,
    long after,
    Instant end,
    CompletableFuture<List<SequencedCommand>> answer) {

  static ParkedPoll until(Instant end, ReportingAgent agent, long after) {
    return new ParkedPoll(agent, after, end, new CompletableFuture<>());
  }

  ParkedPoll endingBy(Instant other) {
    return other.isBefore(end) ? new ParkedPoll(agent, after, other, answer) : this;
  }
}
