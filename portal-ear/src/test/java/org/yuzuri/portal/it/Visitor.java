package org.yuzuri.portal.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, follows nothing. */
final class Visitor {

  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final Pattern PUSH =
      Pattern.compile("(jakarta\\.faces\\.push\\\\?/changes\\?[^\"'&]+)");
  private static final String PARTIAL = "&jakarta.faces.partial.ajax=true";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static final String BASE =
      "http://127.0.0.1:" + System.getenv().getOrDefault("PORTAL_HTTP_PORT", "8080") + "/";
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(PATIENCE).build();

  private String header = "X-Nothing";
  private String value = "";

  /** Another one that has got hold of the cookies. */
  Visitor withTheSameCookies() {
    Visitor copy = new Visitor();
    cookies
        .getCookieStore()
        .getCookies()
        .forEach(cookie -> copy.cookies.getCookieStore().add(URI.create(BASE), cookie));
    return copy;
  }

  /** Adds this header to each form, as a browser does. */
  Visitor saying(String name, String text) {
    header = name;
    value = text;
    return this;
  }

  /** What a cookie holds. */
  String cookieValue(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

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
    return press(
        "login.xhtml",
        "login",
        "submit",
        field("login:name", login) + field("login:password", password));
  }

  /** Opens a page and presses a button of one of its forms, with these fields filled in. */
  HttpResponse<String> press(String path, String form, String button, String fields)
      throws IOException, InterruptedException {
    return submit(path, get(path).body(), form, field(form + ":" + button, "x") + fields);
  }

  /** Asks for the rows of the table of a page that is open, as its script does. */
  String rows(String path, String page, String table, String wish)
      throws IOException, InterruptedException {
    String form = table.substring(0, table.indexOf(':'));
    return submit(
            path,
            page,
            form,
            PARTIAL
                + field("jakarta.faces.source", table)
                + field("jakarta.faces.partial.execute", table)
                + field("jakarta.faces.partial.render", table)
                + field(table + "_skipChildren", "true")
                + field(table + "_encodeFeature", "true")
                + wish)
        .body();
  }

  /** Sends a form of a page that is open. */
  HttpResponse<String> submit(String path, String page, String form, String fields)
      throws IOException, InterruptedException {
    String body =
        form
            + "="
            + form
            + fields
            + field("jakarta.faces.ViewState", found(VIEW_STATE, page))
            + field("primefaces.nonce", found(NONCE, page));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(BASE + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(header, value)
            .POST(BodyPublishers.ofString(body));
    if (fields.startsWith(PARTIAL)) {
      request.header("Faces-Request", "partial/ajax");
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Opens a page and listens, as its script does, for what is pushed to it. */
  BlockingQueue<String> listen(String path) throws IOException, InterruptedException {
    return listenAt(found(PUSH, get(path).body()).replace("\\/", "/"));
  }

  /** Listens at this address of the portal. */
  BlockingQueue<String> listenAt(String address) {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    client
        .newWebSocketBuilder()
        .connectTimeout(PATIENCE)
        .buildAsync(
            URI.create(BASE.replace("http:", "ws:") + address),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                heard.add(text.toString());
                return WebSocket.Listener.super.onText(socket, text, last);
              }
            })
        .join();
    return heard;
  }

  /** The status that this body is answered with. */
  int send(String path, String type, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(BASE + path))
            .timeout(PATIENCE)
            .header("Content-Type", type)
            .header("X-Yuzuri-Upload", "1")
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  /**
   * The status line that this head of a request is answered with, though its body never comes.
   *
   * @param headers lines with CR LF
   */
  String announce(String path, String headers) throws IOException {
    URI address = URI.create(BASE + path);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String head = "POST /" + path + " HTTP/1.1\r\nHost: portal\r\n" + cookie() + headers + "\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  /** Begins to send this head of a request with a body, and hangs up. */
  void breakOff(String path, String headers) throws IOException {
    URI address = URI.create(BASE + path);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String head = "POST /" + path + " HTTP/1.1\r\nHost: portal\r\n" + cookie() + headers + "\r\n";
      socket.getOutputStream().write((head + "b".repeat(1000)).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The header that shows what it holds, with CR LF; empty when it holds nothing. */
  String cookie() {
    return cookies.getCookieStore().get(URI.create(BASE)).stream()
        .map(cookie -> "Cookie: " + cookie.getName() + "=" + cookie.getValue() + "\r\n")
        .collect(Collectors.joining());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(BASE + path)).timeout(PATIENCE).build(),
        BodyHandlers.ofString());
  }

  /** The value of the first choice of a select on a page. */
  static String firstChoice(String page, String select) {
    return found(
        Pattern.compile("name=\"" + select + "\"[^>]*>\\s*<option value=\"([^\"]*)\""), page);
  }

  /** The id of the first column of a table that sorts. */
  static String firstSortable(String page, String table) {
    return found(Pattern.compile("<th id=\"(" + table + ":[^\"]+)\"[^>]*ui-sortable-column"), page);
  }

  private static String field(String name, String value) {
    return "&" + name + "=" + encoded(value);
  }

  /** As it stands in an address or a form. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The value of a hidden field of a page. */
  static String hidden(String page, String name) {
    return found(Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\""), page);
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + page);
    }
    return matcher.group(1);
  }
}
