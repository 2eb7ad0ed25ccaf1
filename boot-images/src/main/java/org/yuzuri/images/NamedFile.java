package org.yuzuri.images;

import java.nio.file.Path;

/**
 * A file of a boot image as people know it.
 *
 * @param path where its content lies
 * @param name what findings call it
 */
public record NamedFile(Path path, String name) {}
