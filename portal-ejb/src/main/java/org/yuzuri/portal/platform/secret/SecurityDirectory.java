package org.yuzuri.portal.platform.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The directory outside the deployment that holds the portal's keys: system property {@code
 * yuzuri.security.directory}, else environment variable {@code YUZURI_SECURITY_DIRECTORY}. Made by
 * {@code org.yuzuri.portal.pki.key.PrepareKeys}; every node has the same content.
 */
public final class SecurityDirectory {

  public static final String PROPERTY = "yuzuri.security.directory";
  static final String VARIABLE = "YUZURI_SECURITY_DIRECTORY";

  private SecurityDirectory() {}

  /**
   * A file of the directory.
   *
   * @throws ProblemException the directory is not set, or has no such file
   */
  public static Path file(String name) {
    String directory = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    if (directory == null || directory.isBlank()) {
      throw new ProblemException(
          CommonProblem.NOT_CONFIGURED, PROPERTY, directory, "a directory (or " + VARIABLE + ")");
    }
    Path file = Path.of(directory).resolve(name);
    if (!Files.isReadable(file)) {
      throw new ProblemException(
          CommonProblem.NOT_CONFIGURED, PROPERTY, file, "a readable file made by PrepareKeys");
    }
    return file;
  }
}
