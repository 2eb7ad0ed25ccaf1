package org.yuzuri.portal.web.problem;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.problem.ProblemRow;
import org.yuzuri.portal.problem.ProblemService;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.StandingState;
import org.yuzuri.portal.web.ui.ListBean;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** What is wrong with the site, narrowed by severity and kind. */
@Named
@ViewScoped
public class ProblemListBean extends ListBean<ProblemRow, StandingState> {

  private static final long serialVersionUID = 1L;

  @Inject ProblemService service;
  @Inject Messages messages;

  private final HashMap<Long, String> notes = new HashMap<>();
  private List<String> kinds = List.of();
  private String severity = "";
  private String kind = "";

  /** An empty list, until it is loaded. */
  public ProblemListBean() {
    super(StandingState.class);
  }

  @PostConstruct
  void choices() {
    kinds = service.kinds();
  }

  @Override
  protected Page<ProblemRow> page(ListFilter<StandingState> filter, PageRequest request) {
    Severity only =
        Arrays.stream(Severity.values())
            .filter(each -> each.name().equals(severity))
            .findFirst()
            .orElse(null);
    return service.list(only, kind, filter, request);
  }

  @Override
  protected boolean isNarrowed() {
    return super.isNarrowed() || !severity.isEmpty() || !kind.isEmpty();
  }

  /** Keeps the operator's note at a problem. */
  public void acknowledge(ProblemRow row) {
    service.acknowledge(row.id(), Typed.text(notes.get(row.id())));
    notes.remove(row.id());
    messages.done("standing.acknowledged");
    load();
  }

  /** What is typed at each row, by its id. */
  public Map<Long, String> getNotes() {
    return notes;
  }

  /** Every kind that is looked for. */
  public List<String> getKinds() {
    return kinds;
  }

  public List<Severity> getSeverities() {
    return List.of(Severity.values());
  }

  public String getSeverity() {
    return severity;
  }

  public void setSeverity(@Nullable String severity) {
    this.severity = Typed.text(severity);
  }

  public String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = Typed.text(kind);
  }
}
