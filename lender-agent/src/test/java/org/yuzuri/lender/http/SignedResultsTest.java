package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.lender.http.guard.ResultSignature;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Sha256;

/** What a server signs, over real HTTP; this test is the server, and whoever would like to be. */
final class SignedResultsTest {

  private static final String ERASED =
      "{\"disks\":[{\"id\":\"ä\",\"device\":\"/dev/vda\",\"sizeBytes\":9,\"method\":\"zero\","
          + "\"writtenBytes\":9,\"readBackBytes\":9,\"verified\":true,\"problem\":null}],"
          + "\"skipped\":[],\"problem\":null}";
  private static final String INSPECTED =
      "{\"bootMode\":\"BIOS\",\"cpuModel\":\"CPU\",\"cores\":2,\"memoryMib\":900,\"serial\":\"\","
          + "\"vendor\":\"QEMU\",\"model\":\"PC\",\"disks\":[],\"cards\":[],\"console\":\"\"}";

  @TempDir Path directory;

  private final TestKey key = new TestKey();
  private TestBootServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestBootServer(directory);
    server.serve(BootCommands.install().address("127.0.0.1/8").buildErase());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void signedResultNamesTheKeyThatSignedIt() {
    assertThat(post("erased", ERASED, key.encoded(), key.signature(ERASED)).statusCode())
        .isEqualTo(200);
    server.serve(BootCommands.install().address("127.0.0.1/8").buildInspect());
    assertThat(post("inspected", INSPECTED, key.encoded(), key.signature(INSPECTED)).statusCode())
        .isEqualTo(200);

    Sha256 expected = key.fingerprint();
    assertThat(((Erased) server.reports.get(0)).signedBy()).isEqualTo(expected);
    assertThat(((Inspected) server.reports.get(1)).signedBy()).isEqualTo(expected);
  }

  @Test
  void resultOfAKeyThatTheConsoleHasNotShownYetIsToBeToldAgain() {
    server.serve(
        BootCommands.install().address("127.0.0.1/8").console("127.0.0.1:9611").buildErase());

    var early = post("erased", ERASED, key.encoded(), key.signature(ERASED));
    server.shown.add(key.fingerprint());
    var again = post("erased", ERASED, key.encoded(), key.signature(ERASED));

    assertThat(early.statusCode()).isEqualTo(425);
    assertThat(early.body()).startsWith("KEY_NOT_SEEN");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(server.reports).hasSize(1);
  }

  @Test
  void signedResultEndsTheBootFilesAndOneThatAnybodyMayHaveSentDoesNot() {
    assertThat(post("erased", ERASED, null, null).statusCode()).isEqualTo(403);
    assertThat(server.get("script").statusCode()).isEqualTo(200);

    post("erased", ERASED, key.encoded(), key.signature(ERASED));
    assertThat(server.get("script").statusCode()).isEqualTo(410);
    assertThat(post("erased", ERASED, key.encoded(), key.signature(ERASED)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void resultWithoutSignatureIsRefusedAndToldAsAMatterOfSecurity() {
    isUnsigned("erased", ERASED);
    isUnsigned("erased", ERASED);
    server.serve(BootCommands.install().address("127.0.0.1/8").buildInspect());
    isUnsigned("inspected", INSPECTED);
    isUnsigned("probed", "{\"neighbours\":[],\"bmcs\":[],\"problem\":null}");

    assertThat(server.reports)
        .isNotEmpty()
        .allSatisfy(
            report -> assertThat(((TokenProblem) report).what()).isEqualTo(TokenMisuse.NOT_SIGNED));
  }

  private void isUnsigned(String call, String body) {
    HttpResponse<String> answer = post(call, body, null, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body())
        .startsWith("NOT_SIGNED: " + call + " has no signature, expected X-Yuzuri-Key and");
  }

  @Test
  void sameResultSignedByAnotherIsAnotherReport() {
    TestKey other = new TestKey();
    post("erased", ERASED, other.encoded(), other.signature(ERASED));
    post("erased", ERASED, key.encoded(), key.signature(ERASED));
    post("erased", ERASED, key.encoded(), key.signature(ERASED));

    assertThat(server.reports).hasSize(3);
    assertThat(server.reports.stream().map(AgentReport::reportId).distinct()).hasSize(2);
  }

  @Test
  void signatureThatIsNotOfThisBodyByThisKeyIsRefused() {
    refused(key.encoded(), key.signature(ERASED + " "), "is not one of the body");
    refused(new TestKey().encoded(), key.signature(ERASED), "is not one of the body");
    refused(key.encoded(), base64(new byte[64]), "X-Yuzuri-Signature cannot be checked");
    refused(key.encoded(), base64(zeroSignature()), "X-Yuzuri-Signature");
    refused(key.encoded(), "", "X-Yuzuri-Signature");
  }

  @Test
  void onlyKeysOfP256AreTaken() throws GeneralSecurityException {
    TestKey other = new TestKey("secp384r1");
    refused(other.encoded(), key.signature(ERASED), "X-Yuzuri-Key");
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024);
    refused(
        base64(rsa.generateKeyPair().getPublic().getEncoded()),
        key.signature(ERASED),
        "X-Yuzuri-Key");
    refused("AAAA", key.signature(ERASED), "SubjectPublicKeyInfo of a P-256 key");
    refused("not Base64!", key.signature(ERASED), "X-Yuzuri-Key is not Base64");
  }

  @Test
  void keyHasOneEncodingOnly() {
    byte[] longer = Arrays.copyOf(key.publicKey(), 92);
    refused(base64(longer), key.signature(ERASED), "X-Yuzuri-Key");
    byte[] offTheCurve = key.publicKey();
    offTheCurve[90] ^= 1;
    refused(base64(offTheCurve), key.signature(ERASED), "X-Yuzuri-");
  }

  @Test
  void oneHeaderWithoutTheOtherIsRefused() {
    refused(key.encoded(), null, "X-Yuzuri-Signature is missing");
    refused(null, key.signature(ERASED), "X-Yuzuri-Key is missing");
  }

  @Test
  void headersThatAreTooLongOrComeTwiceAreRefused() {
    refused("A".repeat(8000), key.signature(ERASED), "8000 characters, expected once with at most");
    HttpRequest.Builder twice = server.request("erased").header(ResultSignature.KEY, key.encoded());
    twice.header(ResultSignature.SIGNATURE, key.signature(ERASED));
    twice.header(ResultSignature.KEY, new TestKey().encoded());
    HttpResponse<String> answer = server.send(twice.POST(BodyPublishers.ofString(ERASED)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("comes 2 times");
    assertThat(server.reports).isEmpty();
  }

  private void refused(String keyHeader, String signature, String why) {
    HttpResponse<String> answer = post("erased", ERASED, keyHeader, signature);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
    assertThat(server.reports).isEmpty();
  }

  private HttpResponse<String> post(String path, String body, String keyHeader, String signature) {
    HttpRequest.Builder request = server.request(path).POST(BodyPublishers.ofString(body));
    if (keyHeader != null) {
      request.header(ResultSignature.KEY, keyHeader);
    }
    if (signature != null) {
      request.header(ResultSignature.SIGNATURE, signature);
    }
    return server.send(request);
  }

  /** SEQUENCE of INTEGER 0 twice, which some implementations took for a signature of anything. */
  private static byte[] zeroSignature() {
    return new BigInteger("3006020100020100", 16).toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
