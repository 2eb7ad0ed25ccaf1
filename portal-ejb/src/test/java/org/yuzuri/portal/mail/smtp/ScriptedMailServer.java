package org.yuzuri.portal.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.yuzuri.portal.mail.smtp.SmtpServer.Security;
import org.yuzuri.portal.pki.key.PrepareKeys;

/**
 * A mail server on the loopback, with a certificate of its own for {@code localhost} and {@code
 * 127.0.0.1}, that refuses what it is told to.
 */
public final class ScriptedMailServer implements AutoCloseable {

  private static final String USER = "portal";
  private static final String PASSWORD = "only-for-tests";

  private final Path directory;
  private final Security security;
  private final SMTPServer server;
  private final List<byte[]> taken = new CopyOnWriteArrayList<>();
  private final List<String> receivers = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  /** A server that wants this kind of connection, and then a log-in. */
  public ScriptedMailServer(Security security) {
    this.security = security;
    try {
      directory = Files.createTempDirectory(Path.of("target"), "smtp");
      PrepareKeys.main(new String[] {directory.toString()});
      Files.writeString(directory.resolve("password"), PASSWORD);
      server = server();
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
    server.start();
  }

  /** What the portal's environment says of it, under this name or address. */
  public Map<String, String> environment(String host) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORTAL_SMTP_HOST", host);
    environment.put("PORTAL_SMTP_PORT", String.valueOf(server.getPortAllocated()));
    environment.put("PORTAL_SMTP_SECURITY", security.name());
    environment.put("PORTAL_SMTP_USER", USER);
    environment.put("PORTAL_SMTP_PASSWORD_FILE", directory.resolve("password").toString());
    environment.put("PORTAL_SMTP_TRUST_FILE", directory.resolve("portal-trust.pem").toString());
    environment.put("PORTAL_MAIL_FROM", "Yuzuri <yuzuri@example.org>");
    environment.put("PORTAL_URL", "https://portal.example.org");
    return environment;
  }

  /** From now on this receiver, {@code MAIL} or {@code DATA} is answered with this number. */
  public void answer(String what, int code) {
    answers.put(what, code);
  }

  /** From now on everything is taken again. */
  public void takeEverything() {
    answers.clear();
  }

  /** The mails that it took. */
  public List<MimeMessage> taken() {
    return taken.stream().map(ScriptedMailServer::parsed).toList();
  }

  /** The receivers that it was told, of mails that it took or not. */
  public List<String> receivers() {
    return receivers;
  }

  /** Ends it; it may be ended before. */
  public void stop() {
    server.stop();
  }

  @Override
  public void close() {
    stop();
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  private SMTPServer server() throws IOException, GeneralSecurityException {
    SMTPServer.Builder builder =
        new SMTPServer.Builder()
            .port(0)
            .messageHandlerFactory(Conversation::new)
            .requireAuth()
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, context) -> {
                      if (!USER.equals(user) || !PASSWORD.equals(password)) {
                        throw new LoginFailedException();
                      }
                    }));
    return switch (security) {
      case STARTTLS ->
          builder.enableTLS().requireTLS().startTlsSocketFactory(certificate()).build();
      case TLS -> builder.serverSocketFactory(certificate()).build();
      case NONE -> builder.build();
    };
  }

  private SSLContext certificate() throws IOException, GeneralSecurityException {
    char[] password = Files.readString(directory.resolve("keystore.password")).toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve("portal-tls.p12"))) {
      store.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static MimeMessage parsed(byte[] message) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private final class Conversation implements MessageHandler {

    Conversation(MessageContext ignored) {}

    @Override
    public void from(String from) throws RejectException {
      answerTo("MAIL");
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      receivers.add(recipient);
      answerTo(recipient);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
      byte[] message = data.readAllBytes();
      answerTo("DATA");
      taken.add(message);
      return "250 taken";
    }

    @Override
    public void done() {}

    private void answerTo(String what) throws RejectException {
      Integer code = answers.get(what);
      if (code != null) {
        throw new RejectException(code, "5.7.1 not today");
      }
    }
  }
}
