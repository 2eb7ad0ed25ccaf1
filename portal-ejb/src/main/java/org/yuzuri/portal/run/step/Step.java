package org.yuzuri.portal.run.step;

/**
 * One line of a kind of run: a step as it is planned.
 *
 * @param name unique within the kind, at most 20 characters; text {@code step.NAME}
 * @param waitedFor whom it usually waits for
 * @param limits how long it may take
 * @param rule how it is brought about and judged
 * @param <S> what the kind's rules see
 */
public record Step<S>(String name, WaitedFor waitedFor, Limits limits, StepRule<S> rule) {}
