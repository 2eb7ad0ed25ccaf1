package org.yuzuri.settings.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.lint.disk.BlankDiskLint;
import org.yuzuri.settings.lint.disk.BootDeviceLint;
import org.yuzuri.settings.lint.disk.BootLint;
import org.yuzuri.settings.lint.disk.MemberLint;
import org.yuzuri.settings.lint.disk.MountPointLint;
import org.yuzuri.settings.lint.disk.SizeLint;
import org.yuzuri.settings.lint.security.HiddenTextLint;
import org.yuzuri.settings.lint.security.SecretLint;
import org.yuzuri.settings.lint.syntax.LineEnds;
import org.yuzuri.settings.lint.syntax.Templates;
import org.yuzuri.settings.lint.transfer.ScriptLint;
import org.yuzuri.settings.lint.transfer.TransferLint;
import org.yuzuri.settings.lint.unattended.InstallerLint;
import org.yuzuri.settings.lint.unattended.PassphraseLint;
import org.yuzuri.settings.lint.unattended.UnattendedLint;
import org.yuzuri.settings.lint.unattended.ValueLint;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.Signs;

/**
 * What would keep an installation from ending well although the installer takes the text: KS2xx to
 * KS5xx.
 *
 * <p>Before a server is known, none of it is an error.
 */
final class Advice {

  private Advice() {}

  /** All advice about a text, for a server when it is known. */
  static List<Finding> check(
      Release release, KickstartTree tree, Commands commands, Optional<Facts> facts) {
    List<Finding> findings = new ArrayList<>();
    InstallerLint.check(release, tree, commands, facts.isPresent(), findings);
    UnattendedLint.check(release, commands, findings);
    ValueLint.check(release, commands, facts.isPresent(), findings);
    TransferLint.check(commands, facts, findings);
    SecretLint.check(commands, findings);
    SizeLint.check(release, commands, facts, findings);
    BootLint.check(release, commands, facts, findings);
    MountPointLint.check(release, commands, facts.isPresent(), findings);
    PassphraseLint.check(release, commands, findings);
    if (facts.isPresent()) {
      MemberLint.check(release, commands, findings);
      BootDeviceLint.check(release, commands, facts.get(), findings);
      BlankDiskLint.check(release, tree, commands, facts.get(), findings);
    }
    Templates.check(tree, commands, facts.isPresent(), findings);
    for (Node node : tree.nodes()) {
      if (node instanceof Node.Section section) {
        ScriptLint.check(section, facts, findings);
      }
    }
    if (tree.hasAny(Signs.UNUSUAL | Signs.UNUSUAL_END)) {
      LineEnds.check(tree, findings);
      tree.lines().forEach(line -> HiddenTextLint.check(line, facts.isPresent(), findings));
      commands.forEach(command -> HiddenTextLint.names(command, findings));
    }
    return findings;
  }
}
