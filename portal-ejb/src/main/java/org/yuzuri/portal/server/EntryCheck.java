package org.yuzuri.portal.server;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.site.BootNetworks;
import org.yuzuri.wire.port.PortKind;

/**
 * Whether there can be such a server: its address is one of its boot network's, it is no less than
 * its offer promises, and nothing of it is another server's already. A card is one server's
 * anywhere; addresses, bridge ports and disks are one server's at its site, until that one is
 * retired.
 */
@Dependent
public class EntryCheck {

  private final ServerRepository repository;
  private final BootNetworks networks;
  private final Promises promises;

  /** The servers that an entry is held against. */
  public interface Others {

    /** The server of this name. */
    Optional<Server> findByName(String name);

    /**
     * Servers that share a card, an address, a port or a disk with the entry, other than the one
     * that it describes; it may be more of them.
     *
     * @param id the server that it describes; 0 for a new one
     */
    List<Server> listSharing(long id, ServerEntry entry);
  }

  @Inject
  EntryCheck(ServerRepository repository, BootNetworks networks, Promises promises) {
    this.repository = repository;
    this.networks = networks;
    this.promises = promises;
  }

  /**
   * Checks an entry.
   *
   * @param id the server that it describes; 0 for a new one
   * @throws ProblemException with everything that is wrong
   */
  void check(long id, ServerEntry entry) {
    check(id, entry, repository);
  }

  /**
   * Checks an entry against servers that somebody has gathered before, of many entries at once.
   *
   * @param id the server that it describes; 0 for a new one
   * @throws ProblemException with everything that is wrong
   */
  public void check(long id, ServerEntry entry, Others others) {
    Problems problems = new Problems();
    checkName(id, entry, others, problems);
    problems
        .attempt(() -> networks.of(entry.agentId()))
        .flatMap(network -> network.objection("bootAddress", entry.bootAddress()))
        .ifPresent(problems::add);
    problems
        .attempt(() -> promises.of(entry.offerId()))
        .ifPresent(promise -> checkPromise(promise, entry, problems));
    checkDisks(entry.disks(), problems);
    others.listSharing(id, entry).forEach(other -> checkApart(entry, other, problems));
    problems.refuse();
  }

  private static void checkName(long id, ServerEntry entry, Others others, Problems problems) {
    boolean taken =
        others.findByName(entry.name()).filter(other -> id == 0 || other.id() != id).isPresent();
    if (taken) {
      problems.add(
          new ProblemException(
              CommonProblem.NAME_TAKEN, "server.name", entry.name(), "a name not yet in use"));
    }
  }

  private static void checkPromise(Promise promise, ServerEntry entry, Problems problems) {
    problems.unless(
        entry.cpuCount() >= promise.cpuCount(),
        "cpuCount",
        entry.cpuCount(),
        "at least the offer's " + promise.cpuCount());
    problems.unless(
        entry.memoryMib() >= promise.memoryMib(),
        "memoryMib",
        entry.memoryMib(),
        "at least the offer's " + promise.memoryMib());
    problems.unless(
        entry.disks().stream().anyMatch(disk -> disk.sizeGib() >= promise.diskGib()),
        "disks",
        entry.disks(),
        "one of at least the offer's " + promise.diskGib() + " GiB");
  }

  private static void checkDisks(List<ServerDisk> disks, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (ServerDisk disk : disks) {
      boolean isNew = seen.add(disk.stableId());
      problems.unless(seen.add(disk.device()) && isNew, "disks", disk, "each disk once");
    }
  }

  private static void checkApart(ServerEntry entry, Server other, Problems problems) {
    if (other.mac().equals(entry.mac())) {
      problems.add(taken("mac", entry.mac(), other));
    }
    if (other.agentId() != entry.agentId()) {
      return;
    }
    if (other.bootAddress().equals(entry.bootAddress().toString())) {
      problems.add(taken("bootAddress", entry.bootAddress(), other));
    }
    if (other.state() == ServerState.RETIRED) {
      return;
    }
    String bmc = entry.bmc().address().toString();
    if (other.bmc().address().toString().equalsIgnoreCase(bmc)) {
      problems.add(taken("bmcAddress", bmc, other));
    }
    if (entry.port().kind() == PortKind.LINUX_BRIDGE && entry.port().equals(other.port())) {
      problems.add(taken("portName", entry.port().name(), other));
    }
    Set<String> kept = new HashSet<>(other.disks().stream().map(ServerDisk::stableId).toList());
    entry.disks().stream()
        .filter(disk -> kept.contains(disk.stableId()))
        .forEach(disk -> problems.add(taken("disks", disk.stableId(), other)));
  }

  private static ProblemException taken(String field, Object value, Server other) {
    return new ProblemException(
        ServerProblem.ALREADY_A_SERVERS,
        field,
        value,
        "one that server " + other.name() + " does not have");
  }
}
