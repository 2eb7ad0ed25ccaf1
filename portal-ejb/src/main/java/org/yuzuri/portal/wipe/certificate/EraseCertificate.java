package org.yuzuri.portal.wipe.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.wipe.WipeRecordView;
import org.yuzuri.wire.value.Sha256;

/**
 * What is certified of one lease's server.
 *
 * @param server as the datacenter calls it
 * @param handedOverAt null when the tenant never had it
 * @param cutOffAt when the tenant was cut off
 * @param record the evidence
 */
public record EraseCertificate(
    long leaseId,
    String server,
    @Nullable Instant handedOverAt,
    @Nullable Instant cutOffAt,
    WipeRecordView record) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** How well a disk of it was erased. */
  public EraseLevel level(WipeRecordView.Disk disk) {
    return EraseLevel.of(disk.method());
  }

  /** As it is signed: JSON, instants in ISO 8601, UTC, sizes in bytes. */
  public String text() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", "yuzuri-erasure-certificate");
    facts.put("format", 1);
    facts.put("lease", leaseId);
    facts.put("server", server);
    facts.put("handedOverAt", Objects.toString(handedOverAt, null));
    facts.put("cutOffAt", Objects.toString(cutOffAt, null));
    facts.put("erasedAt", record.writtenAt().toString());
    facts.put("wipe", record.wipeId());
    facts.put("levels", "NIST SP 800-88 Rev. 1, 2.5");
    facts.put("disks", record.disks().stream().map(this::facts).toList());
    facts.put(
        "notErased",
        record.leftOut().stream()
            .map(
                device ->
                    Map.of("id", device.id(), "device", device.device(), "reason", device.reason()))
            .toList());
    try {
      return JSON.writeValueAsString(facts) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("facts that are no JSON", impossible);
    }
  }

  /** SHA-256 of {@link #text()}, in hexadecimal digits. */
  public String textSha256() {
    return Sha256.ofText(text()).hex();
  }

  private Map<String, Object> facts(WipeRecordView.Disk disk) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", disk.id());
    facts.put("device", disk.device());
    facts.put("sizeBytes", disk.sizeBytes());
    facts.put("method", disk.method());
    facts.put("level", level(disk).name());
    facts.put("readBackBytes", disk.readBackBytes());
    return facts;
  }

  /** All disks' share that was read back, as a list shows it. */
  public List<WipeRecordView.Disk> disks() {
    return record.disks();
  }
}
