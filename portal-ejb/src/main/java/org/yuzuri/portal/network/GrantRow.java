package org.yuzuri.portal.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.yuzuri.wire.value.Grant;
import org.yuzuri.wire.value.GrantProtocol;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.PortRange;

/** A grant as it is wished; the daemons make the firewalls agree. */
@Entity
@Table(name = "firewall_grant")
class GrantRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "lease_id")
  private long leaseId;

  @Column(name = "server_id")
  private long serverId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private GrantSide side;

  @Column(name = "agent_id")
  private long agentId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private GrantPurpose purpose;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private GrantProtocol protocol;

  private String source;
  private String destination;
  private String ports;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closes_at")
  private Instant closesAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  /** For Hibernate. */
  GrantRow() {}

  GrantRow(GrantDraft draft, Instant now) {
    leaseId = draft.leaseId();
    serverId = draft.serverId();
    side = draft.side();
    agentId = draft.agentId();
    purpose = draft.purpose();
    protocol = draft.protocol();
    source = draft.source().toString();
    destination = draft.destination().toString();
    ports = draft.ports().stream().map(PortRange::toString).collect(Collectors.joining(","));
    openedAt = now;
    closesAt = draft.closesAt();
  }

  void close(Instant now) {
    closedAt = now;
  }

  Grant wire() {
    return new Grant(
        name(), protocol, Ipv4Prefix.of(source), Ipv4Prefix.of(destination), ports(), closesAt);
  }

  GrantView view() {
    return new GrantView(
        name(),
        leaseId,
        side,
        purpose,
        protocol.name(),
        source,
        destination,
        ports,
        openedAt,
        closesAt,
        closedAt);
  }

  @Override
  public String toString() {
    return name() + " of server " + serverId + " at agent " + agentId;
  }

  private String name() {
    return "grant-" + id;
  }

  private List<PortRange> ports() {
    return ports.isEmpty()
        ? List.of()
        : Arrays.stream(ports.split(",", -1)).map(PortRange::of).toList();
  }
}
