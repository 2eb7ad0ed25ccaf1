package org.yuzuri.portal.audit.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.audit.chain.CheckpointFile;
import org.yuzuri.portal.platform.ProblemException;

/**
 * What the command line says.
 *
 * @param command {@code check}, {@code accept}, {@code new-key}, or another that is none
 * @param rest why, of {@code accept}; else empty
 * @param keys the key file
 * @param checkpoints the checkpoint file of this node
 */
record AuditArguments(String command, String rest, Path keys, CheckpointFile checkpoints) {

  /**
   * Reads them.
   *
   * @throws ProblemException INVALID_VALUE: an option is none, or says nothing
   */
  static AuditArguments read(List<String> arguments, Map<String, String> environment) {
    Optional<String> keys =
        Optional.ofNullable(environment.get("YUZURI_SECURITY_DIRECTORY"))
            .map(directory -> directory + "/" + AuditKeys.FILE);
    Optional<String> checkpoints = Optional.ofNullable(environment.get("YUZURI_AUDIT_DIRECTORY"));
    List<String> words = new ArrayList<>(arguments);
    while (!words.isEmpty() && words.get(0).startsWith("--")) {
      String option = words.remove(0);
      if (words.isEmpty()) {
        throw ProblemException.invalid("option", option, "a value behind it");
      }
      switch (option) {
        case "--keys" -> keys = Optional.of(words.remove(0));
        case "--checkpoints" -> checkpoints = Optional.of(words.remove(0));
        default -> throw ProblemException.invalid("option", option, "--keys or --checkpoints");
      }
    }
    String command = words.isEmpty() ? "check" : words.remove(0);
    String rest = String.join(" ", words);
    if (command.equals("accept") == rest.isBlank()) {
      throw ProblemException.invalid("arguments", rest, "a reason behind accept, nothing else");
    }
    return new AuditArguments(
        command,
        rest,
        Path.of(keys.orElseThrow(() -> missing("--keys", "YUZURI_SECURITY_DIRECTORY"))),
        new CheckpointFile(
            Path.of(
                checkpoints.orElseThrow(
                    () -> missing("--checkpoints", "YUZURI_AUDIT_DIRECTORY")))));
  }

  private static ProblemException missing(String option, String variable) {
    return ProblemException.invalid("option", option, "it, or " + variable);
  }
}
