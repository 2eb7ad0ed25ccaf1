package org.yuzuri.portal.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.charset.StandardCharsets;

/** Keeps a secret text encrypted in a VARBINARY or BLOB column; use by {@code @Convert}. */
@Converter
public class EncryptedText implements AttributeConverter<String, byte[]> {

  @Override
  public byte[] convertToDatabaseColumn(String plain) {
    return plain == null
        ? null
        : ColumnCipher.ofThePortal().encrypt(plain.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String convertToEntityAttribute(byte[] stored) {
    return stored == null
        ? null
        : new String(ColumnCipher.ofThePortal().decrypt(stored), StandardCharsets.UTF_8);
  }
}
