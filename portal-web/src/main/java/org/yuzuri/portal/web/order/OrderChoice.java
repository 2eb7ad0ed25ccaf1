package org.yuzuri.portal.web.order;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.HostNames;
import org.yuzuri.portal.lease.Labels;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.order.OrderOptions;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.placing.OrderAgain;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.web.ui.LengthUnit;
import org.yuzuri.portal.web.ui.Typed;

/** What was chosen so far for a new order, as the page's address says; kept with the view. */
@Named
@ViewScoped
public class OrderChoice implements Serializable {

  static final int OFFER = 1;
  static final int IMAGE = 2;
  static final int SETTINGS = 3;
  static final int GATEWAY = 4;
  static final int REVIEW = 5;

  private static final long serialVersionUID = 1L;
  private static final int DEFAULT_LENGTH = 24;

  private long offer;
  private long image;
  private long settings;
  private long gateway;
  private int servers = 1;
  private int length = DEFAULT_LENGTH;
  private LengthUnit unit = LengthUnit.HOURS;
  private long version;
  private String labels = "";
  private String names = "";
  private String text = "";

  /** The first thing that is not chosen; {@code REVIEW} when everything is. */
  public int getStep() {
    int step = 1;
    for (long chosen : things().values()) {
      if (chosen == 0) {
        return step;
      }
      step++;
    }
    return REVIEW;
  }

  /** The address of the wizard with everything kept but the choice of this step, from 0. */
  public String but(int step) {
    return "new.xhtml?"
        + kept(step)
            .map(choice -> choice.getKey() + "=" + encoded(choice.getValue()))
            .collect(Collectors.joining("&"));
  }

  /** Where the wizard begins with a former order. */
  static String address(OrderAgain again) {
    OrderChoice choice = new OrderChoice();
    choice.offer = again.offerId();
    choice.image = again.imageId();
    choice.settings = again.settingsId();
    choice.gateway = again.gatewayId();
    choice.servers = again.servers();
    choice.unit = again.period().isOpen() ? LengthUnit.OPEN : LengthUnit.HOURS;
    choice.length = again.period().isOpen() ? DEFAULT_LENGTH : again.period().hours();
    choice.labels = again.labels().text();
    choice.names = again.hostNames().pattern();
    return "/order/" + choice.but(REVIEW) + "&faces-redirect=true";
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** What a search among the choices of this step has to keep, by name of parameter. */
  public List<Map.Entry<String, String>> getKept() {
    return kept(getStep() - 1).toList();
  }

  private Stream<Map.Entry<String, String>> kept(int without) {
    Map<String, String> kept = new LinkedHashMap<>();
    kept.put("servers", String.valueOf(servers));
    kept.put("hours", String.valueOf(length));
    kept.put("unit", unit.name());
    kept.put("labels", labels);
    kept.put("names", names);
    things().forEach((thing, id) -> kept.put(thing, id == 0 ? "" : String.valueOf(id)));
    kept.put("version", version == 0 ? "" : String.valueOf(version));
    if (without < REVIEW - 1) {
      kept.remove(List.copyOf(things().keySet()).get(without));
    }
    if (without == SETTINGS - 1) {
      kept.remove("version");
    }
    return kept.entrySet().stream().filter(choice -> !choice.getValue().isEmpty());
  }

  private Map<String, Long> things() {
    Map<String, Long> things = new LinkedHashMap<>();
    things.put("offer", offer);
    things.put("image", image);
    things.put("settings", settings);
    things.put("gateway", gateway);
    return things;
  }

  /** What the choices of this step are searched by. */
  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = Typed.text(text);
  }

  public long getOffer() {
    return offer;
  }

  public void setOffer(long offer) {
    this.offer = offer;
  }

  public long getImage() {
    return image;
  }

  public void setImage(long image) {
    this.image = image;
  }

  public long getSettings() {
    return settings;
  }

  public void setSettings(long settings) {
    this.settings = settings;
  }

  public long getGateway() {
    return gateway;
  }

  public void setGateway(long gateway) {
    this.gateway = gateway;
  }

  public int getServers() {
    return servers;
  }

  public void setServers(int servers) {
    this.servers = servers;
  }

  /** The version of the settings that is wanted; 0 for the newest. */
  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public String getLabels() {
    return labels;
  }

  public void setLabels(@Nullable String labels) {
    this.labels = Typed.text(labels);
  }

  /** Pattern of the servers' names. */
  public String getNames() {
    return names;
  }

  public void setNames(@Nullable String names) {
    this.names = Typed.text(names);
  }

  /** Everything that is wrong with what was typed; empty when nothing is. */
  List<ProblemException> wrong() {
    Problems found = new Problems();
    boolean amount = servers >= 1 && servers <= OrderRequest.MOST_SERVERS;
    found.unless(amount, "servers", servers, "1 to " + OrderRequest.MOST_SERVERS);
    found.attempt(this::period);
    found.attempt(() -> Labels.of(labels));
    found.attempt(() -> HostNames.of(names, amount ? servers : 1));
    return found.list();
  }

  /**
   * What the order says beside.
   *
   * @throws ProblemException INVALID_VALUE
   */
  OrderOptions options() {
    return new OrderOptions(version != 0, Labels.of(labels), HostNames.of(names, servers));
  }

  /** How many of the unit. */
  public int getHours() {
    return length;
  }

  public void setHours(int hours) {
    this.length = hours;
  }

  public String getUnit() {
    return unit.name();
  }

  /**
   * What the length counts.
   *
   * @throws ProblemException INVALID_VALUE
   */
  public void setUnit(@Nullable String unit) {
    this.unit = LengthUnit.of(Typed.text(unit));
  }

  /**
   * How long each server is wanted.
   *
   * @throws ProblemException INVALID_VALUE: hours, and what would do
   */
  LeasePeriod period() {
    return unit.period(length);
  }
}
