package org.yuzuri.settings.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.facts.BootMode;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.InvalidFactsException;
import org.yuzuri.settings.facts.Nic;
import org.yuzuri.settings.facts.TransferHooks;
import org.yuzuri.settings.release.Release;

/** Reads {@code FACTS.json}; says which field is wrong, with its value and what was expected. */
final class FactsReader {

  private static final int DEEPEST = 8;
  private static final Set<String> FIELDS =
      Set.of(
          "hostname",
          "boot_mode",
          "console",
          "nics",
          "disks",
          "hooks",
          "tenant_range",
          "memory_mib",
          "time_server");

  private FactsReader() {}

  static Facts read(String json, Release release) throws IOException, UsageException {
    Object root;
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      root = value(parser, 0);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UsageException("the facts are no JSON: " + e.getOriginalMessage());
    }
    Fields fields = new Fields("", root);
    fields.refuseOthers(FIELDS);
    return new Facts(
        fields.text("hostname"),
        bootMode(fields.text("boot_mode")),
        fields.textOr("console", ""),
        fields.list("nics").stream().map(FactsReader::nic).toList(),
        fields.list("disks").stream().map(FactsReader::disk).toList(),
        hooks(fields, release),
        fields.find("tenant_range").map(Object::toString),
        fields.find("memory_mib").map(value -> fields.number("memory_mib")),
        fields.find("time_server").map(Object::toString));
  }

  private static Optional<TransferHooks> hooks(Fields fields, Release release) {
    return fields
        .find("hooks")
        .map(value -> new Fields("hooks.", value))
        .map(
            hooks -> {
              hooks.refuseOthers(Set.of("install_root"));
              return new TransferHooks(
                  hooks.textOr("install_root", TransferHooks.of(release).installRoot()));
            });
  }

  private static BootMode bootMode(String text) {
    for (BootMode mode : BootMode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
        return mode;
      }
    }
    throw new InvalidFactsException("boot_mode", text, "bios or uefi");
  }

  private static Nic nic(Object value) {
    Fields fields = new Fields("nics.", value);
    fields.refuseOthers(Set.of("mac", "address", "gateway", "dns"));
    List<String> dns = new ArrayList<>();
    fields.find("dns").ifPresent(list -> fields.list("dns").forEach(d -> dns.add(d.toString())));
    return new Nic(fields.text("mac"), fields.text("address"), fields.text("gateway"), dns);
  }

  private static Disk disk(Object value) {
    Fields fields = new Fields("disks.", value);
    fields.refuseOthers(Set.of("id", "device", "size_gib", "may_touch"));
    boolean mayTouch = fields.find("may_touch").map(Boolean.TRUE::equals).orElse(true);
    return new Disk(fields.text("id"), fields.text("device"), fields.number("size_gib"), mayTouch);
  }

  private static Object value(JsonParser parser, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new InvalidFactsException("facts", "…", "at most " + DEEPEST + " levels");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        object.put(name, value(parser, depth + 1));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser, depth + 1));
      }
      return list;
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getLongValue();
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return parser.getBooleanValue();
    }
    return token == null ? "" : parser.getText();
  }
}
