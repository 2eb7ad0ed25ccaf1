package org.yuzuri.settings.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Occurrence;
import org.yuzuri.settings.arguments.Values;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.CommandTable;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.Word;

/** Commands that tenant and lender set together: boot loader and disks. */
final class SharedCommands {

  /** What arrays, groups and volumes are made of. */
  private static final String PARTS = "partitions";

  private final CommandTable table;
  private final boolean kickseed;
  private final Facts facts;
  private final DiskNames disks;
  private final List<Finding> findings;

  SharedCommands(Release release, Facts facts, List<Finding> findings) {
    this.table = CommandTable.of(release);
    this.kickseed = release.dialect() == Dialect.KICKSEED;
    this.facts = facts;
    this.disks = new DiskNames(facts);
    this.findings = findings;
  }

  /** The line that the tenant's becomes. */
  String merge(Node.Command command, String title, Arguments arguments) {
    LineEdit edit = new LineEdit(command.line().text(), command.words());
    switch (title) {
      case "bootloader" -> bootloader(command, arguments, edit);
      case "clearpart" -> clearpart(command, arguments, edit);
      case "mount" -> words(command, arguments, "device", edit);
      case "stratispool" -> words(command, arguments, "name", edit);
      case "raid", "volgroup", "btrfs" -> words(command, arguments, PARTS, edit);
      case "logvol" -> disk(command, arguments, "cache_pvs", edit);
      default -> {
        disk(command, arguments, "disk", edit);
        disk(command, arguments, "onPart", edit);
      }
    }
    return edit.text();
  }

  /** The boot loader's line when the tenant gives none. */
  Optional<String> defaultBootloader() {
    if (!table.takes("bootloader")) {
      return Optional.empty();
    }
    StringBuilder line = new StringBuilder("bootloader");
    if (facts.firmware() == Firmware.BIOS) {
      line.append(" --location=mbr");
    }
    driveOption().ifPresent(option -> line.append(' ').append(option).append('=').append(drive()));
    if (setsConsole()) {
      line.append(" --append=").append(LineEdit.quoted(consoleArgument()));
    }
    return Optional.of(line.toString());
  }

  private void bootloader(Node.Command command, Arguments arguments, LineEdit edit) {
    Optional<String> option = driveOption();
    boolean set = false;
    for (Occurrence use : arguments.occurrences()) {
      String destination = use.option().destination();
      if (destination.equals("bootDrive") || destination.equals("driveorder")) {
        boolean right = option.filter(use.option().names()::contains).isPresent();
        if (right && !set && use.value().equals(drive())) {
          set = true;
        } else {
          if (!use.value().equals(drive())) {
            findings.add(moved(command, use, drive()));
          }
          edit.remove(use);
        }
      }
    }
    if (option.isPresent() && !set) {
      edit.add(option.get(), drive());
    }
    if (setsConsole()) {
      console(arguments, edit);
    }
  }

  private void console(Arguments arguments, LineEdit edit) {
    Optional<Occurrence> append = arguments.find("appendLine");
    List<String> kept = new ArrayList<>();
    for (String argument : append.map(Occurrence::value).orElse("").split("[ \t]+", -1)) {
      if (!argument.isEmpty() && !argument.equals(consoleArgument())) {
        kept.add(argument);
      }
    }
    kept.add(consoleArgument());
    String merged = String.join(" ", kept);
    if (append.isPresent() && !append.get().value().equals(merged)) {
      edit.replace(append.get(), merged);
    } else if (append.isEmpty()) {
      edit.add("--append", merged);
    }
  }

  private void clearpart(Node.Command command, Arguments arguments, LineEdit edit) {
    Optional<Occurrence> drives = arguments.find("drives");
    if (drives.isEmpty()) {
      if (!arguments.has("devices")) {
        edit.add("--drives", allDrives());
      }
      disk(command, arguments, "devices", edit);
      return;
    }
    disk(command, arguments, "drives", edit);
  }

  /** Puts the server's names where the tenant named disks. */
  private void disk(Node.Command command, Arguments arguments, String destination, LineEdit edit) {
    Optional<Occurrence> use = arguments.find(destination);
    if (use.isEmpty() || use.get().values().isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (String asked : Values.split(use.get().value())) {
      boolean made = destination.equals("cache_pvs") && asked.startsWith("pv.");
      Optional<String> name = made ? Optional.of(asked) : disks.find(asked);
      if (name.isEmpty()) {
        findings.add(unknown(command, use.get().word(), asked));
      }
      names.add(name.orElse(asked));
    }
    String merged = String.join(",", names);
    if (!merged.equals(use.get().value())) {
      findings.add(moved(command, use.get(), merged));
      edit.replace(use.get(), merged);
    }
  }

  /** Puts the server's names where free words are devices; labels and UUIDs stay. */
  private void words(Node.Command command, Arguments arguments, String destination, LineEdit edit) {
    for (Occurrence use : arguments.occurrences()) {
      boolean devices =
          use.option().isPositional()
              && (use.option().destination().equals(destination)
                  || use.option().destination().equals("blockdevs"));
      if (devices) {
        use.valueWords().forEach(word -> word(command, word, edit));
      }
    }
    if (destination.equals(PARTS)) {
      // A group's parts stand behind its name.
      arguments.find("name").stream()
          .filter(use -> use.option().isPositional())
          .flatMap(use -> use.valueWords().stream().skip(1))
          .forEach(word -> word(command, word, edit));
      arguments.extras().forEach(word -> word(command, word, edit));
    }
  }

  private void word(Node.Command command, Word word, LineEdit edit) {
    String asked = word.text();
    boolean device = asked.startsWith("/dev/") || DiskNames.looksLikeOne(asked);
    if (!device || asked.startsWith("/dev/mapper/")) {
      return;
    }
    Optional<String> name = disks.find(asked);
    if (name.isEmpty()) {
      findings.add(unknown(command, word, asked));
      return;
    }
    String plain = name.get();
    boolean path = asked.startsWith("/dev/") && !plain.startsWith("/dev/");
    String merged = path ? "/dev/" + plain : plain;
    if (!merged.equals(asked)) {
      findings.add(moved(command, word, asked, merged));
      edit.replaceWord(word, merged);
    }
  }

  private static Finding moved(Node.Command command, Occurrence use, String name) {
    return moved(command, use.word(), use.value(), name);
  }

  private static Finding moved(Node.Command command, Word word, String asked, String name) {
    return new Finding(
        FindingCode.DISK_RENAMED,
        Severity.INFO,
        command.line().number(),
        word.column(),
        asked,
        name);
  }

  private Finding unknown(Node.Command command, Word word, String asked) {
    return new Finding(
        FindingCode.NO_SUCH_DISK,
        Severity.ERROR,
        command.line().number(),
        word.column(),
        asked,
        allDrives());
  }

  /** kickseed's boot loader takes no kernel arguments: they are an answer of its own. */
  private boolean setsConsole() {
    return !kickseed && !facts.console().isEmpty();
  }

  private Optional<String> driveOption() {
    if (kickseed) {
      return Optional.empty();
    }
    if (table.takes("bootloader", "--boot-drive")) {
      return Optional.of("--boot-drive");
    }
    return table.takes("bootloader", "--driveorder")
        ? Optional.of("--driveorder")
        : Optional.empty();
  }

  private String drive() {
    return facts.touchableDisks().get(0).name();
  }

  private String allDrives() {
    List<String> names = new ArrayList<>();
    facts.touchableDisks().forEach(disk -> names.add(disk.name()));
    return String.join(",", names);
  }

  private String consoleArgument() {
    return "console=" + facts.console();
  }
}
