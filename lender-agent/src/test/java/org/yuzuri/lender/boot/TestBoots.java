package org.yuzuri.lender.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yuzuri.wire.command.EnsureBoot;

/** Boots with small files, for tests of the endpoints. */
public final class TestBoots {

  private final Path directory;
  private final DeadTokens deadTokens;
  private final ActiveBoots boots;

  public TestBoots(Path directory) {
    this.directory = directory;
    this.deadTokens = new DeadTokens(directory.resolve("dead"));
    this.boots = new ActiveBoots(directory.resolve("boots"), deadTokens);
  }

  public ActiveBoots boots() {
    return boots;
  }

  public DeadTokens deadTokens() {
    return deadTokens;
  }

  public void serve(EnsureBoot command) {
    Map<String, Path> initrds = new LinkedHashMap<>();
    for (String name : new String[] {"0", "overlay", ActiveBoot.TRANSFER}) {
      initrds.put(name, file(name));
    }
    boots.put(new ActiveBoot(command, file("kernel"), initrds));
  }

  public void withdraw(EnsureBoot command) {
    boots.remove(command.mac());
  }

  private Path file(String name) {
    try {
      return Files.writeString(directory.resolve(name), "bytes of " + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
