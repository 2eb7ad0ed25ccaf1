package org.yuzuri.settings.lint.syntax;

/** Options behind a group of packages. Source: pykickstart, {@code Packages._processGroup}. */
final class GroupOptions {

  private static final String MANDATORY = "--nodefaults";
  private static final String ALL = "--optional";

  private GroupOptions() {}

  /** Whether the options of {@code core --optional} can be read; the first word is free. */
  static boolean areValid(String group) {
    boolean mandatory = false;
    boolean all = false;
    for (String word : group.strip().split("\\s+", -1)) {
      if (word.equals("--")) {
        break;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      boolean option = name.startsWith("--");
      boolean mandatoryHere = option && MANDATORY.startsWith(name);
      boolean allHere = option && ALL.startsWith(name);
      if ((mandatoryHere || allHere) && (equals >= 0 || mandatoryHere == allHere)) {
        return false;
      }
      mandatory |= mandatoryHere;
      all |= allHere;
    }
    return !(mandatory && all);
  }
}
