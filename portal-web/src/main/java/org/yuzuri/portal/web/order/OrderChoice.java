package org.yuzuri.portal.web.order;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;

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

  /** The first thing that is not chosen; {@code REVIEW} when everything is. */
  public int getStep() {
    long[] chosen = {offer, image, settings, gateway};
    for (int at = 0; at < chosen.length; at++) {
      if (chosen[at] == 0) {
        return at + 1;
      }
    }
    return REVIEW;
  }

  /** The address of the wizard with the first {@code steps} choices kept. */
  public String upTo(int steps) {
    StringBuilder address = new StringBuilder("new.xhtml?servers=" + servers + "&hours=" + hours);
    String[] names = {"offer", "image", "settings", "gateway"};
    long[] chosen = {offer, image, settings, gateway};
    for (int at = 0; at < Math.min(steps, chosen.length); at++) {
      address.append('&').append(names[at]).append('=').append(chosen[at]);
    }
    return address.toString();
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
