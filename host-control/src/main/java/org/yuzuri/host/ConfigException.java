package org.yuzuri.host;

import java.nio.file.Path;
import java.util.List;

/** The configuration cannot be used; the text lists every problem. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConfigException(Path file, List<String> problems) {
    super(file + ":\n  " + String.join("\n  ", problems));
  }
}
