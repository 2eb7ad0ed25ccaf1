package org.yuzuri.portal.platform;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that the portal refuses: what failed, in which field, with which value, and what was
 * expected. Rolls the transaction back; nothing half-written remains.
 */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemCode code;
  private final String field;
  private final String value;
  private final String expected;
  private transient List<ProblemException> others = List.of();

  /**
   * @param code the stable name of the problem
   * @param field the field or thing, in the portal's words, such as {@code kernelArguments}
   * @param value the value that was refused; never a secret
   * @param expected what would have been accepted
   */
  public ProblemException(ProblemCode code, String field, @Nullable Object value, String expected) {
    this(code, field, value, expected, null);
  }

  /** As above, with the exception that led to it. */
  public ProblemException(
      ProblemCode code,
      String field,
      @Nullable Object value,
      String expected,
      @Nullable Throwable cause) {
    super(code.name() + ": " + field + " = " + shortened(value) + ", expected " + expected, cause);
    this.code = code;
    this.field = field;
    this.value = shortened(value);
    this.expected = expected;
  }

  /** A thing that does not exist for this subject; another tenant's thing answers the same. */
  public static ProblemException notFound(String thing, Object id) {
    return new ProblemException(CommonProblem.NOT_FOUND, thing, id, "an id of your own");
  }

  /** A field whose value is not possible. */
  public static ProblemException invalid(String field, @Nullable Object value, String expected) {
    return new ProblemException(CommonProblem.INVALID_VALUE, field, value, expected);
  }

  /** Everything that was refused at the same time, as one: the first, which knows the others. */
  public static ProblemException all(List<ProblemException> found) {
    ProblemException first = found.get(0);
    first.others = List.copyOf(found.subList(1, found.size()));
    return first;
  }

  /** What was refused besides; mostly nothing. */
  public List<ProblemException> others() {
    return others;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), code.name());
  }

  /** The stable name of the problem. */
  public ProblemCode code() {
    return code;
  }

  /** The field or thing. */
  public String field() {
    return field;
  }

  /** The refused value as text, shortened. */
  public String value() {
    return value;
  }

  /** What would have been accepted. */
  public String expected() {
    return expected;
  }

  private static String shortened(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
