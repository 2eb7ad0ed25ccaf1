package org.yuzuri.lender.http.guard;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Sha256;

/**
 * What has been believed in one boot: the key that was certified, and the last of each kind that
 * each key has signed.
 *
 * @param boot id of the command that asked for it
 * @param certified the server's installation key; null before it has its certificate
 */
record SignedBoot(UUID boot, @Nullable Sha256 certified, List<Heard> heard) {

  /** The last beat, or piece of a log, of one key: its number, and its body. */
  record Heard(Sha256 key, SignedCall call, long number, Sha256 body) {}

  SignedBoot {
    heard = List.copyOf(heard);
  }

  static SignedBoot begun(UUID boot) {
    return new SignedBoot(boot, null, List.of());
  }

  boolean hasHeard(Sha256 key) {
    return heard.stream().anyMatch(each -> each.key().equals(key));
  }

  Optional<Heard> last(Sha256 key, SignedCall call) {
    return heard.stream().filter(each -> each.key().equals(key) && each.call() == call).findFirst();
  }

  /** With this one in place of the last of its key and kind. */
  SignedBoot with(Heard next) {
    Stream<Heard> others =
        heard.stream()
            .filter(each -> !(each.key().equals(next.key()) && each.call() == next.call()));
    return new SignedBoot(boot, certified, Stream.concat(others, Stream.of(next)).toList());
  }

  /** From now on only this key signs. */
  SignedBoot withCertified(Sha256 key) {
    return new SignedBoot(boot, key, heard);
  }
}
