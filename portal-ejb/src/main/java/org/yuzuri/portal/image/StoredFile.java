package org.yuzuri.portal.image;

/**
 * A file in the store.
 *
 * @param sha256 of the content, 64 hexadecimal digits
 */
public record StoredFile(String sha256, long sizeBytes) {}
