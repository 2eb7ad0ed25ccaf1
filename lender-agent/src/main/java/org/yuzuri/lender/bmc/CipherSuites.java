package org.yuzuri.lender.bmc;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;

/**
 * Which cipher suite each BMC is spoken to with: 17, or 3 where the BMC has no better and its entry
 * allows it. A BMC that has answered by 17 since the agent began is never spoken to with 3: nobody
 * between them can talk the agent down. Safe for threads.
 *
 * <p>Source: IPMI v2.0 rev 1.1, table 22-20 (3: HMAC-SHA1, 17: HMAC-SHA256; both AES-CBC-128) and
 * table 13-15 (what a BMC answers that does not have a suite), in the words of ipmitool 1.8.19.
 */
public final class CipherSuites {

  static final int BEST = 17;
  static final int OLD = 3;

  private static final Logger log = LoggerFactory.getLogger(CipherSuites.class);

  private static final List<String> NOT_AGREED =
      List.of(
          "invalid authentication algorithm",
          "invalid integrity algorithm",
          "invalid confidentiality algorithm",
          "no matching cipher suite");

  private final Map<BmcAddress, Integer> inUse = new ConcurrentHashMap<>();

  /**
   * Runs a call with the best suite that the BMC has and its entry allows.
   *
   * @param call the same with any suite
   * @return how it ended, whatever its exit code
   * @throws BmcException the BMC has no suite that its entry allows
   */
  ProcessResult run(BmcAccess access, Processes processes, IntFunction<ProcessCall> call) {
    int suite = suite(access);
    ProcessResult result = processes.run(call.apply(suite));
    if (suite == BEST && !result.succeeded() && isNotAgreed(result)) {
      if (!mayFallBack(access)) {
        throw new BmcException(
            "BMC "
                + access.address()
                + " does not take cipher suite 17 (HMAC-SHA256), expected of "
                + access.kind()
                + (inUse.containsKey(access.address()) ? ", though it did before" : ""),
            null);
      }
      suite = OLD;
      remember(access, suite);
      return processes.run(call.apply(suite));
    }
    if (result.succeeded()) {
      remember(access, suite);
    }
    return result;
  }

  /** The suite for the next call. */
  int suite(BmcAccess access) {
    return access.kind() == BmcKind.IPMI_SUITE_3
        ? inUse.getOrDefault(access.address(), BEST)
        : BEST;
  }

  private boolean mayFallBack(BmcAccess access) {
    return access.kind() == BmcKind.IPMI_SUITE_3 && !inUse.containsKey(access.address());
  }

  private static boolean isNotAgreed(ProcessResult result) {
    String said = result.output() + result.errors();
    return NOT_AGREED.stream().anyMatch(said::contains);
  }

  private void remember(BmcAccess access, int suite) {
    Integer before = inUse.put(access.address(), suite);
    if (before != null && before == suite) {
      return;
    }
    if (suite == OLD) {
      log.warn(
          "BMC {} does not take cipher suite 17: 3 (HMAC-SHA1) is used, as its entry allows",
          access.address());
    } else {
      log.info("BMC {} is spoken to with cipher suite {}", access.address(), suite);
    }
  }
}
