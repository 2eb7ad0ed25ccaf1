package org.yuzuri.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.call.UnreadableCommand;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.value.Fence;

/**
 * Messages to JSON and back. Strict: an unknown type, an unknown field, a missing field or a value
 * out of range is a {@link MalformedMessageException} that names it.
 *
 * <p>Immutable and safe for threads.
 */
public final class WireCodec {

  private final JsonMapper mapper;

  public WireCodec() {
    mapper =
        JsonMapper.builder()
            .addModule(new WireModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();
    Stream.of(AgentCommand.class, AgentReport.class, CommandOutcome.class)
        .flatMap(MessageTypes::of)
        .forEach(this::register);
  }

  private void register(Class<?> type) {
    mapper.registerSubtypes(new NamedType(type, type.getSimpleName()));
  }

  /** Writes any message of this module. */
  public String encode(Object message) {
    try {
      return mapper.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw Malformed.because(message.getClass(), e);
    }
  }

  /** Reads one message; for a command, report or outcome pass the sealed interface. */
  public <T> T decode(String json, Class<T> type) {
    T message;
    try {
      message = mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw Malformed.because(type, e);
    }
    if (message == null) {
      throw new MalformedMessageException(type.getSimpleName() + " is null", null);
    }
    return message;
  }

  /** Writes the answer to a daemon that asks for its commands. */
  public String encodeCommands(long epoch, List<SequencedCommand> commands) {
    ObjectNode answer = mapper.createObjectNode().put("epoch", epoch);
    ArrayNode list = answer.putArray("commands");
    for (SequencedCommand command : commands) {
      ObjectNode node = mapper.valueToTree(command.command());
      list.add(node.put("sequence", command.sequence()));
    }
    return answer.toString();
  }

  /** Reads what {@link #encodeCommands} wrote; a command that cannot be read is set apart. */
  public CommandList decodeCommands(String json) {
    List<SequencedCommand> commands = new ArrayList<>();
    List<UnreadableCommand> unreadable = new ArrayList<>();
    JsonNode answer = answer(json);
    for (JsonNode node : commandNodes(answer)) {
      long sequence = node.path("sequence").longValue();
      ObjectNode command = ((ObjectNode) node).deepCopy();
      command.remove("sequence");
      try {
        commands.add(
            new SequencedCommand(sequence, mapper.treeToValue(command, AgentCommand.class)));
      } catch (JsonProcessingException e) {
        String problem = Malformed.text(AgentCommand.class, e);
        unreadable.add(new UnreadableCommand(sequence, readableId(node), problem));
      }
    }
    return new CommandList(epoch(answer), commands, unreadable);
  }

  private JsonNode answer(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw Malformed.because(CommandList.class, e);
    }
  }

  /** Journals from before there were epochs have none. */
  private static long epoch(JsonNode answer) {
    JsonNode epoch = answer.path("epoch");
    boolean known = epoch.isIntegralNumber() && epoch.canConvertToLong();
    if (!epoch.isMissingNode() && (!known || !Fence.isEpoch(epoch.longValue()))) {
      throw new MalformedMessageException(
          "epoch is " + epoch + ", expected 0 to " + Fence.LAST_EPOCH, null);
    }
    return epoch.longValue();
  }

  private static JsonNode commandNodes(JsonNode answer) {
    JsonNode list = answer.path("commands");
    if (!list.isArray()) {
      throw new MalformedMessageException("commands is missing, expected a list", null);
    }
    for (JsonNode node : list) {
      if (!node.isObject() || node.path("sequence").asLong() < 1) {
        throw new MalformedMessageException(
            "commands: sequence is " + node.path("sequence") + ", expected a number from 1", null);
      }
    }
    return list;
  }

  private static @Nullable UUID readableId(JsonNode node) {
    try {
      return UUID.fromString(node.path("id").asText());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
