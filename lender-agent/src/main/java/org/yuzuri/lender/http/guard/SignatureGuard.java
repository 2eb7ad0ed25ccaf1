package org.yuzuri.lender.http.guard;

import io.undertow.util.StatusCodes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.lender.boot.ActiveBoot;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Sha256;

/**
 * Lets through which beats and pieces of logs are the server's own and new. Whoever took the
 * server's addresses and read its token has not its key: what it tells is refused, told the portal
 * as a matter of security, and changes nothing.
 *
 * <p>The server's key is the one that was certified; before, one that its console has shown; of a
 * server whose console is not read, the first that signs after each start. Safe for threads.
 */
public final class SignatureGuard {

  /** How far ahead of the last number the next may be: every one that was refused leaves a gap. */
  static final long LONGEST_LEAP = 1000;

  /** Source: RFC 8470, 5.2. */
  public static final int TOO_EARLY = 425;

  private static final Logger log = LoggerFactory.getLogger(SignatureGuard.class);

  private final SignedBoots boots;
  private final BiPredicate<EnsureBoot, Sha256> shown;
  private final BootReports reports;

  /**
   * Who tells something.
   *
   * @param source its address
   * @param signer whose signature of these bytes came with it, null when none came
   */
  public record Teller(String source, Function<byte[], @Nullable Sha256> signer) {}

  /**
   * Makes a guard.
   *
   * @param directory keeps what was believed, over a restart of the agent
   * @param shown whether the boot's server has shown this key on its console; every key is as good
   *     when its console is not read
   */
  public SignatureGuard(
      Path directory, BiPredicate<EnsureBoot, Sha256> shown, BootReports reports) {
    this.boots = new SignedBoots(directory);
    this.shown = shown;
    this.reports = reports;
  }

  /**
   * Passes on what the server tells, once, with the key that signed it. What it repeats under the
   * same number is not passed on again.
   *
   * @throws BadRequestException 403 not signed, or by another key; 409 out of order; 425 the key
   *     has not been seen on the console yet: as it is, it may be told again
   */
  public void take(
      ActiveBoot boot,
      SignedCall call,
      long number,
      byte[] body,
      Teller teller,
      Consumer<Sha256> passOn) {
    Sha256 key = signer(boot, call, number, body, teller);
    SignedBoot.Heard told = new SignedBoot.Heard(key, call, number, Sha256.ofBytes(body));
    boots.update(
        boot,
        before -> {
          refuseAnother(boot, before, told, teller);
          Optional<SignedBoot.Heard> last = before.last(key, call);
          if (last.equals(Optional.of(told))) {
            return before;
          }
          refuseOutOfOrder(boot, last.map(SignedBoot.Heard::number).orElse(0L), told, teller);
          passOn.accept(key);
          return before.with(told);
        });
  }

  /**
   * Whose signature of a result came with it, whether the server's or not.
   *
   * @param result the call that brings it
   * @throws BadRequestException 403 none came; 400 what came is no signature of it
   */
  public Sha256 signerOfResult(ActiveBoot boot, String result, byte[] body, Teller teller) {
    Sha256 key = teller.signer().apply(body);
    if (key == null) {
      throw unsigned(boot, teller, result);
    }
    return key;
  }

  /** The portal has certified the server's installation key: from now on no other one signs. */
  public void certified(ActiveBoot boot, String chain) {
    try {
      Certificate first =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)));
      Sha256 key = Sha256.ofBytes(first.getPublicKey().getEncoded());
      boots.update(boot, before -> before.withCertified(key));
    } catch (CertificateException e) {
      log.error("{} got no certificate from the portal: {}", boot.name(), e.getMessage());
    }
  }

  /** The server has fetched all of its boot files: what starts from them makes a key of its own. */
  public void starts(ActiveBoot boot) {
    if (boot.command().console() == null) {
      boots.update(
          boot,
          before -> before.certified() == null ? SignedBoot.begun(boot.command().id()) : before);
    }
  }

  private Sha256 signer(ActiveBoot boot, SignedCall call, long number, byte[] body, Teller teller) {
    Sha256 key;
    try {
      key = teller.signer().apply(call.signed(boot.command().token(), number, body));
    } catch (BadRequestException e) {
      throw forged(boot, TokenMisuse.NOT_SIGNED, teller, String.valueOf(e.getMessage()));
    }
    if (key == null) {
      throw unsigned(boot, teller, call.word() + " " + number);
    }
    return key;
  }

  private BadRequestException unsigned(ActiveBoot boot, Teller teller, String what) {
    return forged(
        boot,
        TokenMisuse.NOT_SIGNED,
        teller,
        what
            + " has no signature, expected "
            + ResultSignature.KEY
            + " and "
            + ResultSignature.SIGNATURE);
  }

  private void refuseAnother(
      ActiveBoot boot, SignedBoot known, SignedBoot.Heard told, Teller teller) {
    if (isTheServers(boot, known, told.key())) {
      return;
    }
    Sha256 certified = known.certified();
    if (certified == null && known.heard().isEmpty()) {
      throw new BadRequestException(
          TOO_EARLY, "KEY_NOT_SEEN: the server has not shown " + told.key());
    }
    throw forged(
        boot,
        TokenMisuse.SIGNED_BY_ANOTHER_KEY,
        teller,
        told.call().word()
            + " "
            + told.number()
            + " is signed by "
            + told.key()
            + ", expected "
            + (certified != null ? certified : "the key of what the server has booted"));
  }

  private boolean isTheServers(ActiveBoot boot, SignedBoot known, Sha256 key) {
    if (known.certified() != null) {
      return key.equals(known.certified());
    }
    if (known.hasHeard(key)) {
      return true;
    }
    return boot.command().console() == null
        ? known.heard().isEmpty()
        : shown.test(boot.command(), key);
  }

  private void refuseOutOfOrder(ActiveBoot boot, long last, SignedBoot.Heard told, Teller teller) {
    if (told.number() <= last || told.number() > last + LONGEST_LEAP) {
      throw forged(
          boot,
          TokenMisuse.OUT_OF_ORDER,
          teller,
          told.call().word()
              + " "
              + told.number()
              + " comes after "
              + last
              + ", expected "
              + (last + 1)
              + " to "
              + (last + LONGEST_LEAP));
    }
  }

  private BadRequestException forged(
      ActiveBoot boot, TokenMisuse misuse, Teller teller, String problem) {
    boolean first = reports.misuse(boot.fence(), misuse, teller.source());
    int status = misuse == TokenMisuse.OUT_OF_ORDER ? StatusCodes.CONFLICT : StatusCodes.FORBIDDEN;
    String text = misuse + ": " + problem;
    return first ? new BadRequestException(status, text) : BadRequestException.known(status, text);
  }
}
