package org.yuzuri.portal.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.PortalDatabase;

class MembersIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final long tenant = database.newTenant("Members");

  @ParameterizedTest
  @EnumSource
  void everyRoleIsKeptForWhoItIsForAndRefusedToOthers(Role role) {
    long right = role.isLender() ? Tenants.LENDER : tenant;
    long wrong = role.isLender() ? tenant : Tenants.LENDER;

    MemberView added = add(right, role);

    Person kept = database.asPortal(w -> w.get(Members.class).find(added.id()).orElseThrow());
    assertThat(kept.role()).isEqualTo(role);
    assertThatThrownBy(() -> add(wrong, role)).hasMessageContaining("role");
  }

  @ParameterizedTest
  @EnumSource
  void theDatabaseKeepsRolesOfTheLenderAndOfTenantsApart(Role role) throws SQLException {
    Role other = role.isLender() ? Role.VIEWER : Role.AUDITOR;
    long id = add(role.isLender() ? Tenants.LENDER : tenant, role).id();

    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "update member set role = '%s' where id = %d".formatted(other, id)))
          .hasMessageContaining("member_of_lender");
    }
  }

  @Test
  void membersOfATenantAreFoundByTheirRoles() {
    MemberView admin = add(tenant, Role.TENANT_ADMIN);
    MemberView billing = add(tenant, Role.TENANT_BILLING);
    add(tenant, Role.VIEWER);
    add(database.newTenant("Others"), Role.TENANT_ADMIN);

    List<Person> found =
        database.asPortal(
            w -> w.get(Members.class).ofTenant(tenant, Role.TENANT_ADMIN, Role.TENANT_BILLING));
    assertThat(found).extracting(Person::id).containsOnly(admin.id(), billing.id());
    List<Person> all = database.asPortal(w -> w.get(Members.class).ofTenant(tenant));
    assertThat(all).hasSize(3);
  }

  @Test
  void anotherTenantsMemberIsNotThere() {
    long id = add(tenant, Role.VIEWER).id();
    long other = database.newTenant("Others");

    Optional<Person> seen =
        database.as(other, Role.TENANT_ADMIN, w -> w.get(Members.class).find(id));
    Optional<Person> own = database.as(tenant, Role.ORDERER, w -> w.get(Members.class).find(id));
    assertThat(seen).isEmpty();
    assertThat(own).isPresent();
  }

  private MemberView add(long to, Role role) {
    MemberDraft draft =
        new MemberDraft("m" + UUID.randomUUID(), "A Member", role, "a long password");
    return database.asPortal(w -> w.get(MemberService.class).addTo(to, draft));
  }
}
