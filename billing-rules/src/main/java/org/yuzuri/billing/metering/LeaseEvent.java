package org.yuzuri.billing.metering;

import java.time.Instant;

/** What happened to a lease that its bill depends on. */
public sealed interface LeaseEvent {

  /** When it happened, which may be long before it became known. */
  Instant at();

  /** Taken over by the tenant, its hand-over verified: use begins. */
  record HandedOver(Instant at) implements LeaseEvent {}

  /**
   * Something that is the lender's matter keeps the tenant from its server.
   *
   * @param cause which one, by a name that no other fault of the lease has; several may last at
   *     once
   * @param kind whether its time is charged
   */
  record FaultBegan(Instant at, String cause, FaultKind kind) implements LeaseEvent {}

  /** What began under this cause is over. */
  record FaultEnded(Instant at, String cause) implements LeaseEvent {}

  /** Cut off from the tenant: use ends. */
  record Isolated(Instant at) implements LeaseEvent {}
}
