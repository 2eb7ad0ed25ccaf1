package org.yuzuri.portal.image;

import java.time.Instant;

/**
 * A file of a boot image, as pages show it.
 *
 * @param position order among the files of its role, from 0
 * @param sha256 64 hexadecimal digits
 */
public record BootImageFileView(
    long id,
    FileRole role,
    int position,
    String fileName,
    String sha256,
    long sizeBytes,
    Instant uploadedAt) {}
