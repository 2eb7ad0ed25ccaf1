package org.yuzuri.portal.agent.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;

/**
 * What a leased server gets: a text or a refusal, one of which is null. A value and not an
 * exception, because what was noted about a refusal is to be kept.
 */
public record ServerAnswer(@Nullable String text, @Nullable ProblemException refusal) {

  public String textOrThrow() {
    if (refusal != null) {
      throw refusal;
    }
    return Objects.requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return refusal == null ? "ServerAnswer[***]" : "ServerAnswer[" + refusal.getMessage() + "]";
  }
}
