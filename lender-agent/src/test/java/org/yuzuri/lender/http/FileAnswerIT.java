package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A boot file of 5 GiB, which this JVM's heap cannot hold; sparse, so that it takes no disk. */
final class FileAnswerIT {

  private static final byte[] LAST = {'e', 'n', 'd'};

  private final CountDownLatch sentWhole = new CountDownLatch(1);
  private final HttpClient http = HttpClient.newHttpClient();
  private final long size = 5L << 30;
  private Undertow server;
  private URI address;

  @BeforeEach
  void serve(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("stage2.img");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.seek(size - LAST.length);
      sparse.write(LAST);
    }
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(
                exchange ->
                    exchange.dispatch(() -> FileAnswer.send(exchange, file, sentWhole::countDown)))
            .build();
    server.start();
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    address = URI.create("http://127.0.0.1:" + port + "/");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void fileLargerThanTheHeapArrivesWhole() throws Exception {
    assertThat(Runtime.getRuntime().maxMemory()).as("heap of this JVM").isLessThan(size);

    HttpResponse<InputStream> answer =
        http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());

    try (InputStream body = answer.body()) {
      assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(size);
    }
    assertThat(sentWhole.await(10, TimeUnit.SECONDS)).as("noticed that all was sent").isTrue();
  }

  @Test
  void lastPartIsServedAlone() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Range", "bytes=" + (size - LAST.length) + "-")
            .build();

    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(LAST);
  }
}
