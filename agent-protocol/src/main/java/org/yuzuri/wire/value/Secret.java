package org.yuzuri.wire.value;

/**
 * A text that must not reach a log: prints {@code ***}, and only {@link org.yuzuri.wire.WireCodec}
 * can write it into a message.
 */
public final class Secret {

  private final String text;

  public Secret(String text) {
    this.text = Checks.present(text, "secret");
    if (text.isEmpty() || text.length() > 4096) {
      throw new IllegalArgumentException(
          "secret has " + text.length() + " characters, expected 1 to 4096");
    }
  }

  /** The text itself. Call it only where it is handed over (a file, an environment, a request). */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
