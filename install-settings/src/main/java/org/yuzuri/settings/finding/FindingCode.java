package org.yuzuri.settings.finding;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can be found in settings. Each has a stable code, which users see and which {@code
 * docs/findings/} explains in English and Japanese; a code is never given another meaning.
 */
public enum FindingCode {
  // KS1xx: syntax and release
  NOTHING_TO_READ("KS101"),
  OPEN_QUOTATION("KS102"),
  UNKNOWN_COMMAND("KS103"),
  COMMAND_OF_OTHER_RELEASES("KS104"),
  COMMAND_WITHOUT_EFFECT("KS105"),
  UNKNOWN_OPTION("KS106"),
  OUTDATED_OPTION("KS107"),
  OPTION_WITHOUT_VALUE("KS108"),
  UNFIT_VALUE("KS109"),
  MISSING_OPTION("KS110"),
  CONTRADICTING_OPTIONS("KS111"),
  MISSING_ARGUMENT("KS112"),
  SUPERFLUOUS_ARGUMENT("KS113"),
  CONTRADICTING_COMMANDS("KS114"),
  DEFINED_TWICE("KS115"),
  UNKNOWN_SECTION("KS116"),
  SECTION_NOT_CLOSED("KS117"),
  INCLUDE_WITHOUT_FILE("KS118"),
  UNREADABLE_SECTION_LINE("KS119"),
  AMBIGUOUS_ABBREVIATION("KS120"),
  VALUE_FOR_A_FLAG("KS121"),
  APPENDED_FILE("KS122"),
  TOO_LARGE("KS123"),
  TEMPLATE_LEFTOVER("KS124"),
  NOT_HONOURED("KS125"),
  UNREADABLE_PRESEED_LINE("KS126"),
  CARRIAGE_RETURNS("KS127"),
  MISSPELT_QUESTION("KS128"),

  // KS2xx: what keeps an installation from running by itself
  NO_END_GIVEN("KS201"),
  POWER_OFF("KS202"),
  WAITS_FOR_A_PERSON("KS203"),
  OPEN_QUESTION("KS204"),
  ABSENT_MEDIUM("KS205"),
  NO_SOURCE("KS206"),
  NO_DIVISION("KS207"),
  BLANK_DISKS("KS208"),
  UNUSABLE_VALUE("KS209"),
  DIFFERENT_AGAIN("KS210"),

  // KS3xx: what fights the transfer
  OUTSIDE_TENANT_NETWORK("KS301"),
  NETWORK_GIVES_WAY("KS302"),
  NO_SUCH_DISK("KS303"),
  DISK_RENAMED("KS304"),
  NAMES_THE_TRANSFER("KS305"),
  NETWORK_TAKEN_DOWN("KS306"),
  GIVES_WAY("KS309"),
  HOST_NAME_NOT_TAKEN("KS310"),
  ENDS_TOO_EARLY("KS311"),
  INCLUDE_NOT_SEEN("KS312"),

  // KS4xx: security
  CLEAR_PASSWORD("KS401"),
  HIDDEN_CHARACTER("KS402"),
  LOOKALIKE_LETTERS("KS403"),
  LOCAL_FILE("KS404"),
  KERNEL_ARGUMENT("KS405"),
  CONTROL_CHARACTER("KS406"),
  WEAK_HASH("KS407"),

  // KS5xx: sizes
  TOO_LARGE_FOR_DISK("KS501"),
  TOO_SMALL_PARTITION("KS502"),
  NO_BOOT_PARTITION("KS503"),
  UNDEFINED_STORAGE("KS504");

  private final String code;

  FindingCode(String code) {
    this.code = code;
  }

  /** The stable code, {@code KS103}. */
  public String code() {
    return code;
  }

  /** Whether it is about syntax and release: what the installer itself judges. */
  public boolean isSyntax() {
    return code.startsWith("KS1");
  }

  /** The finding with a code. */
  public static Optional<FindingCode> find(String code) {
    return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
  }

  @Override
  public String toString() {
    return code;
  }
}
