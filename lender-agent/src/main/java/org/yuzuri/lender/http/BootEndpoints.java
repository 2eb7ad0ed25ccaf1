package org.yuzuri.lender.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.lender.boot.ActiveBoot;
import org.yuzuri.lender.boot.BootStage;
import org.yuzuri.lender.boot.IpxeScript;
import org.yuzuri.lender.http.guard.BadRequestException;
import org.yuzuri.lender.http.guard.BootReports;
import org.yuzuri.lender.http.guard.OncePerMinute;
import org.yuzuri.lender.http.guard.ResultSignature;
import org.yuzuri.lender.http.guard.SignatureGuard;
import org.yuzuri.lender.http.guard.StageGate;
import org.yuzuri.lender.http.guard.TokenGuard;
import org.yuzuri.lender.probe.PortProbes;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.server.BootPart;
import org.yuzuri.wire.value.Sha256;
import org.yuzuri.wire.value.TunnelPurpose;

/** Finds out what is asked for, lets the guard decide, and answers. Runs on worker threads. */
public final class BootEndpoints implements HttpHandler {

  private static final Logger log = LoggerFactory.getLogger(BootEndpoints.class);
  private static final Pattern PATH =
      Pattern.compile("/boot/([A-Za-z0-9_-]{1,200})/([a-z]+(?:/[a-z0-9]+)?)");
  private static final String FIRST_SCRIPT = "/boot/script";
  private static final String NOT_FOUND = "not found\n";
  private static final int MOST_FORM_BYTES = 16 * 1024;
  private static final int MOST_LOG_BYTES = 64 * 1024;
  private static final int MOST_RESULT_BYTES = 256 * 1024;

  private final String bootUrl;
  private final TokenGuard guard;
  private final StageGate stages;
  private final BootReports reports;
  private final Relay relay;
  private final SignatureGuard signatures;
  private final Inbox inbox;
  private final OncePerMinute refusals;

  /**
   * Makes the endpoints.
   *
   * @param bootUrl their own address as servers see it, with the slash before the token
   * @param shown whether the boot's server has shown this key on its console
   * @param signatures whose beats and logs are the server's
   * @param probes the probes of servers that are inspected
   */
  public BootEndpoints(
      String bootUrl,
      TokenGuard guard,
      StageGate stages,
      BootReports reports,
      Relay relay,
      SignatureGuard signatures,
      BiPredicate<EnsureBoot, Sha256> shown,
      PortProbes probes) {
    this.bootUrl = bootUrl;
    this.guard = guard;
    this.stages = stages;
    this.reports = reports;
    this.relay = relay;
    this.signatures = signatures;
    this.inbox = new Inbox(reports, signatures, shown, probes);
    this.refusals = new OncePerMinute(Clock.systemUTC());
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    if (exchange.isInIoThread()) {
      exchange.dispatch(this);
      return;
    }
    String source = exchange.getSourceAddress().getAddress().getHostAddress();
    if (exchange.getRequestPath().equals(FIRST_SCRIPT)) {
      attempt(exchange, guard.admitByAddress(source), "script", source);
      return;
    }
    Matcher path = PATH.matcher(exchange.getRequestPath());
    if (path.matches()) {
      attempt(exchange, guard.admit(path.group(1), source), path.group(2), source);
    } else {
      answer(exchange, StatusCodes.NOT_FOUND, NOT_FOUND);
    }
  }

  private void attempt(
      HttpServerExchange exchange, Optional<ActiveBoot> admitted, String what, String source) {
    if (admitted.isEmpty()) {
      answer(exchange, StatusCodes.NOT_FOUND, NOT_FOUND);
      return;
    }
    ActiveBoot boot = admitted.get();
    try {
      serve(exchange, boot, exchange.getRequestMethod() + " " + what, source);
    } catch (BadRequestException e) {
      if (!e.isKnown() && refusals.isDue(boot.name() + what + e.getMessage())) {
        log.warn("{} {} refused: {}", boot.name(), what, e.getMessage());
      }
      answer(exchange, e.status(), e.getMessage() + "\n");
    } catch (IOException e) {
      log.warn("{} {} broke off: {}", boot.name(), what, e.getMessage());
      exchange.endExchange();
    } catch (RuntimeException e) {
      // The edge of the agent towards servers: they are told nothing of the inside.
      log.error("{} {} failed unexpectedly", boot.name(), what, e);
      answer(exchange, StatusCodes.INTERNAL_SERVER_ERROR, "the agent failed, ask again\n");
    }
  }

