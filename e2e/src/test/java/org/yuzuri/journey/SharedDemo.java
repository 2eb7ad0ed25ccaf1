package org.yuzuri.journey;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the one demo of a test run, and its one table of attacks, to whoever asks for it. The first
 * server of its rack has BIOS firmware, the second has UEFI.
 */
final class SharedDemo implements ParameterResolver {
  private static final Path STATE = Commands.ROOT.resolve("target/e2e");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type.equals(Demo.class) || type.equals(AttackTable.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = store(context);
    if (parameter.getParameter().getType().equals(AttackTable.class)) {
      return store.getOrComputeIfAbsent(
          AttackTable.class, type -> new AttackTable(), AttackTable.class);
    }
    return store.getOrComputeIfAbsent(
        Demo.class, type -> Demo.start(STATE, "--uefi", "2"), Demo.class);
  }

  /** The demo, if a class has asked for it yet and it could be started. */
  static Optional<Demo> running(ExtensionContext context) {
    return Optional.ofNullable(store(context).get(Demo.class, Demo.class));
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getRoot().getStore(Namespace.create(SharedDemo.class));
  }
}
