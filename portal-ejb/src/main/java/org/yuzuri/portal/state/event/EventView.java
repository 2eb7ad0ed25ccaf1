package org.yuzuri.portal.state.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.state.Fault;

/**
 * One change, as pages show it.
 *
 * @param at when
 * @param actor login, agent or job
 * @param from state before
 * @param event what happened
 * @param to state after
 * @param stale whether it was late or repeated and changed nothing
 * @param note why it was stale, or null
 * @param reasonCode key of the text {@code reason.CODE}
 * @param reasonDetail what was found; may be empty
 * @param fault whose matter, or null
 */
public record EventView(
    Instant at,
    String actor,
    String from,
    String event,
    String to,
    boolean stale,
    @Nullable String note,
    String reasonCode,
    String reasonDetail,
    @Nullable Fault fault) {

  /** The same change without what tells of the datacenter's inside. */
  EventView forTenant() {
    String detail = fault != null && fault.isInside() ? "" : reasonDetail;
    return new EventView(at, actor, from, event, to, stale, note, reasonCode, detail, fault);
  }
}
