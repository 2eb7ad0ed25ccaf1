package org.yuzuri.architecture.violations.yuzuri.portal.right;

import org.yuzuri.architecture.violations.yuzuri.portal.left.LeftRow;
import org.yuzuri.architecture.violations.yuzuri.portal.left.LonelyService;

/** Takes another feature's entity, and comes in by the door for people. */
public class Intruder {
  LeftRow row;
  LonelyService service;
}
