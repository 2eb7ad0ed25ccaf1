package org.yuzuri.settings.lint;

/** What a command demands of its arguments beyond their form. */
interface CommandRule {

  void check(CommandLine line);
}
