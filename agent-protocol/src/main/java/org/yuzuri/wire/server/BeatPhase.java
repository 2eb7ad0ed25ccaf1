package org.yuzuri.wire.server;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;

/**
 * Where a transfer, an erasure or an inspection stands, in the server's own words; written in lower
 * case.
 */
public enum BeatPhase {
  BOOTED,
  KEY,
  CERTIFICATE,
  TUNNEL,
  SETTINGS,
  PRE,
  PARTITIONING,
  PACKAGES,
  IMAGE,
  BOOTLOADER,
  POST,
  PRODUCTION,
  INSTALLED,
  ERASING,
  VERIFYING,
  ERASED,
  INSPECTING,
  INSPECTED,
  /** The message says why. */
  FAILED;

  /** The phase that this word stands for. */
  @JsonCreator
  public static BeatPhase of(@Nullable String word) {
    return Arrays.stream(values())
        .filter(phase -> phase.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Checks.refused("phase", String.valueOf(word), "one of " + words()));
  }

  private static String words() {
    return Arrays.stream(values()).map(BeatPhase::word).collect(Collectors.joining(" "));
  }

  /** The word that stands in messages. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
