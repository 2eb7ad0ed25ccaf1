package org.yuzuri.portal.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.audit.chain.CheckpointFile;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Where this node writes its checkpoints: system property {@code yuzuri.audit.directory}, else
 * environment variable {@code YUZURI_AUDIT_DIRECTORY}, else {@code audit} below {@code
 * PORTAL_DIRECTORY} or else below the server's data. Each node has its own.
 */
@ApplicationScoped
public class AuditDirectory {

  static final String PROPERTY = "yuzuri.audit.directory";
  static final String VARIABLE = "YUZURI_AUDIT_DIRECTORY";

  /**
   * The checkpoints of this node.
   *
   * @throws ProblemException NOT_CONFIGURED: nothing says where
   */
  public CheckpointFile checkpoints() {
    String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    if (named != null && !named.isBlank()) {
      return new CheckpointFile(Path.of(named));
    }
    @Nullable String state = System.getenv("PORTAL_DIRECTORY");
    if (state == null) {
      state = System.getProperty("jboss.server.data.dir");
    }
    if (state == null) {
      throw new ProblemException(
          CommonProblem.NOT_CONFIGURED, PROPERTY, named, "a directory (or " + VARIABLE + ")");
    }
    return new CheckpointFile(Path.of(state).resolve("audit"));
  }
}
