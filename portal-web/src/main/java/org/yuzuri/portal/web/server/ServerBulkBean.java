package org.yuzuri.portal.web.server;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.inspection.InspectionService;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.failure.Failure;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * One decision about several servers of the list: each in a transaction of its own, each with its
 * own result. What cannot be done with one keeps no other back.
 */
@Named
@ViewScoped
public class ServerBulkBean implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ServerService service;
  @Inject InspectionService inspections;
  @Inject Messages messages;
  @Inject Texts texts;

  private final HashMap<Long, Boolean> chosen = new HashMap<>();
  private final ArrayList<Result> results = new ArrayList<>();
  private String note = "";

  /**
   * What came of one server.
   *
   * @param problem why it was not done; null when it was
   */
  public record Result(long id, String name, @Nullable String problem) implements Serializable {}

  /** Takes the chosen ones out of the pool, with the note. */
  public void takeOut() {
    String said = note;
    each(id -> service.takeOut(id, said));
  }

  /** Has the chosen ones inspected. */
  public void inspect() {
    each(inspections::begin);
  }

  /** Has the chosen ones admitted by a run, back into the pool. */
  public void admit() {
    each(inspections::admit);
  }

  private void each(LongConsumer decision) {
    results.clear();
    chosen.values().removeIf(Boolean.FALSE::equals);
    if (chosen.isEmpty()) {
      messages.error("bulk.none");
      return;
    }
    for (long id : new TreeSet<>(chosen.keySet())) {
      results.add(one(id, decision));
    }
    chosen.clear();
    note = "";
    long done = results.stream().filter(result -> result.problem() == null).count();
    if (done > 0) {
      messages.done("bulk.over", done, results.size());
    }
  }

  private Result one(long id, LongConsumer decision) {
    String name = String.valueOf(id);
    try {
      name = service.view(id).name();
      decision.accept(id);
      return new Result(id, name, null);
    } catch (ProblemException refused) {
      return new Result(id, name, Objects.requireNonNull(Failure.of(refused).text(texts)));
    }
  }

  /**
   * Nothing is chosen on a page that is shown anew: what is sent says it by the places of rows, in
   * which other servers may stand by then.
   */
  public void chooseNone() {
    chosen.clear();
  }

  /** Which servers are chosen, by their ids. */
  public Map<Long, Boolean> getChosen() {
    return chosen;
  }

  /** What came of the last decision, one for each server. */
  public List<Result> getResults() {
    return results;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = Typed.text(note);
  }
}
