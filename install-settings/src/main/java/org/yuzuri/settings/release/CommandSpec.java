package org.yuzuri.settings.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A command, or the header of a section, in one release. */
public final class CommandSpec {

  /** Whether a release takes the command. */
  public enum Status {
    /** Taken, with the options of the table. */
    KNOWN,
    /** Taken, with whatever follows it. */
    FREE,
    /** Taken only to say that it does nothing. */
    DEPRECATED,
    /** Refused: it was taken once. */
    REMOVED,
    /** Refused: the name is registered, but is no command. */
    UNUSABLE
  }

  private final String title;
  private final Status status;
  private final Set<String> lineage;
  private final List<String> conflicts;
  private final List<OptionSpec> options;
  private final List<OptionSpec> positionals;
  private final List<OptionSpec> required;
  private final Map<String, OptionSpec> byName;

  CommandSpec(
      String title,
      Status status,
      Set<String> lineage,
      List<String> conflicts,
      List<OptionSpec> all) {
    this.title = title;
    this.status = status;
    this.lineage = Set.copyOf(lineage);
    this.conflicts = List.copyOf(conflicts);
    List<OptionSpec> named = new ArrayList<>();
    List<OptionSpec> placed = new ArrayList<>();
    Map<String, OptionSpec> names = new HashMap<>();
    for (OptionSpec option : all) {
      (option.isPositional() ? placed : named).add(option);
      option.names().forEach(name -> names.put(name, option));
    }
    this.options = List.copyOf(named);
    this.positionals = List.copyOf(placed);
    this.required =
        Stream.concat(positionals.stream(), options.stream()).filter(OptionSpec::required).toList();
    this.byName = Collections.unmodifiableMap(names);
  }

  /** The command's own name, whichever of its names was used: {@code partition} for part. */
  public String title() {
    return title;
  }

  public Status status() {
    return status;
  }

  /** Whether the rules that came with a release hold for the command in this one. */
  public boolean builtOn(String release) {
    return lineage.contains(release);
  }

  /** Names of commands that must not come before it. */
  public List<String> conflicts() {
    return conflicts;
  }

  /** Its options, in the order they came into being. */
  public List<OptionSpec> options() {
    return options;
  }

  /** Its arguments by place. */
  public List<OptionSpec> positionals() {
    return positionals;
  }

  /** The arguments, then the options, that it must have. */
  public List<OptionSpec> required() {
    return required;
  }

  /** The option of exactly that name. */
  public Optional<OptionSpec> option(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether the release takes the option, and not only to say that it does nothing. */
  public boolean takes(String name) {
    OptionSpec option = byName.get(name);
    return option != null && !option.deprecated();
  }

  /** All names of options. */
  public Set<String> optionNames() {
    return byName.keySet();
  }
}
