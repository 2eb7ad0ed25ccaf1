package org.yuzuri.portal.run.view;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.step.Limits;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.run.step.WaitedFor;

/**
 * One step of a run, as pages show it.
 *
 * @param name text {@code step.NAME}
 * @param startedAt null before its turn
 * @param elapsed until its end, or until now; zero before its turn
 * @param late whether it runs longer than its soft limit
 * @param listens whether the server is expected to speak all the while
 * @param message the last thing learned; a name of what is waited for, or words
 */
public record StepView(
    String name,
    StepState state,
    WaitedFor waitedFor,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Duration elapsed,
    Limits limits,
    boolean late,
    boolean listens,
    String message) {}
