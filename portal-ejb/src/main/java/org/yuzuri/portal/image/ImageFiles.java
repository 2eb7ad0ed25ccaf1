package org.yuzuri.portal.image;

import java.util.List;
import java.util.Optional;

/**
 * The uploaded files of an image by their hashes, to be looked into outside a transaction. A result
 * for other files than the image has by then is not stored.
 */
public record ImageFiles(String kernel, List<String> initrds, Optional<String> modules) {}
