package org.yuzuri.lender.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Secret;

final class DeadTokensTest {

  @TempDir Path directory;

  @Test
  void tokenIsForgottenSevenDaysAfterItsDeathWithoutARestart() {
    DeadTokens tokens = new DeadTokens(directory);
    tokens.add(new Secret(BootCommands.TOKEN), new Fence(3, 7, 1));

    tokens.forgetOld(Instant.now().plus(Duration.ofDays(6)));
    assertThat(tokens.fence(BootCommands.TOKEN)).contains(new Fence(3, 7, 1));

    tokens.forgetOld(Instant.now().plus(Duration.ofDays(8)));
    assertThat(tokens.fence(BootCommands.TOKEN)).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }
}
