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
  private static final int DEFAULT_HOURS = 24;

  private long offer;
  private long image;
  private long settings;
  private long gateway;
  private int servers = 1;
  private int hours = DEFAULT_HOURS;
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
  public List<Map.Entry<String, Long>> getKept() {
    return kept(getStep() - 1).toList();
  }

  private Stream<Map.Entry<String, Long>> kept(int steps) {
    return Stream.concat(
        Stream.of(Map.entry("servers", (long) servers), Map.entry("hours", (long) hours)),
        things().entrySet().stream().limit(steps));
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

  public int getHours() {
    return hours;
  }

  public void setHours(int hours) {
    this.hours = hours;
  }
}
