package org.yuzuri.portal.web.problem;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.problem.ProblemService;
import org.yuzuri.portal.web.ui.Typed;

/** What each kind of problem means and what to do; one kind when the address names it. */
@Named
@RequestScoped
public class ProblemHelpBean {

  @Inject ProblemService service;

  private List<String> kinds;
  private String code = "";

  @PostConstruct
  void load() {
    kinds = service.kinds();
  }

  /** The kinds to explain: the one that the address names, or else all. */
  public List<String> getKinds() {
    return kinds.contains(code) ? List.of(code) : kinds;
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = Typed.text(code);
  }
}
