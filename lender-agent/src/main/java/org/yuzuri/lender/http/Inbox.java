package org.yuzuri.lender.http;

import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.lender.boot.ActiveBoot;
import org.yuzuri.lender.http.guard.BadRequestException;
import org.yuzuri.lender.http.guard.BootReports;
import org.yuzuri.lender.http.guard.SignatureGuard;
import org.yuzuri.lender.http.guard.SignedCall;
import org.yuzuri.lender.probe.PortProbes;
import org.yuzuri.wire.MalformedMessageException;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.probe.ProbeResult;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.ErasureResult;
import org.yuzuri.wire.value.Sha256;

/** Takes what a server tells of itself and makes reports of it. */
final class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  private final WireCodec codec = new WireCodec();
  private final BootReports reports;
  private final SignatureGuard signatures;
  private final BiPredicate<EnsureBoot, Sha256> shown;
  private final PortProbes probes;

  Inbox(
      BootReports reports,
      SignatureGuard signatures,
      BiPredicate<EnsureBoot, Sha256> shown,
      PortProbes probes) {
    this.reports = reports;
    this.signatures = signatures;
    this.shown = shown;
    this.probes = probes;
  }

  void beat(ActiveBoot boot, byte[] body, SignatureGuard.Teller teller) {
    Map<String, String> form = RequestBody.form(new String(body, StandardCharsets.UTF_8));
    long sequence = RequestBody.number(form.get("sequence"), "sequence");
    BeatPhase phase = phase(form.get("phase"));
    Integer percent = percent(form.getOrDefault("percent", ""));
    String message = oneLine(form.getOrDefault("message", ""));
    signatures.take(
        boot,
        SignedCall.BEAT,
        sequence,
        body,
        teller,
        key -> {
          log.info("{} beat {} {} {} {}", boot.name(), sequence, phase.word(), percent, message);
          reports.beat(boot, sequence, phase, percent, message, key);
        });
  }

  void log(ActiveBoot boot, @Nullable String sequence, byte[] body, SignatureGuard.Teller teller) {
    long number = RequestBody.number(sequence, "sequence");
    String text = new String(body, StandardCharsets.UTF_8);
    String cut =
        text.length() > InstallerLog.LONGEST_TEXT
            ? text.substring(0, InstallerLog.LONGEST_TEXT)
            : text;
    signatures.take(
        boot, SignedCall.LOG, number, body, teller, key -> reports.log(boot, number, cut, key));
  }

  void erased(ActiveBoot boot, byte[] body, SignatureGuard.Teller teller) {
    ErasureResult result = read(boot, BootPurpose.ERASE, body, ErasureResult.class);
    Sha256 signedBy = signer(boot, "erased", body, teller);
    log.info(
        "{} erased {} disks, skipped {} devices, problem: {}, signed by {}",
        boot.name(),
        result.disks().size(),
        result.skipped().size(),
        result.problem(),
        signedBy);
    reports.erased(boot, result, signedBy);
  }

  void inspected(ActiveBoot boot, byte[] body, SignatureGuard.Teller teller) {
    HardwareFacts facts = read(boot, BootPurpose.INSPECT, body, HardwareFacts.class);
    Sha256 signedBy = signer(boot, "inspected", body, teller);
    log.info(
        "{} inspected: {} disks, {} cards, signed by {}",
        boot.name(),
        facts.disks().size(),
        facts.cards().size(),
        signedBy);
    reports.inspected(boot, facts, signedBy);
  }

  /** The frames that the server is to send, as a pcap file. */
  byte[] beginProbe(ActiveBoot boot) {
    return probes
        .begin(boot.command())
        .orElseThrow(
            () ->
                new BadRequestException(
                    StatusCodes.CONFLICT,
                    "this boot asks for no probe of the port, or it has ended"));
  }

  void probed(ActiveBoot boot, byte[] body, SignatureGuard.Teller teller) {
    ProbeResult result = read(boot, BootPurpose.INSPECT, body, ProbeResult.class);
    Sha256 signedBy = signer(boot, "probed", body, teller);
    PortProbe probe =
        probes
            .finish(boot.command(), result)
            .orElseThrow(
                () ->
                    new BadRequestException(
                        StatusCodes.CONFLICT, "no probe of the port was begun, begin anew"));
    log.info("{} probed its port: {}, signed by {}", boot.name(), probe.findings(), signedBy);
    reports.portProbed(boot, probe, signedBy);
  }

  /** A console may be read a few seconds later than it is written to: asked again, it will be. */
  private Sha256 signer(ActiveBoot boot, String result, byte[] body, SignatureGuard.Teller teller) {
    Sha256 signedBy = signatures.signerOfResult(boot, result, body, teller);
    if (!shown.test(boot.command(), signedBy)) {
      throw new BadRequestException(
          SignatureGuard.TOO_EARLY, "KEY_NOT_SEEN: the server has not shown " + signedBy);
    }
    return signedBy;
  }

  /** Only a server that was booted for it has such a result to tell. */
  private <T> T read(ActiveBoot boot, BootPurpose purpose, byte[] body, Class<T> type) {
    if (boot.command().purpose() != purpose) {
      throw new BadRequestException(
          StatusCodes.CONFLICT,
          "this server was booted for " + boot.command().purpose() + ", not for " + purpose);
    }
    try {
      return codec.decode(new String(body, StandardCharsets.UTF_8), type);
    } catch (MalformedMessageException e) {
      throw new BadRequestException(StatusCodes.BAD_REQUEST, e.getMessage());
    }
  }

  private static BeatPhase phase(@Nullable String word) {
    try {
      return BeatPhase.of(word);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(StatusCodes.BAD_REQUEST, e.getMessage());
    }
  }

  private static @Nullable Integer percent(String text) {
    if (text.isEmpty() || text.equals("-")) {
      return null;
    }
    if (!text.matches("[0-9]{1,2}|100")) {
      throw new BadRequestException(
          StatusCodes.BAD_REQUEST, "percent is \"" + text + "\", expected 0 to 100 or -");
    }
    return Integer.valueOf(text);
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() > Beat.LONGEST_MESSAGE ? line.substring(0, Beat.LONGEST_MESSAGE) : line;
  }
}
