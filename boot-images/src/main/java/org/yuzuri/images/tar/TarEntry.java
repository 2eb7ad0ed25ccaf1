package org.yuzuri.images.tar;

/**
 * One entry's header.
 *
 * @param name as written
 * @param regular whether it is a regular file
 * @param sizeBytes of the content
 */
public record TarEntry(String name, boolean regular, long sizeBytes) {}
