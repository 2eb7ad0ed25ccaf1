package org.yuzuri.settings.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yuzuri.settings.BootMode;
import org.yuzuri.settings.Disk;
import org.yuzuri.settings.Facts;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.InstallPlan;
import org.yuzuri.settings.Nic;
import org.yuzuri.settings.Release;
import org.yuzuri.settings.Severity;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.TransferHooks;

/** Our judgement against that of pykickstart, file by file and release by release. */
class ConformanceIT {

  private static final Path CORPUS = Path.of("target", "conformance");
  private static final int LEAST_FILES = 200;

  private record Verdict(Release release, Path file, boolean accepted, String why) {}

  private static List<Verdict> verdicts;

  @BeforeAll
  static void makeTheCorpus() throws Exception {
    Pykickstart.install();
    Pykickstart.Result made = Pykickstart.script("corpus.py", CORPUS);
    assertThat(made.exitCode()).as(made.output()).isZero();
    verdicts = new ArrayList<>();
    for (String row : Files.readAllLines(CORPUS.resolve("verdicts.tsv"))) {
      String[] cells = row.split("\t", -1);
      verdicts.add(
          new Verdict(
              Release.of(cells[0]), CORPUS.resolve(cells[1]), cells[2].equals("accept"), cells[3]));
    }
  }

  @Test
  void corpusHoldsEnoughFilesOfBothKinds() {
    Set<Path> files = new TreeSet<>();
    verdicts.forEach(verdict -> files.add(verdict.file()));

    assertThat(files).hasSizeGreaterThanOrEqualTo(LEAST_FILES);
    assertThat(verdicts).filteredOn(Verdict::accepted).hasSizeGreaterThan(LEAST_FILES / 3);
    assertThat(verdicts).filteredOn(v -> !v.accepted()).hasSizeGreaterThan(LEAST_FILES / 3);
  }

  @Test
  void weTakeATextExactlyWhenPykickstartDoes() throws IOException {
    List<String> disagreements = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      List<Finding> errors = errors(verdict);
      if (errors.isEmpty() != verdict.accepted()) {
        disagreements.add(verdict + " " + errors);
      }
    }

    assertThat(disagreements).isEmpty();
  }

  @Test
  void pykickstartReadsOurPlansAsTheyWereMeant() throws Exception {
    StringBuilder rows = new StringBuilder();
    int number = 0;
    for (Verdict verdict : verdicts) {
      if (verdict.accepted()) {
        number++;
        Path plan = CORPUS.resolve("plan-" + number + ".ks");
        Files.writeString(plan, plan(verdict).text());
        rows.append(verdict.release().name()).append('\t').append(plan);
        rows.append('\t').append(verdict.file()).append('\n');
      }
    }
    Files.writeString(CORPUS.resolve("plans.tsv"), rows);

    Pykickstart.Result read = Pykickstart.script("plans.py", CORPUS);

    assertThat(read.output()).isEmpty();
    assertThat(read.exitCode()).isZero();
  }

  private static List<Finding> errors(Verdict verdict) throws IOException {
    return Synthesis.check(verdict.release(), Files.readString(verdict.file())).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  private static InstallPlan plan(Verdict verdict) throws IOException {
    Nic nic = new Nic("52:54:00:12:34:56", "192.0.2.17/24", "192.0.2.1", List.of("192.0.2.1"));
    Facts facts =
        Facts.of(
                "lent-17",
                BootMode.BIOS,
                "ttyS0",
                List.of(nic),
                List.of(new Disk("virtio-lent17a", "/dev/vda", 40)))
            .withHooks(TransferHooks.of(verdict.release()));
    return Synthesis.plan(verdict.release(), Files.readString(verdict.file()), facts);
  }
}
