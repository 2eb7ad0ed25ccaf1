package org.yuzuri.portal.it;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.report.Known;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Hold;
import org.yuzuri.wire.value.KnownServer;

/**
 * Books as if they had been restored, with hostile names in them, and agents that remember what
 * cannot be. Gone with its end.
 */
final class HostileBooks implements AutoCloseable {

  static final String NAME = "<script>alert(1)</script>#{7*7}";

  private final PortalTables tables = new PortalTables();
  private final long server;
  private final String serverName;
  private final long agent;

  HostileBooks(Rows rows) throws SQLException {
    server = rows.server();
    serverName = Books.lines("select name from server where id = " + server).get(0);
    tables.insert("update server set name = ? where id = ?", NAME, server);
    agent =
        tables.insert(
            "insert into agent (version, tenant_id, kind, name, state, fingerprint,"
                + " certificate_serial, certificate_issued_at, certificate_not_after, last_contact)"
                + " select 0, tenant_id, kind, ?, 'ENROLLED', ?, '1f', %1$s,"
                + " %1$s + interval 1 day, %1$s from agent where id = ?",
            NAME, "%064x".formatted(server), rows.lendersAgent());
    tables.insert("update epoch set state = 'RECONCILING', since = %s");
  }

  /** All agents of the lender tell, each of a hold that is as late as can be. */
  void allTell() throws SQLException {
    long last = Fence.firstGeneration(Fence.LAST_EPOCH);
    List<KnownServer> servers =
        List.of(
            new KnownServer(server, Long.MAX_VALUE, last, Set.of(Hold.values())),
            new KnownServer(Long.MAX_VALUE, 1, last, Set.of(Hold.values())));
    tables.insert(
        "replace into known_servers (agent_id, epoch, told_at, report) select id, 0, %s, ?"
            + " from agent where kind = 'LENDER_AGENT' and state = 'ENROLLED'",
        new WireCodec().encode(new Known(UUID.randomUUID(), Instant.EPOCH, 0, servers)));
  }

  boolean isWaiting() throws SQLException {
    return Books.lines("select state from epoch").equals(List.of("RECONCILING"));
  }

  @Override
  public void close() throws SQLException {
    tables.insert("delete from known_servers");
    tables.insert("delete from agent where id = ?", agent);
    tables.insert("update server set name = ? where id = ?", serverName, server);
    tables.insert("update epoch set state = 'RUNNING', since = %s");
    tables.close();
  }
}
