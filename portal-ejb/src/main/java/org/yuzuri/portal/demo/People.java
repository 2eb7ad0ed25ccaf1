package org.yuzuri.portal.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.Accounts;
import org.yuzuri.portal.member.MemberDraft;
import org.yuzuri.portal.member.MemberService;

/** Adds members that are not there yet. */
@Dependent
class People {

  private final MemberService members;
  private final Accounts accounts;

  @Inject
  People(MemberService members, Accounts accounts) {
    this.members = members;
    this.accounts = accounts;
  }

  void add(long tenantId, InventoryFile.Person person, Role role) {
    if (accounts.findAccount(person.login()).isEmpty()) {
      members.addTo(
          tenantId, new MemberDraft(person.login(), person.name(), role, person.password()));
    }
  }
}
