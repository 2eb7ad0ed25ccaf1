package org.yuzuri.settings.cli;

import java.util.Optional;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which settings a command is about. */
final class SettingsText {

  @Parameters(paramLabel = "FILE", description = "the settings; - for standard input")
  private String file = "-";

  @Option(
      names = "--release",
      paramLabel = "R",
      converter = ReleaseName.class,
      completionCandidates = ReleaseName.class,
      description = "one of ${COMPLETION-CANDIDATES}; by default preseed or the current Fedora")
  private Optional<Release> release = Optional.empty();

  @Option(names = "--help", usageHelp = true, description = "say how this command is used")
  boolean isHelpAsked;

  String file() {
    return file;
  }

  String read() throws UnusableException {
    return Texts.read(file);
  }

  /** The release asked for; else preseed when the text is one, else the current Fedora. */
  Release releaseOf(String text) {
    return release.orElseGet(
        () -> Texts.guess(text) == Dialect.PRESEED ? Release.PRESEED : Release.latest());
  }
}
