package org.yuzuri.portal.web.member;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.member.MemberRow;
import org.yuzuri.portal.member.MemberService;
import org.yuzuri.portal.member.MemberState;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.ListBean;
import org.yuzuri.portal.web.ui.Messages;

/** The people of the own tenant, and what an administrator does to them. */
@Named
@ViewScoped
public class MemberListBean extends ListBean<MemberRow, MemberState> {

  private static final long serialVersionUID = 1L;

  @Inject MemberService service;
  @Inject CurrentSubject subject;
  @Inject Messages messages;

  private final Map<Long, String> roles = new HashMap<>();
  private final Map<Long, Role> seen = new HashMap<>();

  /** An empty list, until it is loaded. */
  public MemberListBean() {
    super(MemberState.class);
  }

  @Override
  protected Page<MemberRow> page(ListFilter<MemberState> filter, PageRequest request) {
    Page<MemberRow> page = service.list(filter, request);
    for (MemberRow row : page.rows()) {
      roles.putIfAbsent(row.id(), row.role().name());
      seen.putIfAbsent(row.id(), row.role());
    }
    return page;
  }

  public void disable(MemberRow member) {
    service.disable(member.id());
    done("member.disabled", member);
  }

  public void enable(MemberRow member) {
    service.enable(member.id());
    done("member.enabled", member);
  }

  public void remove(MemberRow member) {
    service.remove(member.id());
    done("member.removed", member);
  }

  public void changeRole(MemberRow member) {
    String chosen = roles.getOrDefault(member.id(), "");
    Role role =
        getOffered().stream()
            .filter(offered -> offered.name().equals(chosen))
            .findFirst()
            .orElseThrow(() -> ProblemException.invalid("role", chosen, "a role of this tenant"));
    service.changeRole(member.id(), seen.getOrDefault(member.id(), member.role()), role);
    done("member.role.changed", member);
  }

  private void done(String key, MemberRow member) {
    messages.done(key, member.displayName());
    roles.clear();
    seen.clear();
    load();
  }

  /** Whether somebody is the viewer, who does none of this to the own account. */
  public boolean isOneself(MemberRow member) {
    return member.id() == subject.actor().id();
  }

  /** What people of this tenant can be. */
  public List<Role> getOffered() {
    return Arrays.stream(Role.values())
        .filter(role -> role.isLender() == subject.isOperator())
        .toList();
  }

  /** What is chosen in each row: id of the member to the name of a role. */
  public Map<Long, String> getRoles() {
    return roles;
  }
}