  private void serve(HttpServerExchange exchange, ActiveBoot boot, String call, String source)
      throws IOException {
    switch (call) {
      case "GET script" -> script(exchange, boot, source);
      case "GET kernel" -> {
        stages.bootFile(boot, source);
        file(exchange, boot, boot.kernel(), "kernel", BootPart.KERNEL);
      }
      case "POST certificate" -> certificate(exchange, boot, source);
      case "GET settings" -> settings(exchange, boot, source);
      case "POST beat" -> {
        byte[] body = RequestBody.bytes(exchange, MOST_FORM_BYTES);
        inbox.beat(boot, body, teller(exchange, source));
        answer(exchange, StatusCodes.OK, "");
      }
      case "POST log" -> {
        byte[] body = RequestBody.bytes(exchange, MOST_LOG_BYTES);
        String sequence = RequestBody.query(exchange, "sequence");
        inbox.log(boot, sequence, body, teller(exchange, source));
        answer(exchange, StatusCodes.OK, "");
      }
      case "POST erased" -> {
        byte[] body = RequestBody.bytes(exchange, MOST_RESULT_BYTES);
        inbox.erased(boot, body, teller(exchange, source));
        stages.reached(boot, BootStage.RUNNING);
        answer(exchange, StatusCodes.OK, "");
      }
      case "POST inspected" -> {
        byte[] body = RequestBody.bytes(exchange, MOST_RESULT_BYTES);
        inbox.inspected(boot, body, teller(exchange, source));
        stages.reached(boot, BootStage.RUNNING);
        answer(exchange, StatusCodes.OK, "");
      }
      case "POST probe/begin" -> {
        RequestBody.bytes(exchange, 0);
        capture(exchange, inbox.beginProbe(boot));
      }
      case "POST probed" -> {
        byte[] body = RequestBody.bytes(exchange, MOST_FORM_BYTES);
        inbox.probed(boot, body, teller(exchange, source));
        answer(exchange, StatusCodes.OK, "");
      }
      default -> initrd(exchange, boot, call, source);
    }
  }

  private void certificate(HttpServerExchange exchange, ActiveBoot boot, String source)
      throws IOException {
    String csr = RequestBody.text(exchange, MOST_FORM_BYTES);
    TunnelPurpose purpose = Relay.purpose(RequestBody.query(exchange, "purpose"));
    String vouch = ResultSignature.header(exchange, ResultSignature.SIGNATURE);
    stages.certificate(boot, purpose, source);
    String chain = relay.certificate(boot, purpose, csr, vouch);
    if (purpose == TunnelPurpose.INSTALL) {
      signatures.certified(boot, chain);
    }
    stages.reached(boot, BootStage.RUNNING);
    answer(exchange, StatusCodes.OK, chain);
  }

  private static SignatureGuard.Teller teller(HttpServerExchange exchange, String source) {
    return new SignatureGuard.Teller(source, text -> ResultSignature.signer(exchange, text));
  }

  private void initrd(HttpServerExchange exchange, ActiveBoot boot, String call, String source) {
    String name = call.startsWith("GET initrd/") ? call.substring("GET initrd/".length()) : "";
    Path file = boot.initrds().get(name);
    if (file == null) {
      answer(exchange, StatusCodes.NOT_FOUND, NOT_FOUND);
      return;
    }
    stages.bootFile(boot, source);
    boolean last = name.equals(ActiveBoot.TRANSFER);
    file(exchange, boot, file, "initrd/" + name, last ? BootPart.INITRD : null);
  }

  private void script(HttpServerExchange exchange, ActiveBoot boot, String source) {
    stages.bootFile(boot, source);
    stages.scriptServed(boot);
    log.info("{} fetches script", boot.name());
    String script = IpxeScript.render(boot.command(), bootUrl, boot.initrds().keySet());
    answer(exchange, StatusCodes.OK, script);
    reports.fetched(boot, BootPart.SCRIPT);
  }

  private void settings(HttpServerExchange exchange, ActiveBoot boot, String source) {
    stages.settings(boot);
    String request = RequestBody.query(exchange, "request");
    String sealed = relay.settings(boot, request, source);
    stages.reached(boot, BootStage.INSTALLING);
    answer(exchange, StatusCodes.OK, sealed);
    reports.fetched(boot, BootPart.SETTINGS);
  }

  private void file(
      HttpServerExchange exchange,
      ActiveBoot boot,
      Path file,
      String name,
      @Nullable BootPart part) {
    long started = System.nanoTime();
    FileAnswer.send(
        exchange,
        file,
        () -> {
          log.info(
              "{} fetched {} of {} bytes in {} ms",
              boot.name(),
              name,
              exchange.getResponseBytesSent(),
              (System.nanoTime() - started) / 1_000_000);
          if (part != null) {
            reports.fetched(boot, part);
          }
          if (part == BootPart.INITRD) {
            signatures.starts(boot);
          }
        });
  }

  private static void capture(HttpServerExchange exchange, byte[] frames) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/vnd.tcpdump.pcap");
    exchange.getResponseSender().send(ByteBuffer.wrap(frames));
  }

  private static void answer(HttpServerExchange exchange, int status, String text) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=UTF-8");
    exchange.getResponseSender().send(text);
  }
}
