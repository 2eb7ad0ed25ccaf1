package org.yuzuri.portal.server;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.audit.Changes;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.secret.EncryptedText;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.Failure;
import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.state.StateMachine;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.port.PortKind;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

/**
 * A physical machine of the pool. Its generation rises with every reservation and every take-back,
 * so that commands of an earlier hold are refused by the daemons.
 */
@Entity
public class Server extends NumberedRow {

  private static final long GIB = 1L << 30;

  @Version private int version;

  private long offerId;
  private long agentId;
  private String name;

  @Enumerated(EnumType.STRING)
  private ServerState state = ServerState.ENROLLED;

  private Instant stateSince;
  private long generation;
  private long lastLeaseId;
  private String mac;
  private String bootAddress;

  @Enumerated(EnumType.STRING)
  private BootMode bootMode;

  private String console;

  @Enumerated(EnumType.STRING)
  private Identity identity;

  private int cpuCount;
  private int memoryMib;
  private String machineSerial = "";

  @Enumerated(EnumType.STRING)
  private BmcKind bmcKind;

  private String bmcAddress;
  private String bmcUser;

  @Convert(converter = EncryptedText.class)
  private String bmcPassword;

  @Enumerated(EnumType.STRING)
  private PortKind portKind;

  private String portName;
  private int described;
  private @Nullable Instant backAt;

  @Embedded private @Nullable Failure failure;

  @Embedded private @Nullable Waiver waiver;

  @ElementCollection
  @CollectionTable(name = "server_disk", joinColumns = @JoinColumn(name = "server_id"))
  @OrderColumn(name = "position")
  private List<ServerDisk> disks = new ArrayList<>();

  /** For Hibernate. */
  protected Server() {}

  /** A server as an operator types it in; not yet in the pool. */
  public Server(ServerEntry entry, Instant now) {
    describe(entry);
    this.stateSince = now;
  }

  /**
   * Takes another description.
   *
   * @throws ProblemException SERVER_IN_USE, DISKS_NOT_CLEAN; nothing changed
   */
  void change(ServerEntry entry) {
    if (!state.mayBeEdited()) {
      throw new ProblemException(
          ServerProblem.SERVER_IN_USE, "state", state, "a server out of the pool");
    }
    boolean sameDisks =
        entry.disks().stream()
            .map(ServerDisk::toString)
            .toList()
            .equals(disks.stream().map(ServerDisk::toString).toList());
    if (state.kind() == Kind.STUCK && !sameDisks) {
      throw new ProblemException(
          ServerProblem.DISKS_NOT_CLEAN, "disks", entry.disks(), disks.toString());
    }
    describe(entry);
    described++;
  }

  /** What is another in the entry: field, old and new value, of a password only that it is. */
  String changes(ServerEntry entry) {
    return new Changes()
        .field("offer", offerId, entry.offerId())
        .field("agent", agentId, entry.agentId())
        .field("name", name, entry.name())
        .field("mac", mac, entry.mac().text())
        .field("bootAddress", bootAddress, entry.bootAddress().toString())
        .field("bootMode", bootMode, entry.bootMode())
        .field("console", console, entry.console())
        .field("identity", identity, entry.identity())
        .field("cpuCount", cpuCount, entry.cpuCount())
        .field("memoryMib", memoryMib, entry.memoryMib())
        .field("bmcKind", bmcKind, entry.bmc().kind())
        .field("bmcAddress", bmcAddress, entry.bmc().address().toString())
        .field("bmcUser", bmcUser, entry.bmc().user())
        .secret("bmcPassword", !bmcPassword.equals(entry.bmc().password().reveal()))
        .field("portKind", portKind, entry.port().kind())
        .field("portName", portName, entry.port().name())
        .field("disks", disks.toString(), entry.disks().toString())
        .text();
  }

  /** How often it was described anew. */
  int described() {
    return described;
  }

  private void describe(ServerEntry entry) {
    offerId = entry.offerId();
    agentId = entry.agentId();
    name = entry.name();
    mac = entry.mac().text();
    bootAddress = entry.bootAddress().toString();
    bootMode = entry.bootMode();
    console = entry.console();
    identity = entry.identity();
    cpuCount = entry.cpuCount();
    memoryMib = entry.memoryMib();
    bmcKind = entry.bmc().kind();
    bmcAddress = entry.bmc().address().toString();
    bmcUser = entry.bmc().user();
    bmcPassword = entry.bmc().password().reveal();
    portKind = entry.port().kind();
    portName = entry.port().name();
    List<ServerDisk> before = List.copyOf(disks);
    disks.clear();
    for (ServerDisk disk : entry.disks()) {
      String text = disk.toString();
      disks.add(
          before.stream().filter(old -> old.toString().equals(text)).findFirst().orElse(disk));
    }
  }

