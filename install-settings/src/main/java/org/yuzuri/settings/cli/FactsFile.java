package org.yuzuri.settings.cli;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.facts.InvalidFactsException;
import org.yuzuri.settings.facts.Nic;
import org.yuzuri.settings.facts.TransferHooks;
import org.yuzuri.settings.release.Release;

/** {@code FACTS.json}; what is wrong is told by field, value and what was expected. */
record FactsFile(
    @Nullable String hostname,
    @Nullable Firmware bootMode,
    @Nullable String console,
    @Nullable List<NicEntry> nics,
    @Nullable List<DiskEntry> disks,
    @Nullable Hooks hooks,
    @Nullable String tenantRange,
    @Nullable Long memoryMib,
    @Nullable String timeServer) {

  private static final int DEEPEST = 8;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .withConfigOverride(
              List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  record NicEntry(
      @Nullable String mac,
      @Nullable String address,
      @Nullable String gateway,
      @Nullable List<String> dns) {

    Nic nic() {
      return new Nic(
          given("nics.mac", mac, "a text"),
          given("nics.address", address, "a text"),
          given("nics.gateway", gateway, "a text"),
          dns == null ? List.of() : dns);
    }
  }

  record DiskEntry(
      @Nullable String id,
      @Nullable String device,
      @Nullable Long sizeGib,
      @Nullable Boolean mayTouch) {

    Disk disk() {
      return new Disk(
          given("disks.id", id, "a text"),
          given("disks.device", device, "a text"),
          given("disks.size_gib", sizeGib, "a whole number"),
          mayTouch == null || mayTouch);
    }
  }

  record Hooks(@Nullable String installRoot) {

    TransferHooks hooks(Release release) {
      return installRoot == null ? TransferHooks.of(release) : new TransferHooks(installRoot);
    }
  }

  /**
   * Reads the facts; they need not yet fit together.
   *
   * @throws UnusableException the text is no JSON
   * @throws InvalidFactsException a field is unknown or not of its type
   */
  static FactsFile read(String json) throws UnusableException {
    JsonNode tree = tree(json);
    try {
      return given("facts", MAPPER.treeToValue(tree, FactsFile.class), "a JSON object");
    } catch (MismatchedInputException mismatched) {
      String expected =
          mismatched instanceof UnrecognizedPropertyException unknown
              ? "one of the fields " + unknown.getKnownPropertyIds()
              : expected(mismatched.getTargetType());
      throw new InvalidFactsException(field(mismatched), value(mismatched, tree), expected);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON is read", impossible);
    }
  }

  private static JsonNode tree(String json) throws UnusableException {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new UnusableException("the facts are no JSON: " + broken.getOriginalMessage());
    }
  }

  /**
   * The facts for settings of this release.
   *
   * @throws InvalidFactsException a field is missing or not what it must be
   */
  Facts facts(Release release) {
    return new Facts(
        given("hostname", hostname, "a text"),
        given("boot_mode", bootMode, expected(Firmware.class)),
        console == null ? "" : console,
        given("nics", nics, "a list").stream().map(NicEntry::nic).toList(),
        given("disks", disks, "a list").stream().map(DiskEntry::disk).toList(),
        Optional.ofNullable(hooks).map(given -> given.hooks(release)),
        Optional.ofNullable(tenantRange),
        Optional.ofNullable(memoryMib),
        Optional.ofNullable(timeServer));
  }

  private static <T> T given(String field, @Nullable T value, String expected) {
    if (value == null) {
      throw new InvalidFactsException(field, "null", expected);
    }
    return value;
  }

  private static String field(MismatchedInputException mismatched) {
    String path =
        mismatched.getPath().stream()
            .map(step -> step.getFieldName())
            .filter(name -> name != null)
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "facts" : path;
  }

  private static String value(MismatchedInputException mismatched, JsonNode facts) {
    JsonNode found = facts;
    for (JsonMappingException.Reference step : mismatched.getPath()) {
      String name = step.getFieldName();
      found = name == null ? found.path(step.getIndex()) : found.path(name);
    }
    return found.isValueNode() ? found.asText() : found.toString();
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "something else";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(" or "));
    }
    return switch (type.getSimpleName()) {
      case "String" -> "a text";
      case "Long", "long" -> "a whole number";
      case "Boolean", "boolean" -> "true or false";
      default -> Collection.class.isAssignableFrom(type) ? "a list" : "a JSON object";
    };
  }
}
