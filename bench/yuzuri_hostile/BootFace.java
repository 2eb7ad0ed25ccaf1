package org.yuzuri.lender.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.yuzuri.lender.BootCommands;

/**
 * The lender agent's HTTP server with one boot, whose server is this machine. Prints its port, what
 * is in front of a call's name, and then, for every line that it reads, how many reports there are.
 */
final class BootFace {

  public static void main(String[] arguments) throws IOException {
    PrintStream words = System.out;
    System.setOut(System.err); // what is logged
    try (TestBootServer face = new TestBootServer(Path.of(arguments[0]));
        BufferedReader input =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      face.serve(BootCommands.install().address("127.0.0.1/8").build());
      words.println(face.port() + " " + face.path(""));
      while (input.readLine() != null) {
        words.println(face.reports.size());
      }
    }
  }
}
