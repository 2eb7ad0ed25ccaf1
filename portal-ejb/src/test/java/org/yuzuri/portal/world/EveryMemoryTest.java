package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in memory for the database is held to it: by one contract that both pass. */
class EveryMemoryTest {

  private static final Path CLASSES =
      Path.of(EveryMemoryTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());

  @Test
  void repositoriesInMemoryPassTheContractOfTheDatabase() throws Exception {
    List<Class<?>> inMemory = inMemory();

    assertThat(inMemory).isNotEmpty();
    for (Class<?> memory : inMemory) {
      Class<?> kept =
          Stream.of(memory.getInterfaces())
              .filter(face -> face.getPackage().equals(memory.getPackage()))
              .findFirst()
              .orElseThrow();
      Class<?> contract = Class.forName(kept.getName() + "Contract");
      assertThat(contract).isAssignableFrom(Class.forName(memory.getName() + "Test"));
      assertThat(contract).isAssignableFrom(Class.forName(kept.getName() + "IT"));
    }
  }

  private static List<Class<?>> inMemory() throws IOException, ClassNotFoundException {
    List<String> names;
    try (Stream<Path> files = Files.walk(CLASSES)) {
      names =
          files
              .map(file -> CLASSES.relativize(file).toString())
              .filter(file -> file.matches(".*/Memory[A-Z][a-z]+\\.class"))
              .filter(file -> !file.startsWith("org/yuzuri/portal/world/"))
              .map(file -> file.replace(".class", "").replace('/', '.'))
              .toList();
    }
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(Class.forName(name));
    }
    return classes;
  }
}
