package org.yuzuri.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
                Permissions.OFFER_WRITE);
      }
    }
  }

  @Test
  void anOperatorNeitherOrdersForTenantsNorReadsTheirSettings() {
    assertThat(Role.OPERATOR.permissions())
        .doesNotContain(
            Permissions.ORDER_PLACE,
            Permissions.SETTINGS_READ,
            Permissions.SETTINGS_WRITE,
            Permissions.GATEWAY_WRITE);
  }

  @Test
  void aViewerChangesNothing() {
    assertThat(Role.VIEWER.permissions()).allMatch(permission -> permission.endsWith(":read"));
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
