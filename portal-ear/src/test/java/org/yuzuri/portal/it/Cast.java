package org.yuzuri.portal.it;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.access.Role;

/**
 * Everybody who may stand before a page: each role, those of tenants in the tenant whose things are
 * asked for and in another one, and a stranger. All are logged in and have proven who they are, so
 * that no question stands before a refusal.
 */
final class Cast {

  private static final long LENDER = 1;

  /** Where somebody stands. */
  enum Side {
    OWN,
    OTHER,
    LENDER,
    STRANGER
  }

  /**
   * Somebody.
   *
   * @param role null for the stranger
   * @param login empty for the stranger
   */
  record Person(String name, Side side, Role role, String login, Visitor visitor) {

    boolean may(String permission) {
      return role != null && role.permissions().contains(permission);
    }
  }

  private final List<Person> people = new ArrayList<>();
  private final Map<Role, Person> own = new EnumMap<>(Role.class);

  /**
   * Makes them.
   *
   * @param tenant the one whose things are asked for
   * @param other another one
   */
  Cast(PortalTables tables, long tenant, long other)
      throws SQLException, IOException, InterruptedException {
    for (Role role : Role.values()) {
      if (role.isLender()) {
        add(tables, LENDER, tenant, Side.LENDER, role);
      } else {
        add(tables, tenant, tenant, Side.OWN, role);
        add(tables, other, tenant, Side.OTHER, role);
      }
    }
    people.add(new Person("stranger", Side.STRANGER, null, "", new Visitor()));
  }

  /** Logins have the number of the tenant that the cast is for: no two casts share one. */
  private void add(PortalTables tables, long tenant, long number, Side side, Role role)
      throws SQLException, IOException, InterruptedException {
    String name = (side + "-" + role).toLowerCase(java.util.Locale.ROOT);
    String login = name + "@" + number;
    tables.insert(
        "insert into member (version, tenant_id, login, display_name, password_hash, role, state,"
            + " created_at) select 0, ?, ?, ?, password_hash, ?, 'OPEN', %s"
            + " from member where login = 'admin@alpha'",
        tenant, login, name, role.name());
    Visitor visitor = Visitor.loggedInAs(login, "alpha-secret");
    visitor.press("profile/view.xhtml", "proof", "prove", "&proof:secret=alpha-secret");
    Person person = new Person(name, side, role, login, visitor);
    people.add(person);
    if (side != Side.OTHER) {
      own.put(role, person);
    }
  }

  List<Person> people() {
    return people;
  }

  /** Of the tenant whose things are asked for, or of the datacenter. */
  Person own(Role role) {
    return own.get(role);
  }
}
