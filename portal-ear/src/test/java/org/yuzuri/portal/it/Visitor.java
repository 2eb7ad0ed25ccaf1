package org.yuzuri.portal.it;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen: keeps cookies, follows nothing. */
final class Visitor {

  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String base =
      "http://127.0.0.1:" + System.getenv().getOrDefault("PORTAL_HTTP_PORT", "8080") + "/";
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .connectTimeout(PATIENCE)
          .build();

  /** Logs in through the page. */
  static Visitor loggedInAs(String login, String password)
      throws IOException, InterruptedException {
    Visitor visitor = new Visitor();
    HttpResponse<String> answer = visitor.logIn(login, password);
    if (answer.statusCode() != 302) {
      throw new IllegalStateException("log-in of " + login + " answered " + answer.statusCode());
    }
    return visitor;
  }

  HttpResponse<String> logIn(String login, String password)
      throws IOException, InterruptedException {
    String page = get("login.xhtml").body();
    String form =
        "login=login&login:submit=x"
            + field("login:name", login)
            + field("login:password", password)
            + field("jakarta.faces.ViewState", found(VIEW_STATE, page))
            + field("primefaces.nonce", found(NONCE, page));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "login.xhtml"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).build(),
        BodyHandlers.ofString());
  }

  private static String field(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + page);
    }
    return matcher.group(1);
  }
}
