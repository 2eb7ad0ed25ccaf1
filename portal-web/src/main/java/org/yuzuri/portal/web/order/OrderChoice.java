package org.yuzuri.portal.web.order;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.platform.ProblemException;
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

  /** The address of the wizard with the first {@code steps} choices kept. */
  public String upTo(int steps) {
    return "new.xhtml?"
        + kept(steps)
            .map(choice -> choice.getKey() + "=" + choice.getValue())
            .collect(Collectors.joining("&"));
  }

  /** What a search among the choices of this step has to keep, by name of parameter. */
  public List<Map.Entry<String, String>> getKept() {
    return kept(getStep() - 1).toList();
  }

  private Stream<Map.Entry<String, String>> kept(int steps) {
    return Stream.concat(
        Stream.of(
            Map.entry("servers", String.valueOf(servers)),
            Map.entry("hours", String.valueOf(length)),
            Map.entry("unit", unit.name())),
        things().entrySet().stream()
            .limit(steps)
            .map(thing -> Map.entry(thing.getKey(), String.valueOf(thing.getValue()))));
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
