package org.yuzuri.portal.server.csv;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.secret.EncryptedText;
import org.yuzuri.portal.server.EntryCheck;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerRepository;
import org.yuzuri.portal.server.entry.ServerEntry;

/** Adds many servers at once. Transaction: required. */
@Stateless
public class ServerImportService {

  /** Largest file that is taken, in bytes. */
  public static final int LARGEST = ServerFile.LARGEST;

  @Inject ServerRepository repository;
  @Inject EntryCheck check;
  @Inject Agents agents;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** A file with the header and one line as an example, in UTF-8 with a byte order mark. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public String template() {
    StringBuilder file = new StringBuilder("\ufeff");
    try (CSVPrinter printer = new CSVPrinter(file, CSVFormat.RFC4180)) {
      printer.printRecord(ServerColumn.headers());
      printer.printRecord(Arrays.stream(ServerColumn.values()).map(ServerColumn::example).toList());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toString();
  }

  /**
   * Says what storing a file would do; writes nothing.
   *
   * @throws ProblemException INVALID_VALUE, with everything that is wrong with the file as a whole
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public ImportPreview preview(byte[] file) {
    String text = ServerFile.text(file);
    List<LineReader.Read> lines = read(text);
    byte[] sealed =
        Objects.requireNonNull(new EncryptedText().convertToDatabaseColumn(text), "sealed");
    return new ImportPreview(
        Base64.getEncoder().encodeToString(sealed), right(lines).size(), wrong(lines));
  }

  /**
   * Stores what a preview has shown, checked again: others may have been faster.
   *
   * @param sealed of the preview
   * @param onlyTheRightOnes whether lines that are wrong are left out; otherwise nothing is stored
   *     unless all are right
   * @return what stands for the lines that were not stored; everything was when there is none
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public ImportPreview store(String sealed, boolean onlyTheRightOnes) {
    String text =
        Objects.requireNonNull(
            new EncryptedText().convertToEntityAttribute(Base64.getDecoder().decode(sealed)));
    List<LineReader.Read> lines = read(text);
    List<ImportLine> wrong = wrong(lines);
    if (!wrong.isEmpty() && !onlyTheRightOnes) {
      return new ImportPreview(sealed, right(lines).size(), wrong);
    }
    Instant now = clock.instant();
    List<ServerEntry> entries = right(lines);
    for (ServerEntry entry : entries) {
      repository.add(new Server(entry, now));
      audit.record(
          "server.add",
          "server " + entry.name(),
          entry.mac().text() + ", known by " + entry.identity() + ", from a file");
    }
    audit.record(
        "server.import", entries.size() + " servers", wrong.size() + " lines were left out");
    return new ImportPreview(sealed, 0, wrong);
  }

  private List<LineReader.Read> read(String text) {
    List<ServerLine> lines = ServerFile.lines(text);
    GatheredServers others =
        new GatheredServers(
            em.createQuery("select distinct s from Server s left join fetch s.disks", Server.class)
                .getResultList());
    LineReader reader = new LineReader(offers(), lenderAgents(), check, others);
    Instant now = clock.instant();
    List<LineReader.Read> read = new ArrayList<>();
    for (ServerLine line : lines) {
      LineReader.Read next = reader.read(line);
      ServerEntry entry = next.entry();
      if (entry != null) {
        others.add(new Server(entry, now));
      }
      read.add(next);
    }
    return read;
  }

  private Map<String, List<Long>> offers() {
    return em.createQuery("select o.name, o.id from Offer o", Object[].class)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (String) row[0],
                Collectors.mapping(row -> (Long) row[1], Collectors.toList())));
  }

  private Map<String, List<Long>> lenderAgents() {
    return agents.listLenders().stream()
        .filter(agent -> agent.state() != AgentState.REVOKED)
        .collect(
            Collectors.groupingBy(
                AgentView::name, Collectors.mapping(AgentView::id, Collectors.toList())));
  }

  private static List<ServerEntry> right(List<LineReader.Read> lines) {
    return lines.stream().map(LineReader.Read::entry).filter(Objects::nonNull).toList();
  }

  private static List<ImportLine> wrong(List<LineReader.Read> lines) {
    return lines.stream().map(LineReader.Read::line).filter(line -> !line.isRight()).toList();
  }
}
