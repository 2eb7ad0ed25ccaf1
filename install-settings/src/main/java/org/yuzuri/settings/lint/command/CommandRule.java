package org.yuzuri.settings.lint.command;

/** What a command demands of its arguments beyond their form. */
interface CommandRule {

  void check(CommandLine line);
}
