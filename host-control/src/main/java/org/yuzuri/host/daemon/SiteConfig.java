package org.yuzuri.host.daemon;

import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.firewall.SiteRules;

/** A daemon's whole configuration: what every daemon has, and what its site is like. */
public interface SiteConfig {

  DaemonConfig daemon();

  /** What the firewall of this site lets through without a grant. */
  SiteRules siteRules();
}
