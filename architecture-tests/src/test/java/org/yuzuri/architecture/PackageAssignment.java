package org.yuzuri.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Pattern;

/** Every package below some roots, and the roots themselves, is a slice of its own. */
final class PackageAssignment implements SliceAssignment {

  private final String roots;
  private final Pattern packages;

  /**
   * @param roots packages right below the product's root
   */
  PackageAssignment(String... roots) {
    this.roots = String.join(" and ", roots);
    this.packages = Pattern.compile(".*\\byuzuri\\.(" + String.join("|", roots) + ")(\\..*)?");
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    String name = type.getPackageName();
    return packages.matcher(name).matches() ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
  }

  @Override
  public String getDescription() {
    return "packages of " + roots;
  }
}
