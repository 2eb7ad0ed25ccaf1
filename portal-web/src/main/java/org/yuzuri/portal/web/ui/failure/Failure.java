package org.yuzuri.portal.web.ui.failure;

import jakarta.faces.application.ViewExpiredException;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.shiro.authz.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * What a thrown exception means for the viewer.
 *
 * @param kind what to do about it
 * @param problem the refusal; null unless the kind is PROBLEM
 * @param incident id under which the log has an unexpected exception; null for the other kinds
 */
public record Failure(Kind kind, @Nullable ProblemException problem, @Nullable String incident) {

  /** What to do about it. */
  public enum Kind {
    PROBLEM,
    FORBIDDEN,
    CHANGED_BY_SOMEONE_ELSE,
    EXPIRED_VIEW,
    UNEXPECTED
  }

  private static final int LONGEST_CAUSE_CHAIN = 20;

  /** What this exception means. */
  public static Failure of(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < LONGEST_CAUSE_CHAIN; depth++) {
      if (cause instanceof ProblemException problem) {
        return new Failure(Kind.PROBLEM, problem, null);
      }
      if (cause instanceof AuthorizationException) {
        return new Failure(Kind.FORBIDDEN, null, null);
      }
      if (cause instanceof OptimisticLockException) {
        return new Failure(Kind.CHANGED_BY_SOMEONE_ELSE, null, null);
      }
      if (cause instanceof ViewExpiredException) {
        return new Failure(Kind.EXPIRED_VIEW, null, null);
      }
      cause = cause.getCause();
    }
    String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    return new Failure(Kind.UNEXPECTED, null, incident);
  }

  /** This one, and what was refused besides. */
  List<Failure> all() {
    Stream<Failure> besides =
        problem == null
            ? Stream.empty()
            : problem.others().stream().map(other -> new Failure(Kind.PROBLEM, other, null));
    return Stream.concat(Stream.of(this), besides).toList();
  }

  /** Whether what was typed over is not the newest any more. */
  boolean isStale() {
    return problem != null
        && (problem.code() == CommonProblem.CHANGED_BY
            || problem.code() == CommonProblem.CHANGED_MEANWHILE);
  }

  /** The id of the component that the refusal is about; null for the other kinds. */
  @Nullable String field() {
    return problem == null ? null : problem.field().substring(problem.field().lastIndexOf('.') + 1);
  }

  /** The HTTP status when no page can be shown. */
  public int status() {
    return switch (kind) {
      case PROBLEM -> refusal().code().kind().status();
      case FORBIDDEN -> 403;
      case CHANGED_BY_SOMEONE_ELSE -> 409;
      case EXPIRED_VIEW, UNEXPECTED -> 500;
    };
  }

  /** The sentence for the viewer. */
  public String text(Texts texts) {
    return switch (kind) {
      case PROBLEM -> problemText(texts);
      case FORBIDDEN -> texts.get("failure.forbidden");
      case CHANGED_BY_SOMEONE_ELSE -> texts.get("failure.changed");
      case EXPIRED_VIEW -> texts.get("failure.expired");
      case UNEXPECTED -> texts.get("failure.incident", incident);
    };
  }

  private ProblemException refusal() {
    return Objects.requireNonNull(problem, "problem");
  }

  private String problemText(Texts texts) {
    String key = "problem." + refusal().code().name();
    String field = texts.of("field", field());
    return texts.get(
        texts.has(key) ? key : "problem.unknown",
        field,
        refusal().value(),
        refusal().expected(),
        refusal().code().name());
  }
}
