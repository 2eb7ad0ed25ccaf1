package org.yuzuri.portal.audit.chain;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.audit.chain.AuditKeys.Verdict;

/**
 * Checks the whole trail: every entry against its mark and its seal, the chain against its end and
 * against the checkpoints. Entries that are written meanwhile do no harm.
 */
public final class TrailCheck {

  private final AuditKeys keys;
  private final TrailSource source;
  private final CheckpointFile file;
  private long number;
  private String previous = "";
  private boolean marked;
  private Checkpoint last = Checkpoint.NONE;

  /** A check to be run once. */
  public TrailCheck(AuditKeys keys, TrailSource source, CheckpointFile file) {
    this.keys = keys;
    this.source = source;
    this.file = file;
  }

  /**
   * Runs the check.
   *
   * @throws IOException the checkpoint file cannot be read
   */
  public Result run() throws IOException {
    try {
      // What the database knows of the file, the file, the trail: each may grow before the next.
      last = file.read(keys, source.noted(file.node()));
      walk();
      walkOpen();
      compareCounts();
      return new Result(number, Optional.empty());
    } catch (CheckpointFile.Broken broken) {
      return new Result(number, Optional.of(String.valueOf(broken.getMessage())));
    } catch (Wrong wrong) {
      return new Result(number, Optional.of(String.valueOf(wrong.getMessage())));
    }
  }

  private void walk() throws Wrong {
    TrailEnd end = source.end();
    for (List<TrailRow> rows = source.sealedAfter(number);
        !rows.isEmpty();
        rows = source.sealedAfter(number)) {
      for (TrailRow row : rows) {
        next(row);
      }
      end = source.end();
    }
    if (end.number() != number) {
      throw new Wrong(
          "entry number " + (number + 1) + " is missing: the chain ends at " + end.number());
    }
    if (!end.seal().equals(previous)) {
      throw new Wrong("the end of the chain has another seal than entry number " + number);
    }
    if (last.end().number() > number) {
      throw new Wrong(
          "the trail ends at entry number %d, checkpoint %d of %s knows number %d: cut off, or an older database was restored"
              .formatted(number, last.line(), last.at(), last.end().number()));
    }
  }

  private void next(TrailRow row) throws Wrong {
    String who = "entry number " + (number + 1) + " (id " + row.id() + ")";
    if (row.sealNumber() == null || row.sealNumber() != number + 1) {
      throw new Wrong(
          "entry number " + (number + 1) + " is missing or was moved: next is id " + row.id());
    }
    refuse(row.judgeSeal(keys, number + 1, previous), who + ": seal");
    if (row.mark() != null || marked) {
      marked = true;
      refuse(row.judgeMark(keys), who + ": mark");
    }
    number++;
    previous = String.valueOf(row.seal());
    if (number == last.end().number() && !previous.equals(last.end().seal())) {
      throw new Wrong(
          who + " has another seal than checkpoint " + last.line() + " of " + last.at());
    }
  }

  private void walkOpen() throws Wrong {
    long id = 0;
    for (List<TrailRow> rows = source.openAfter(id); !rows.isEmpty(); rows = source.openAfter(id)) {
      for (TrailRow row : rows) {
        id = row.id();
        refuse(row.judgeMark(keys), "entry id " + id + " (not sealed yet): mark");
        if (row.seal() != null) {
          throw new Wrong("entry id " + id + " has a seal and no number");
        }
      }
    }
  }

  private void compareCounts() throws Wrong {
    long count = source.countSealedUpTo(number);
    if (count != number) {
      throw new Wrong("there are " + count + " sealed entries up to number " + number);
    }
    Optional<String> repeated = source.repeatedMark();
    if (repeated.isPresent()) {
      throw new Wrong("several entries have the mark " + repeated.get());
    }
  }

  private static void refuse(Verdict verdict, String what) throws Wrong {
    if (verdict != Verdict.GOOD) {
      throw new Wrong(what + " " + verdict.text());
    }
  }

  /**
   * What came of a check.
   *
   * @param checked how many sealed entries were in order
   * @param finding what is wrong first, in English; empty when nothing is
   */
  public record Result(long checked, Optional<String> finding) {}

  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String what) {
      super(what);
    }
  }
}
