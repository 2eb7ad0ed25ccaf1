package org.yuzuri.portal.run.step;

import org.yuzuri.portal.server.Server;

/**
 * One line of a kind of run: a step as it is planned.
 *
 * @param name unique within the kind, at most 20 characters; text {@code step.NAME}
 * @param waitedFor whom it usually waits for
 * @param limits how long it may take, unless its rule says otherwise of a server
 * @param rule how it is brought about and judged
 * @param <S> what the kind's rules see
 */
public record Step<S>(String name, WaitedFor waitedFor, Limits limits, StepRule<S> rule) {

  /** How long it may take with this server. */
  public Limits limits(Server server) {
    return rule.limits(limits, server);
  }
}
