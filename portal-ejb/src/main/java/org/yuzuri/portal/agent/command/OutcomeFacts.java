package org.yuzuri.portal.agent.command;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.command.CommandOutcome;

/** Keeps the facts of an outcome as they came over the wire; none as null. */
@Converter
public class OutcomeFacts implements AttributeConverter<Map<String, String>, String> {

  private static final WireCodec CODEC = new WireCodec();

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Map<String, String> facts) {
    return facts == null || facts.isEmpty() ? null : CODEC.encode(new CommandOutcome.Done(facts));
  }

  @Override
  public Map<String, String> convertToEntityAttribute(@Nullable String stored) {
    return stored == null ? Map.of() : CODEC.decode(stored, CommandOutcome.Done.class).facts();
  }
}
