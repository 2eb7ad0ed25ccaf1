package org.yuzuri.portal.it;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.call.RenewalAnswer;
import org.yuzuri.wire.call.RenewalRequest;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Secret;

/** A daemon's TLS side: trusts the portal's root only, shows its certificate once it has one. */
final class TestDaemon {

  record Answer(int status, String body) {}

  private static final char[] NO_PASSWORD = new char[0];
  private static final String BASE =
      "https://localhost:" + System.getenv().getOrDefault("PORTAL_AGENT_PORT", "8444");

  /** Shared, so that hundreds of daemons do not have as many pools. */
  private static final Executor THREADS = ForkJoinPool.commonPool();

  private final Path security;
  private KeyPair key = newKey();
  private SSLContext tls;
  private HttpClient client;

  TestDaemon(Path security) throws GeneralSecurityException, IOException {
    this.security = security;
    client = client(null);
  }

  /** A daemon that somebody else has certified. */
  TestDaemon(Path security, KeyPair key, String chain)
      throws GeneralSecurityException, IOException {
    this.security = security;
    this.key = key;
    client = client(chain);
  }

  static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** The same daemon as it is now: it goes on to show the certificate that this one has. */
  TestDaemon copy() throws GeneralSecurityException, IOException {
    TestDaemon copy = new TestDaemon(security);
    copy.client = client;
    return copy;
  }

  /** Asks for the next certificate, for a new key, and shows it from then on. */
  Answer renew() throws Exception {
    key = newKey();
    Answer answer = post("renewals", new WireCodec().encode(new RenewalRequest(request(), null)));
    if (answer.status() == 200) {
      RenewalAnswer renewed = new WireCodec().decode(answer.body(), RenewalAnswer.class);
      client = client(renewed.certificateChain());
    }
    return answer;
  }

  Answer enrol(String kind, String token) throws Exception {
    return enrol(DaemonKind.valueOf(kind), token, null);
  }

  /** Enrols a tenant's gateway, with a second key for its tunnels. */
  Answer enrolGateway(String token) throws Exception {
    return enrol(DaemonKind.TENANT_GATEWAY, token, request(newKey()));
  }

  private Answer enrol(DaemonKind kind, String token, String ipsecCsr) throws Exception {
    EnrolmentRequest asked = new EnrolmentRequest(new Secret(token), kind, request(), ipsecCsr);
    Answer answer = post("enrolments", new WireCodec().encode(asked));
    if (answer.status() == 200) {
      EnrolmentAnswer enrolled = new WireCodec().decode(answer.body(), EnrolmentAnswer.class);
      client = client(enrolled.certificateChain());
    }
    return answer;
  }

  /** Version of TLS that it is answered with, such as {@code TLSv1.3}. */
  String protocol() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri("commands?after=0")).build();
    return client.send(request, BodyHandlers.discarding()).sslSession().orElseThrow().getProtocol();
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  /** Begins a call; the answer may take as long as the portal lets it. */
  CompletableFuture<Answer> getLater(String path) {
    return client
        .sendAsync(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString())
        .thenApply(response -> new Answer(response.statusCode(), response.body()));
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** In how many seconds a body that is refused may come again, as the answer says. */
  int retryAfterSeconds(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return Integer.parseInt(
        client
            .send(request, BodyHandlers.discarding())
            .headers()
            .firstValue("Retry-After")
            .orElseThrow());
  }

  /** A connection on which anything may be sent. */
  Socket connect() throws IOException {
    URI base = URI.create(BASE);
    return tls.getSocketFactory().createSocket(base.getHost(), base.getPort());
  }

  private static URI uri(String path) {
    return URI.create(BASE + "/agent/v1/" + path).normalize();
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  private String request() throws OperatorCreationException, IOException {
    return request(key);
  }

  /** A request for a key's certificate: PKCS#10 in PEM. */
  static String request(KeyPair key) throws OperatorCreationException, IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(
          new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=test"), key.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
    }
    return text.toString();
  }

  private HttpClient client(String chain) throws GeneralSecurityException, IOException {
    KeyStore trust = empty();
    trust.setCertificateEntry(
        "root", certificates(Files.newInputStream(security.resolve("portal-trust.pem")))[0]);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(trust);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    KeyStore keys = empty();
    if (chain != null) {
      Certificate[] path =
          certificates(new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)));
      keys.setKeyEntry("daemon", key.getPrivate(), NO_PASSWORD, path);
    }
    own.init(keys, NO_PASSWORD);
    tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .executor(THREADS)
        .sslContext(tls)
        .build();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static Certificate[] certificates(InputStream pem)
      throws GeneralSecurityException, IOException {
    try (pem) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(pem)
          .toArray(new Certificate[0]);
    }
  }
}
