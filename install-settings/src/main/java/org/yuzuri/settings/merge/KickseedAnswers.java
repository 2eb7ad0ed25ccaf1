package org.yuzuri.settings.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.plan.Origin;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.PreseedCommand;
import org.yuzuri.settings.syntax.Word;

/**
 * What the lender's facts need and kickseed has no option for: the boot loader's disk, that there
 * are no name servers, and the kernel's arguments, which tenant and lender set together.
 *
 * <p>Source: Debian package kickseed 0.63, {@code handlers/bootloader.sh}: its {@code getopt} knows
 * neither {@code --append} nor {@code --driveorder}.
 */
final class KickseedAnswers {

  private static final String BOOT_DISK = "preseed grub-installer/bootdev string ";

  /** Without {@code --nameserver} netcfg asks for them, whatever the priority. */
  private static final String NO_NAME_SERVERS = "preseed netcfg/get_nameservers string";

  private static final String KERNEL_QUESTION = "debian-installer/add-kernel-opts";

  private final Facts facts;
  private final Set<String> tenantsArguments = new LinkedHashSet<>();
  private final List<String> replaced = new ArrayList<>();

  KickseedAnswers(Facts facts) {
    this.facts = facts;
  }

  /** Takes a line that is part of these answers; false when it is none. */
  boolean takeIn(Node.Command command) {
    String text = command.line().text();
    if (fixed().contains(text)) {
      return true;
    }
    if (!command.name().equals(PreseedCommand.NAME)) {
      return false;
    }
    PreseedCommand answer = PreseedCommand.of(command.withoutContinuation().words());
    if (!answer.isValid() || !answer.question().equals(KERNEL_QUESTION)) {
      return false;
    }
    replaced.add(text);
    for (Word value : answer.arguments().subList(2, answer.arguments().size())) {
      for (String argument : value.text().split("[ \t]+", -1)) {
        if (!argument.isEmpty() && !argument.equals(console())) {
          tenantsArguments.add(argument);
        }
      }
    }
    return true;
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    fixed().stream().map(Entry::lender).forEach(entries::add);
    List<String> arguments = new ArrayList<>(tenantsArguments);
    if (!facts.console().isEmpty()) {
      arguments.add(console());
    }
    if (!arguments.isEmpty()) {
      String value = LineEdit.quoted(String.join(" ", arguments));
      String line = "preseed " + KERNEL_QUESTION + " string " + value;
      Origin origin = tenantsArguments.isEmpty() ? Origin.LENDER : Origin.BOTH;
      Optional<String> old =
          Optional.of(String.join("\n", replaced))
              .filter(text -> !text.isEmpty() && !text.equals(line));
      entries.add(new Entry(line, "\n", origin, old));
    }
    return entries;
  }

  /** Answers of the facts alone. */
  private List<String> fixed() {
    List<String> answers = new ArrayList<>();
    if (facts.firmware() == Firmware.BIOS) {
      answers.add(BOOT_DISK + facts.touchableDisks().get(0).device());
    }
    if (facts.nics().get(0).dns().isEmpty()) {
      answers.add(NO_NAME_SERVERS);
    }
    return answers;
  }

  private String console() {
    return "console=" + facts.console();
  }
}
