package org.yuzuri.lender.http;

import io.undertow.util.StatusCodes;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.portal.PortalClient;
import org.yuzuri.host.portal.PortalRefusedException;
import org.yuzuri.host.portal.PortalUnavailableException;
import org.yuzuri.lender.boot.ActiveBoot;
import org.yuzuri.lender.http.guard.BadRequestException;
import org.yuzuri.lender.http.guard.BootReports;
import org.yuzuri.wire.server.CertificateRequest;
import org.yuzuri.wire.server.SettingsRequest;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.TunnelPurpose;

/** Hands a server's requests on to the portal; keeps nothing of them or of the answers. */
public final class Relay {

  private static final Logger log = LoggerFactory.getLogger(Relay.class);

  private final Portal portal;
  private final BootReports reports;

  /** What is relayed; the portal, seen from here. */
  public interface Portal {
    String certificate(CertificateRequest request);

    String settings(SettingsRequest request);

    /** The real portal. */
    static Portal of(PortalClient client) {
      return new Portal() {
        @Override
        public String certificate(CertificateRequest request) {
          return client.certificate(request).certificateChain();
        }

        @Override
        public String settings(SettingsRequest request) {
          return client.settings(request).sealed();
        }
      };
    }
  }

  public Relay(Portal portal, BootReports reports) {
    this.portal = portal;
    this.reports = reports;
  }

  /**
   * The certificate chain in PEM.
   *
   * @param vouch the installation key's signature of the request, null when none came; nothing
   *     stands behind the installation key itself but the console
   */
  String certificate(ActiveBoot boot, TunnelPurpose purpose, String csr, @Nullable String vouch) {
    log.info("{} asks for its certificate, purpose={}", boot.name(), purpose);
    CertificateRequest request =
        checked(() -> new CertificateRequest(boot.command().token(), purpose, csr, vouch));
    return relayed(() -> portal.certificate(request));
  }

  String settings(ActiveBoot boot, @Nullable String request, String source) {
    log.info("{} asks for its settings", boot.name());
    SettingsRequest asked = checked(() -> new SettingsRequest(boot.command().token(), request));
    try {
      return relayed(() -> portal.settings(asked));
    } catch (BadRequestException e) {
      if (e.status() == StatusCodes.GONE) {
        reports.misuse(boot.fence(), TokenMisuse.SECOND_FETCH, source);
      }
      throw e;
    }
  }

  /** What a certificate is asked for, in lower case. */
  static TunnelPurpose purpose(@Nullable String text) {
    for (TunnelPurpose purpose : TunnelPurpose.values()) {
      if (purpose.name().toLowerCase(Locale.ROOT).equals(text)) {
        return purpose;
      }
    }
    throw new BadRequestException(
        StatusCodes.BAD_REQUEST, "purpose is \"" + text + "\", expected install or production");
  }

  private static <T> T checked(Supplier<T> message) {
    try {
      return message.get();
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(StatusCodes.BAD_REQUEST, e.getMessage());
    }
  }

  private static String relayed(Supplier<String> call) {
    try {
      return call.get();
    } catch (PortalRefusedException e) {
      throw new BadRequestException(e.status(), e.code() + ": " + e.detail());
    } catch (PortalUnavailableException e) {
      log.warn("request of a server not relayed: {}", e.getMessage());
      throw new BadRequestException(
          StatusCodes.BAD_GATEWAY, "the portal cannot be reached, ask again");
    }
  }
}
