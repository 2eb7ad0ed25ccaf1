package org.yuzuri.architecture.violations.wire;

import jakarta.persistence.EntityManager;

/** A message that knows a database. */
public class Talkative {
  EntityManager em;
}
