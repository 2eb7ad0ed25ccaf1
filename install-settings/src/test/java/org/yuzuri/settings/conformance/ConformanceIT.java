package org.yuzuri.settings.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.facts.Nic;
import org.yuzuri.settings.facts.TransferHooks;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.preseed.PreseedTree;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.KickstartTree;

/** Our judgement against that of pykickstart, file by file and release by release. */
class ConformanceIT {

  private static final Path CORPUS = Corpus.PLACE;
  private static final int LEAST_FILES = 200;
  private static final int LEAST_STYLED_FILES = 60;
  private static final double MOST_ALIKE = 0.8;

  /** What pykickstart's plain parser does with a file. */
  private enum Judged {
    ACCEPT,
    WARN,
    REJECT
  }

  private record Verdict(Release release, Path file, Judged judged, String why) {
    boolean accepted() {
      return judged != Judged.REJECT;
    }
  }

  private static List<Verdict> verdicts;

  @BeforeAll
  static void makeTheCorpus() throws Exception {
    Pykickstart.install();
    Corpus.make();
    verdicts = new ArrayList<>();
    for (String[] cells : Corpus.verdicts()) {
      verdicts.add(
          new Verdict(
              Release.of(cells[0]),
              CORPUS.resolve(cells[1]),
              Judged.valueOf(cells[2].toUpperCase(Locale.ROOT)),
              cells[3]));
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
  void filesInTheStylesOfOthersAreManyAndEveryFileIsPrintedBack() throws IOException {
    List<Path> ours = Corpus.styled("");
    Set<String> styles = new TreeSet<>();
    ours.forEach(file -> styles.add(styleOf(file)));

    assertThat(ours).hasSizeGreaterThanOrEqualTo(LEAST_STYLED_FILES);
    assertThat(styles)
        .contains("almalinux", "rocky", "fedora", "bento", "packer-maas", "cobbler", "foreman")
        .contains("debian-preseed");
    for (Path file : ours) {
      String text = Files.readString(file);
      boolean preseed = file.toString().endsWith(".cfg");
      String printed =
          preseed ? PreseedTree.parse(text).print() : KickstartTree.parse(text).print();
      assertThat(printed).as("%s", file).isEqualTo(text);
    }
    for (Path file : Corpus.files()) {
      String text = Files.readString(file);
      assertThat(KickstartTree.parse(text).print()).as("%s", file).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".ks", ".cfg"})
  void filesInTheStylesOfOthersAreTextsOfTheirOwn(String kind) throws IOException {
    List<Path> ours = Corpus.styled(kind);
    List<String> texts = new ArrayList<>();
    for (Path file : ours) {
      texts.add(Files.readString(file));
    }
    List<String> alike = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Likeness.of(texts.get(i), texts.get(j)) > MOST_ALIKE) {
          alike.add(ours.get(j) + " and " + ours.get(i));
        }
      }
    }

    assertThat(ours).isNotEmpty();
    assertThat(alike).isEmpty();
  }

  @Test
  void eachStyleHoldsAcceptedWarnedAndRefusedKickstarts() throws IOException {
    Map<String, Set<Judged>> judged = new TreeMap<>();
    Corpus.styled(".ks").forEach(file -> judged.put(styleOf(file), EnumSet.noneOf(Judged.class)));
    for (Verdict verdict : verdicts) {
      Set<Judged> ofStyle = judged.get(styleOf(verdict.file()));
      if (ofStyle != null) {
        ofStyle.add(verdict.judged());
      }
    }

    assertThat(judged).isNotEmpty();
    assertThat(judged.values()).allMatch(EnumSet.allOf(Judged.class)::equals);
  }

  private static String styleOf(Path file) {
    return file.getFileName().toString().replaceFirst("-[0-9]+[.].*", "");
  }

  @Test
  void ourErrorsWarningsAndSilenceAreThoseOfTheInstallersParser() throws IOException {
    List<String> disagreements = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      List<Finding> ours =
          Synthesis.check(verdict.release(), Files.readString(verdict.file())).stream()
              .filter(f -> f.severity() == Severity.ERROR || f.code().isSyntax())
              .toList();
      if (judged(ours) != verdict.judged()) {
        disagreements.add(verdict + " " + ours);
      }
    }

    assertThat(disagreements).isEmpty();
  }

  @Test
  void strictlyJudgedWeRefuseWhatKsvalidatorRefuses() throws IOException {
    List<String> disagreements = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      List<Finding> ours =
          Finding.strictly(
              Synthesis.check(verdict.release(), Files.readString(verdict.file())).stream()
                  .filter(finding -> finding.code().isSyntax() || isError(finding))
                  .toList());
      boolean refused = ours.stream().anyMatch(ConformanceIT::isError);
      if (refused == (verdict.judged() == Judged.ACCEPT)) {
        disagreements.add(verdict + " " + ours);
      }
    }

    assertThat(disagreements).isEmpty();
  }

  private static boolean isError(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }

  private static Judged judged(List<Finding> findings) {
    if (findings.stream().anyMatch(ConformanceIT::isError)) {
      return Judged.REJECT;
    }
    boolean warned = findings.stream().anyMatch(f -> f.severity() == Severity.WARNING);
    return warned ? Judged.WARN : Judged.ACCEPT;
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

  private static InstallPlan plan(Verdict verdict) throws IOException {
    Nic nic = new Nic("52:54:00:12:34:56", "192.0.2.17/24", "192.0.2.1", List.of("192.0.2.1"));
    Facts facts =
        Facts.of(
                "lent-17",
                Firmware.BIOS,
                "ttyS0",
                List.of(nic),
                List.of(new Disk("virtio-lent17a", "/dev/vda", 40)))
            .withHooks(TransferHooks.of(verdict.release()));
    return Synthesis.plan(verdict.release(), Files.readString(verdict.file()), facts);
  }
}
