package org.yuzuri.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

  @Test
  void everyPermissionButThePortalsOwnBelongsToSomeRole() {
    Set<String> given =
        Arrays.stream(Role.values())
            .flatMap(role -> role.permissions().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> known = allPermissions();
    known.remove(Permissions.SYSTEM);
    assertThat(given).isEqualTo(known);
  }

  @Test
  void aTenantsRolesNeverTouchThePool() {
    for (Role role : Role.values()) {
      if (!role.isLender()) {
        assertThat(role.permissions())
            .doesNotContain(
                Permissions.SERVER_READ,
                Permissions.SERVER_WRITE,
                Permissions.AGENT_READ,
                Permissions.AGENT_WRITE,
                Permissions.TENANT_READ,
                Permissions.TENANT_WRITE,
                Permissions.OFFER_WRITE,
                Permissions.MAIL_READ,
                Permissions.MAIL_WRITE,
                Permissions.PRICE_READ,
                Permissions.PRICE_WRITE,
                Permissions.USAGE_READ,
                Permissions.USAGE_WRITE,
                Permissions.INVOICE_WRITE,
                Permissions.REPORT_READ);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LENDER_ADMIN", "OPERATOR", "LENDER_BILLING", "AUDITOR"})
  void theLendersPeopleNeitherOrderForTenantsNorReadTheirSettings(Role role) {
    assertThat(role.isLender()).isTrue();
    assertThat(role.permissions())
        .doesNotContain(
            Permissions.ORDER_PLACE,
            Permissions.SETTINGS_READ,
            Permissions.SETTINGS_WRITE,
            Permissions.GATEWAY_WRITE);
  }

  @ParameterizedTest
  @EnumSource(names = {"VIEWER", "AUDITOR"})
  void whoOnlyLooksChangesNothing(Role role) {
    assertThat(role.permissions()).allMatch(permission -> permission.endsWith(":read"));
  }

  @Test
  void anAuditorReadsWhatTheLendersAdminsReadTheTrailAndThePeopleWithIt() {
    assertThat(Role.AUDITOR.permissions())
        .contains(Permissions.AUDIT_READ, Permissions.MEMBER_READ, Permissions.SERVER_READ)
        .containsExactlyInAnyOrderElementsOf(
            Role.LENDER_ADMIN.permissions().stream()
                .filter(permission -> permission.endsWith(":read"))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"TENANT_BILLING", "LENDER_BILLING"})
  void billingSeesWhatIsPaidForAndNotWhatIsInstalled(Role role) {
    assertThat(role.permissions())
        .contains(Permissions.ORDER_READ, Permissions.LEASE_READ, Permissions.OFFER_READ)
        .doesNotContain(
            Permissions.SETTINGS_READ, Permissions.IMAGE_READ, Permissions.TRANSFER_READ);
  }

  @Test
  void billingChangesWhatIsBilledAndNothingElse() {
    assertThat(writesOf(Role.TENANT_BILLING)).containsExactly(Permissions.COST_WRITE);
    assertThat(writesOf(Role.LENDER_BILLING))
        .containsExactlyInAnyOrder(
            Permissions.PRICE_WRITE, Permissions.USAGE_WRITE, Permissions.INVOICE_WRITE);
  }

  @Test
  void whatATenantPaysIsForThoseWhoPay() {
    assertThat(Role.values())
        .filteredOn(role -> !role.isLender())
        .filteredOn(role -> role.permissions().contains(Permissions.INVOICE_READ))
        .containsExactlyInAnyOrder(Role.TENANT_ADMIN, Role.TENANT_BILLING);
    assertThat(Role.values())
        .filteredOn(role -> role.permissions().contains(Permissions.COST_READ))
        .containsExactlyInAnyOrder(Role.TENANT_ADMIN, Role.TENANT_BILLING);
  }

  @Test
  void everybodyOfTheLenderReadsReportsAndAnOperatorNoPrices() {
    assertThat(Role.values())
        .filteredOn(Role::isLender)
        .allMatch(role -> role.permissions().contains(Permissions.REPORT_READ));
    assertThat(Role.OPERATOR.permissions())
        .doesNotContain(Permissions.PRICE_READ, Permissions.INVOICE_READ, Permissions.USAGE_READ);
  }

  @Test
  void onlyAdministratorsLookAfterPeople() {
    assertThat(Role.values())
        .filteredOn(role -> role.permissions().contains(Permissions.MEMBER_WRITE))
        .containsExactlyInAnyOrder(Role.TENANT_ADMIN, Role.LENDER_ADMIN);
    assertThat(Role.values())
        .filteredOn(role -> role.permissions().contains(Permissions.TENANT_WRITE))
        .containsExactly(Role.LENDER_ADMIN);
  }

  @Test
  void aLenderAdminMayWhatAnOperatorMay() {
    assertThat(Role.LENDER_ADMIN.permissions()).containsAll(Role.OPERATOR.permissions());
  }

  private static Set<String> writesOf(Role role) {
    return role.permissions().stream()
        .filter(permission -> !permission.endsWith(":read"))
        .collect(Collectors.toSet());
  }

  private static Set<String> allPermissions() {
    return Arrays.stream(Permissions.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(RoleTest::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    }
  }
}
