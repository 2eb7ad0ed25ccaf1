package org.yuzuri.portal.inspection;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.boot.HardwareFacts;

/** Keeps what was found as it came over the wire. */
@Converter
public class HardwareFactsText implements AttributeConverter<HardwareFacts, String> {

  private static final WireCodec CODEC = new WireCodec();

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable HardwareFacts facts) {
    return facts == null ? null : CODEC.encode(facts);
  }

  @Override
  public @Nullable HardwareFacts convertToEntityAttribute(@Nullable String stored) {
    return stored == null ? null : CODEC.decode(stored, HardwareFacts.class);
  }
}
