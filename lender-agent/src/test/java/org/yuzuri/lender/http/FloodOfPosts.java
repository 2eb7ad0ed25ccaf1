package org.yuzuri.lender.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests as fast as they are read, many of them at once over each connection. */
final class FloodOfPosts {

  private static final int AT_ONCE = 500;
  private static final int PATIENCE_MILLISECONDS = 10_000;
  private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1.1 (\\d+)");

  private final int port;

  /** To a server at this port of the loopback interface. */
  FloodOfPosts(int port) {
    this.port = port;
  }

  /** How many were answered with which status; 0 stands for none. */
  static final class Answers {

    private final Map<Integer, Integer> counts = new TreeMap<>();

    private void add(int status, int number) {
      counts.merge(status, number, Integer::sum);
    }

    void add(Answers others) {
      others.counts.forEach(this::add);
    }

    int of(int status) {
      return counts.getOrDefault(status, 0);
    }

    int sent() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<Integer, Integer> counts() {
      return counts;
    }
  }

  /**
   * Sends so many, on over a new connection wherever the server hangs up.
   *
   * @param source address on the loopback interface
   * @param requests by their number from 0 on
   */
  Answers send(String source, int number, IntFunction<String> requests) throws IOException {
    Answers answers = new Answers();
    for (int sent = 0; sent < number; sent += AT_ONCE) {
      int size = Math.min(AT_ONCE, number - sent);
      StringBuilder text = new StringBuilder();
      for (int at = sent; at < sent + size; at++) {
        text.append(requests.apply(at));
      }
      int answered = 0;
      Matcher found = STATUS.matcher(answer(source, text.toString()));
      while (found.find()) {
        answers.add(Integer.parseInt(found.group(1)), 1);
        answered++;
      }
      if (answered < size) {
        answers.add(0, size - answered);
      }
    }
    return answers;
  }

  private String answer(String source, String text) throws IOException {
    StringBuilder answer = new StringBuilder();
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(source), 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      byte[] part = new byte[8192];
      int length = socket.getInputStream().read(part);
      while (length >= 0) {
        answer.append(new String(part, 0, length, StandardCharsets.US_ASCII));
        length = socket.getInputStream().read(part);
      }
    } catch (SocketException hungUp) {
      // What was answered before counts.
    }
    return answer.toString();
  }
}
