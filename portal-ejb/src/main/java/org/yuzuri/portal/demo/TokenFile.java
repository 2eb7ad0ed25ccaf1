package org.yuzuri.portal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.yuzuri.portal.agent.Invitation;

/** Writes an enrolment token where its daemon will look for it; readable by the owner alone. */
final class TokenFile {

  static void write(String file, Invitation invitation) {
    Path wanted = Path.of(file);
    try {
      Path fresh =
          Files.createTempFile(
              wanted.getParent(),
              "token",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, invitation.token() + "\n");
      Files.move(
          fresh, wanted, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException("token file " + wanted + " could not be written", failed);
    }
  }

  private TokenFile() {}
}
