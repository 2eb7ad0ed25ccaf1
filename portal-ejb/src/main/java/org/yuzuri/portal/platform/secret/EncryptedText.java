package org.yuzuri.portal.platform.secret;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps a secret text encrypted in a VARBINARY or BLOB column; use by {@code @Convert}. */
@Converter
public class EncryptedText implements AttributeConverter<String, byte[]> {

  @Override
  public byte @Nullable [] convertToDatabaseColumn(@Nullable String plain) {
    return plain == null
        ? null
        : ColumnCipher.ofThePortal().encrypt(plain.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable String convertToEntityAttribute(byte @Nullable [] stored) {
    return stored == null
        ? null
        : new String(ColumnCipher.ofThePortal().decrypt(stored), StandardCharsets.UTF_8);
  }
}
