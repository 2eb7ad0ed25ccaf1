package org.yuzuri.wire.command;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.regex.Pattern;
import org.yuzuri.wire.value.Checks;

/** What became of a command. All but {@link Running} are final. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface CommandOutcome {

  <R> R accept(Visitor<R> visitor);

  /** One method for each outcome. */
  interface Visitor<R> {
    R running(Running outcome);

    R done(Done outcome);

    R failed(Failed outcome);

    R expired(Expired outcome);

    R unknown(Unknown outcome);
  }

  /** The daemon has written the command down and is at it. */
  record Running() implements CommandOutcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.running(this);
    }
  }

  /**
   * The wanted end is reached.
   *
   * @param facts what was learned on the way, by name; may be empty, at most {@value #MOST_FACTS}
   *     of at most {@value #LONGEST_FACT} characters
   */
  record Done(Map<String, String> facts) implements CommandOutcome {

    /** More than any command has; with their escapes in JSON they fit a column of 64 KiB. */
    static final int MOST_FACTS = 24;

    static final int LONGEST_FACT = 400;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,59}");

    public Done {
      facts = Map.copyOf(Checks.present(facts, "facts"));
      Checks.between(facts.size(), 0, MOST_FACTS, "number of facts");
      facts.forEach(
          (name, fact) -> {
            Checks.matching(name, NAME, "name of a fact", "1 to 60 of A-Z a-z 0-9 . _ -");
            Checks.between(fact.length(), 0, LONGEST_FACT, "length of fact " + name);
          });
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.done(this);
    }
  }

  /**
   * The wanted end is not reached.
   *
   * @param code stable, for programs: capitals and underscores
   * @param detail for a person: what failed, with which value, what was expected
   * @param retryable whether the same command may well succeed later
   */
  record Failed(String code, String detail, boolean retryable) implements CommandOutcome {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");
    private static final int LONGEST_DETAIL = 4000;

    public Failed {
      Checks.matching(code, CODE, "code", "2 to 64 of A-Z 0-9 _");
      Checks.present(detail, "detail");
      detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failed(this);
    }
  }

  /** {@code notAfter} passed before the end was reached. */
  record Expired() implements CommandOutcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.expired(this);
    }
  }

  /** The daemon was interrupted and cannot say. */
  record Unknown() implements CommandOutcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unknown(this);
    }
  }
}
