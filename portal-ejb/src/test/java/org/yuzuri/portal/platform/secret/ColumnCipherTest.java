package org.yuzuri.portal.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.platform.ProblemException;

class ColumnCipherTest {

  private final ColumnCipher cipher = new ColumnCipher(key(1));

  @Property(tries = 200)
  void whatWasEncryptedComesBack(@ForAll byte[] plain) {
    assertThat(cipher.decrypt(cipher.encrypt(plain))).isEqualTo(plain);
  }

  @Test
  void theSameSecretLooksDifferentEachTime() {
    byte[] secret = "bmc password".getBytes(UTF_8);

    assertThat(cipher.encrypt(secret)).isNotEqualTo(cipher.encrypt(secret));
  }

  @Test
  void nothingOfTheSecretStandsInTheColumn() {
    String stored = new String(cipher.encrypt("bmc password".getBytes(UTF_8)), UTF_8);

    assertThat(stored).doesNotContain("password");
  }

  @Test
  void everyChangedByteIsNoticed() {
    byte[] stored = cipher.encrypt("bmc password".getBytes(UTF_8));

    for (int i = 0; i < stored.length; i++) {
      byte[] changed = stored.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> cipher.decrypt(changed)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anotherKeyDoesNotOpenIt() {
    byte[] stored = cipher.encrypt(new byte[] {1});

    assertThatThrownBy(() -> new ColumnCipher(key(2)).decrypt(stored))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("wrong key");
  }

  @Test
  void aKeyOfTheWrongLengthIsNamed() {
    assertThatThrownBy(() -> new ColumnCipher(new byte[16]))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("column.key")
        .hasMessageContaining("16 bytes");
  }

  private static byte[] key(int content) {
    byte[] key = new byte[ColumnCipher.KEY_BYTES];
    Arrays.fill(key, (byte) content);
    return key;
  }
}
