package org.yuzuri.portal.transfer.view;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.stream.Collectors;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.run.view.RunPages;
import org.yuzuri.portal.server.Server;
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

  @PersistenceContext EntityManager em;

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
    return new TransferView(
        transfer.id(),
        lease.id(),
        server.id(),
        server.name(),
        lease.virtualAddress().text(),
        runs.view(transfer.run()),
        problems,
        tail(transfer.id()));
  }

  /** The end of the log; reads no more pieces than it takes. */
  private String tail(long transferId) {
    List<Tuple> pieces =
        em.createQuery(
                "select c.id, length(c.text) from LogChunk c where c.transferId = :transfer"
                    + " order by c.id desc",
                Tuple.class)
            .setParameter("transfer", transferId)
            .getResultList();
    int length = 0;
    long first = Long.MAX_VALUE;
    for (Tuple piece : pieces) {
      if (length >= TAIL) {
        break;
      }
      length += piece.get(1, Integer.class);
      first = piece.get(0, Long.class);
    }
    String log = text(transferId, first);
    return log.length() <= TAIL ? log : log.substring(log.length() - TAIL);
  }

  private String text(long transferId, long firstPiece) {
    return em.createQuery(
            "select c.text from LogChunk c where c.transferId = :transfer and c.id >= :first"
                + " order by c.id",
            String.class)
        .setParameter("transfer", transferId)
        .setParameter("first", firstPiece)
        .getResultStream()
        .collect(Collectors.joining());
  }
}
