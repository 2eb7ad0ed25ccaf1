package org.yuzuri.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The features of the portal: the packages right below its root. */
final class Feature {

  private static final Pattern PACKAGE = Pattern.compile(".*\\byuzuri\\.portal\\.(\\w+)(\\..*)?");

  /** The pages; every other package below the root is a feature. */
  private static final String WEB = "web";

  /** The feature that a class belongs to; empty for pages and for what is no part of the portal. */
  static Optional<String> of(JavaClass type) {
    Matcher matcher = PACKAGE.matcher(type.getPackageName());
    return matcher.matches() && !matcher.group(1).equals(WEB)
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /** Classes of the portal's features, but not of these. */
  static DescribedPredicate<JavaClass> classesExceptOf(String... features) {
    return new DescribedPredicate<>("belong to a feature") {
      @Override
      public boolean test(JavaClass type) {
        return of(type)
            .filter(feature -> !java.util.List.of(features).contains(feature))
            .isPresent();
      }
    };
  }

  /** Fails where a class uses one of these types that belongs to another feature. */
  static ArchCondition<JavaClass> notUseInOtherFeatures(DescribedPredicate<JavaClass> types) {
    return new ArchCondition<>(
        "not use what belongs to another feature: " + types.getDescription()) {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        user.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> types.test(dependency.getTargetClass()))
            .filter(dependency -> of(dependency.getTargetClass()).isPresent())
            .filter(dependency -> !of(dependency.getTargetClass()).equals(of(user)))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }

  /** Classes in whose feature, or in a part of it, there is one of these types. */
  static DescribedPredicate<JavaClass> classesThatHaveBeside(DescribedPredicate<JavaClass> types) {
    return new DescribedPredicate<>("belong to a feature with " + types.getDescription()) {
      @Override
      public boolean test(JavaClass type) {
        return of(type).isPresent()
            && root(type.getPackage()).getClassesInPackageTree().stream().anyMatch(types);
      }
    };
  }

  private static JavaPackage root(JavaPackage part) {
    return part.getParent()
        .filter(parent -> PACKAGE.matcher(parent.getName()).matches())
        .map(Feature::root)
        .orElse(part);
  }

  private Feature() {}
}
