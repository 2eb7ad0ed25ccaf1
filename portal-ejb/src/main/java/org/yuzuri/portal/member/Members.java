package org.yuzuri.portal.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.access.Role;

/**
 * Who is there, for other features; in the caller's transaction, as far as its subject sees:
 * whoever is signed in sees the own tenant's members, operators and the portal itself all.
 */
@ApplicationScoped
public class Members {

  @PersistenceContext EntityManager em;

  /** The member with this id, also one that is switched off; not one that was removed. */
  public Optional<Person> find(long memberId) {
    return Optional.ofNullable(em.find(Member.class, memberId))
        .filter(member -> member.state() != MemberState.REMOVED)
        .map(Member::person);
  }

  /** Who of the tenant may log in and has one of these roles, by login; without roles: everyone. */
  public List<Person> ofTenant(long tenantId, Role... roles) {
    return em
        .createQuery(
            "select m from Member m where m.tenantId = :tenant and m.state = :open"
                + " and m.role in :roles order by m.login",
            Member.class)
        .setParameter("tenant", tenantId)
        .setParameter("open", MemberState.OPEN)
        .setParameter("roles", List.of(roles.length == 0 ? Role.values() : roles))
        .getResultList()
        .stream()
        .map(Member::person)
        .toList();
  }
}