  /** Only {@link Servers} calls it. */
  Change apply(ServerEvent event, Cause cause) {
    StateMachine.Outcome<ServerState> outcome =
        StateMachine.judge(ServerTransitions.TABLE, state, event, cause);
    if (outcome.change().moved()) {
      state = outcome.state();
      stateSince = cause.at();
      keepFailure(cause);
      keepWaiver(event, cause);
    }
    return outcome.change();
  }

  /** An event that moves nothing. */
  Change note(String event, Cause cause) {
    return new Change(
        state.name(), event, state.name(), Change.Judgement.STALE, "moves nothing", cause);
  }

  private void keepFailure(Cause cause) {
    if (cause.fault() != null) {
      failure = Failure.of(cause);
    } else if (state.forgetsFailures()) {
      failure = null;
    }
  }

  private void keepWaiver(ServerEvent event, Cause cause) {
    if (event == ServerEvent.ADMIT_WITHOUT_RUN) {
      waiver = Waiver.of(cause);
    } else if (state.isOutOfThePool()) {
      waiver = null;
    }
  }

  /** A new hold on the server begins: commands of earlier ones are refused from now on. */
  Fence fenceAnew(long leaseId, long lowestGeneration) {
    generation = Math.max(generation + 1, lowestGeneration);
    lastLeaseId = leaseId;
    return fence();
  }

  /** The hold that commands have to carry now. */
  public Fence fence() {
    return new Fence(id(), lastLeaseId, generation);
  }

  /** Only {@link Servers} calls it. */
  void measured(String serial, Map<String, Long> found) {
    machineSerial = serial;
    for (ServerDisk disk : disks) {
      found.forEach(
          (id, bytes) -> {
            if (disk.isNamed(id) && bytes / GIB == disk.sizeGib()) {
              disk.measured(bytes);
            }
          });
    }
  }

  /** By its firmware, as its last inspection found it; empty before that. */
  String machineSerial() {
    return machineSerial;
  }

  /** What its events are about. */
  EventSubject subject() {
    return new EventSubject(SubjectKind.SERVER, id(), null);
  }

  public long offerId() {
    return offerId;
  }

  /** The lender agent at its site. */
  public long agentId() {
    return agentId;
  }

  public String name() {
    return name;
  }

  public ServerState state() {
    return state;
  }

  void expectBack(@Nullable Instant at) {
    backAt = at;
  }

  /** When it is expected back from its tenant; null when it is not, or nobody knows. */
  public @Nullable Instant backAt() {
    return backAt;
  }

  public Instant stateSince() {
    return stateSince;
  }

  public long generation() {
    return generation;
  }

  /** The lease that held it last; 0 when none did. */
  public long lastLeaseId() {
    return lastLeaseId;
  }

  public MacAddress mac() {
    return MacAddress.of(mac);
  }

  /** Its own address in the boot network, as ADDRESS/LENGTH. */
  public String bootAddress() {
    return bootAddress;
  }

  public BootMode bootMode() {
    return bootMode;
  }

  /** The serial console as kernels name it, such as {@code ttyS0}. */
  public String console() {
    return console;
  }

  /** What it is known by. */
  public Identity identity() {
    return identity;
  }

  /** Through what its serial console is read for its key; null when it cannot be read. */
  public @Nullable BmcAccess consoleAccess() {
    return identity == Identity.CONSOLE ? bmc() : null;
  }

  public int cpuCount() {
    return cpuCount;
  }

  public int memoryMib() {
    return memoryMib;
  }

  /** How its BMC is reached. */
  public BmcAccess bmc() {
    return new BmcAccess(bmcKind, BmcAddress.of(bmcAddress), bmcUser, new Secret(bmcPassword));
  }

  /** Where it is plugged in. */
  public ServerPort port() {
    return new ServerPort(portKind, portName);
  }

  /** Its disks, in the order in which they were typed in. */
  public List<ServerDisk> disks() {
    return List.copyOf(disks);
  }

  /** By whose word it is in the pool; null when it was admitted by a run, or is not in it. */
  @Nullable
  public Waiver waiver() {
    return waiver;
  }

  /** What went wrong with it last; null without a problem. */
  @Nullable
  public Failure failure() {
    return failure;
  }
}
