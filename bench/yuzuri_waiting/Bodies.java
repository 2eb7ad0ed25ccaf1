import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.yuzuri.portal.platform.secret.ColumnCipher;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;

/** Prints commands as the outbox keeps them: a line each with id and encrypted body. */
class Bodies {
  public static void main(String[] arguments) throws IOException {
    Path security = Path.of(System.getenv("YUZURI_SECURITY_DIRECTORY"));
    ColumnCipher cipher = new ColumnCipher(Files.readAllBytes(security.resolve("column.key")));
    Instant end = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
    for (int left = Integer.parseInt(arguments[0]); left > 0; left--) {
      UUID id = UUID.randomUUID();
      EnsureNoBoot command =
          new EnsureNoBoot(id, end, new Fence(3, 7, 1), new MacAddress("52:54:00:00:00:11"));
      byte[] body = cipher.encrypt(new WireCodec().encode(command).getBytes(UTF_8));
      System.out.println(id + " " + HexFormat.of().formatHex(body));
    }
  }
}
