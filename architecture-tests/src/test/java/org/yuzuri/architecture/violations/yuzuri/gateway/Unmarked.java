package org.yuzuri.architecture.violations.yuzuri.gateway;

/** A class of whose texts nobody says whether they may be null. */
public class Unmarked {
  String text;
}
