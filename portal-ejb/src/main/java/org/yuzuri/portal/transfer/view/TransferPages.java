package org.yuzuri.portal.transfer.view;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.run.view.RunPages;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.transfer.LogChunk;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.TransferProblem;
import org.yuzuri.portal.transfer.TransferView;

/** Makes views of transfers. */
@Dependent
class TransferPages {

  /** Longest log tail on a page, in characters. */
  static final int TAIL = 20_000;

  private final RunPages runs;
  private final CurrentSubject viewer;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  @Inject
  TransferPages(RunPages runs, CurrentSubject viewer) {
    this.runs = runs;
    this.viewer = viewer;
  }

  /** With problems and log. */
  TransferView whole(Transfer transfer, Lease lease, Server server) {
    List<TransferView.Problem> problems =
        em.createQuery(
                "select p from TransferProblem p where p.transferId = :transfer order by p.id",
                TransferProblem.class)
            .setParameter("transfer", transfer.id())
            .getResultStream()
            .map(problem -> problem.view(viewer.seesAllTenants()))
            .toList();
    return view(transfer, lease, server, problems, tail(transfer.id()));
  }

  /** As a row of a list. */
  TransferView row(Transfer transfer, Lease lease, Server server) {
    return view(transfer, lease, server, List.of(), "");
  }

  private TransferView view(
      Transfer transfer,
      Lease lease,
      Server server,
      List<TransferView.Problem> problems,
      String tail) {
    return new TransferView(
        transfer.id(),
        lease.id(),
        server.id(),
        server.name(),
        lease.virtualAddress().text(),
        runs.view(transfer.run()),
        problems,
        tail);
  }

  private String tail(long transferId) {
    String log =
        em.createQuery(
                "select c from LogChunk c where c.transferId = :transfer order by c.sequence",
                LogChunk.class)
            .setParameter("transfer", transferId)
            .getResultStream()
            .map(LogChunk::text)
            .collect(Collectors.joining());
    return log.length() <= TAIL ? log : log.substring(log.length() - TAIL);
  }
}
