package org.yuzuri.portal.audit.chain;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.portal.audit.chain.AuditKeys.Verdict;
import org.yuzuri.portal.platform.ProblemException;

/**
 * One line of a checkpoint file: {@code LINE NUMBER SEAL AT MAC}, and behind it, for those that a
 * person wrote, why.
 *
 * @param line 1 for the first
 * @param end where the chain ended
 * @param at when
 * @param mac {@code KEY:HMAC} over the line and the {@code mac} of the line before
 * @param reason one line; empty for those that the portal wrote
 */
public record Checkpoint(long line, TrailEnd end, Instant at, String mac, String reason) {

  /** Before the first line of a file. */
  static final Checkpoint NONE = new Checkpoint(0, new TrailEnd(0, ""), Instant.EPOCH, "", "");

  private static final Pattern LINE =
      Pattern.compile("([0-9]{1,18}) ([0-9]{1,18}) (\\S+) (\\S+) (\\S+)(?: (.*))?");

  /** The line that follows this one. */
  Checkpoint followedBy(TrailEnd next, Instant time, String why, AuditKeys keys) {
    String code = keys.sign("checkpoint", mac, line + 1, next.number(), next.seal(), time, why);
    return new Checkpoint(line + 1, next, time, code, why);
  }

  /** Whether it was written behind that line. */
  Verdict judgeAfter(Checkpoint before, AuditKeys keys) {
    if (line != before.line + 1) {
      return Verdict.FORGED;
    }
    return keys.judge(mac, "checkpoint", before.mac, line, end.number(), end.seal(), at, reason);
  }

  /**
   * Reads a line.
   *
   * @throws ProblemException INVALID_VALUE: it is none
   */
  static Checkpoint parse(String text) {
    Matcher matcher = LINE.matcher(text);
    try {
      if (matcher.matches()) {
        return new Checkpoint(
            Long.parseLong(matcher.group(1)),
            new TrailEnd(Long.parseLong(matcher.group(2)), matcher.group(3)),
            Instant.parse(matcher.group(4)),
            matcher.group(5),
            matcher.group(6) == null ? "" : matcher.group(6));
      }
    } catch (DateTimeException noTime) {
      throw ProblemException.invalid("checkpoint", text, "LINE NUMBER SEAL AT MAC [REASON]");
    }
    throw ProblemException.invalid("checkpoint", text, "LINE NUMBER SEAL AT MAC [REASON]");
  }

  /** The line, without its end. */
  String text() {
    String words = line + " " + end.number() + " " + end.seal() + " " + at + " " + mac;
    return reason.isEmpty() ? words : words + " " + reason;
  }
}
