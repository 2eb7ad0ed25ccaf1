package org.yuzuri.portal.web.offer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The form of a new offer, seen by every tenant. */
@Named
@RequestScoped
public class OfferNewBean {

  @Inject OfferService service;
  @Inject Messages messages;

  private String name = "";
  private String description = "";
  private int cpuCount = 2;
  private int memoryMib = 2048;
  private int diskGib = 20;
  private @Nullable BigDecimal pricePerHour;
  private String currency = "JPY";

  public String add() {
    if (pricePerHour == null) {
      throw ProblemException.invalid("offer.pricePerHour", "", "0 or more");
    }
    service.add(
        new OfferEntry(
            name, description, cpuCount, memoryMib, diskGib, pricePerHour, currency, Set.of()));
    messages.done("offer.added", name);
    return "/offer/list.xhtml?faces-redirect=true";
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Typed.text(name);
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(@Nullable String description) {
    this.description = Typed.text(description);
  }

  public int getCpuCount() {
    return cpuCount;
  }

  public void setCpuCount(int cpuCount) {
    this.cpuCount = cpuCount;
  }

  public int getMemoryMib() {
    return memoryMib;
  }

  public void setMemoryMib(int memoryMib) {
    this.memoryMib = memoryMib;
  }

  public int getDiskGib() {
    return diskGib;
  }

  public void setDiskGib(int diskGib) {
    this.diskGib = diskGib;
  }

  public @Nullable BigDecimal getPricePerHour() {
    return pricePerHour;
  }

  public void setPricePerHour(@Nullable BigDecimal pricePerHour) {
    this.pricePerHour = pricePerHour;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(@Nullable String currency) {
    this.currency = Typed.text(currency);
  }
}
