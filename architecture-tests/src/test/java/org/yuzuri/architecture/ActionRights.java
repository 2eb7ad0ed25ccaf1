package org.yuzuri.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the actions of pages take: the permissions of the services that they call. */
final class ActionRights {

  static final String LOGIN = "login";

  private static final String NAMED = "jakarta.inject.Named";
  private static final String AUTHENTICATED =
      "org.apache.shiro.authz.annotation.RequiresAuthentication";
  private static final String RIGHT = "org.apache.shiro.authz.annotation.RequiresPermissions";
  private static final JavaClasses PORTAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.yuzuri.portal");

  private final Map<String, JavaClass> beans = new HashMap<>();

  ActionRights() {
    for (JavaClass type : PORTAL) {
      if (type.isAnnotatedWith(NAMED)) {
        Object name = type.getAnnotationOfType(NAMED).get("value").orElse("");
        beans.put(
            name.equals("") ? Introspector.decapitalize(type.getSimpleName()) : name.toString(),
            type);
      }
    }
  }

  /**
   * The permissions of an action, and {@link #LOGIN} for a service that asks for no other; empty
   * when it calls none.
   *
   * @param action as {@code bean.method}
   */
  Set<String> of(String action) {
    String[] words = action.split("\\.", 2);
    JavaClass bean = beans.get(words[0]);
    if (bean == null) {
      throw new IllegalStateException("no bean is named as in " + action);
    }
    Set<String> rights = new TreeSet<>();
    follow(bean, bean, words[1], rights, new HashSet<>());
    return rights;
  }

  /** Adds the permissions of the services that the method calls, itself or through its own kind. */
  private void follow(
      JavaClass type, JavaClass bean, String method, Set<String> rights, Set<String> followed) {
    if (!followed.add(type.getName() + "." + method)) {
      return;
    }
    for (JavaMethod each : type.getAllMethods()) {
      if (each.getName().equals(method)) {
        for (JavaAccess<?> call : calls(each)) {
          JavaClass owner = call.getTargetOwner();
          if (isOfPages(owner)) {
            follow(
                bean.isAssignableTo(owner.getName()) ? bean : owner,
                bean,
                call.getName(),
                rights,
                followed);
          } else {
            call.getTarget()
                .resolveMember()
                .filter(JavaMethod.class::isInstance)
                .ifPresent(target -> rights.addAll(rights((JavaMethod) target)));
          }
        }
      }
    }
  }

  private static List<JavaAccess<?>> calls(JavaMethod method) {
    List<JavaAccess<?>> calls = new ArrayList<>(method.getMethodCallsFromSelf());
    calls.addAll(method.getMethodReferencesFromSelf());
    return calls;
  }

  private static boolean isOfPages(JavaClass type) {
    return type.getPackageName().startsWith("org.yuzuri.portal.web");
  }

  private static List<String> rights(JavaMethod service) {
    if (service.isAnnotatedWith(AUTHENTICATED)) {
      return List.of(LOGIN);
    }
    return service
        .tryGetAnnotationOfType(RIGHT)
        .flatMap(right -> right.get("value"))
        .map(value -> List.of((String[]) value))
        .orElse(List.of());
  }
}
