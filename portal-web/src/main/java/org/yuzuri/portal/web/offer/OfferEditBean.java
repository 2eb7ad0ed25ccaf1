package org.yuzuri.portal.web.offer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.price.TrafficPrice;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.PriceEntry;
import org.yuzuri.portal.price.TrafficSteps;
import org.yuzuri.portal.tenant.TenantService;
import org.yuzuri.portal.tenant.TenantView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The form of an offer, a new one or one that is there. */
@Named
@RequestScoped
public class OfferEditBean {

  private static final String ALL = "ALL";
  private static final String CHOSEN = "CHOSEN";

  @Inject Chosen chosen;
  @Inject OfferService service;
  @Inject TenantService tenantService;
  @Inject Messages messages;

  private List<TenantView> choices;
  private int version;
  private String name = "";
  private String description = "";
  private int cpuCount = 2;
  private int memoryMib = 2048;
  private int diskGib = 20;
  private BilledUnit unit = BilledUnit.HOUR;
  private @Nullable BigDecimal perUnit;
  private PartOfMonth partOfMonth = PartOfMonth.WHOLE;
  private @Nullable BigDecimal monthlyCap;
  private @Nullable BigDecimal setUpFee;
  private @Nullable BigDecimal trafficPerGb;
  private String trafficSteps = "";
  private @Nullable BigDecimal includedGb;
  private String currency = "JPY";
  private String visibleTo = ALL;
  private Long[] tenants = {};

  /** The tenants to choose from. */
  @PostConstruct
  void choices() {
    choices = tenantService.list();
  }

  /** What is known of the offer that the address names. */
  public void load() {
    OfferView offer = service.details(chosen.getId()).offer();
    version = offer.version();
    name = offer.name();
    description = offer.description();
    cpuCount = offer.cpuCount();
    memoryMib = offer.memoryMib();
    diskGib = offer.diskGib();
    Price price = offer.price();
    Money cap = price.time().monthlyCap();
    unit = price.time().unit();
    perUnit = typed(price.time().perUnit());
    partOfMonth = price.time().partOfMonth();
    monthlyCap = cap == null ? null : typed(cap);
    setUpFee = price.hasSetUp() ? typed(price.setUp()) : null;
    TrafficPrice traffic = price.traffic();
    trafficPerGb = traffic == null ? null : typed(traffic.perGb());
    trafficSteps = traffic == null ? "" : TrafficSteps.of(traffic.price()).lines();
    includedGb =
        traffic == null || traffic.includedGb().signum() == 0
            ? null
            : new BigDecimal(traffic.includedGb().toPlainString());
    currency = price.currency();
    visibleTo = offer.isForAll() ? ALL : CHOSEN;
    tenants = offer.tenants().toArray(Long[]::new);
  }

  public String add() {
    long id = service.add(entry());
    messages.done("offer.added", name);
    return page(id);
  }

  public String save() {
    service.change(chosen.getId(), version, entry());
    messages.done("offer.saved", name);
    return page(chosen.getId());
  }

  /** None chosen is not everybody: that has to be said. */
  private OfferEntry entry() {
    boolean forAll = visibleTo.equals(ALL);
    Set<Long> seeIt = forAll ? Set.of() : Arrays.stream(tenants).collect(Collectors.toSet());
    Problems problems = new Problems();
    problems.unless(forAll || !seeIt.isEmpty(), "offer.tenants", "0", "1");
    TrafficSteps steps =
        problems.attempt(() -> TrafficSteps.typed(trafficSteps)).orElse(TrafficSteps.NONE);
    Optional<OfferEntry> entry =
        problems.attempt(
            () ->
                new OfferEntry(
                    name, description, cpuCount, memoryMib, diskGib, price(steps), seeIt));
    problems.refuse();
    return entry.orElseThrow();
  }

  private PriceEntry price(TrafficSteps steps) {
    return new PriceEntry(
        unit,
        perUnit,
        partOfMonth,
        monthlyCap,
        setUpFee,
        trafficPerGb,
        steps,
        includedGb,
        currency);
  }

  /** As it was typed in, not as 1E+3. */
  private static BigDecimal typed(Money money) {
    return new BigDecimal(money.amount().toPlainString());
  }

  private static String page(long id) {
    return "/offer/view.xhtml?faces-redirect=true&id=" + id;
  }

  public List<TenantView> getChoices() {
    return choices;
  }

  /** Of the entry that is typed over. */
  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  /** ALL or CHOSEN. */
  public String getVisibleTo() {
    return visibleTo;
  }

  public void setVisibleTo(@Nullable String visibleTo) {
    this.visibleTo = Typed.text(visibleTo);
  }

  /** Ids of the tenants that see it, when not all do. */
  public Long[] getTenants() {
    return tenants.clone();
  }

  public void setTenants(Long @Nullable [] tenants) {
    this.tenants = tenants == null ? new Long[0] : tenants.clone();
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

  public BilledUnit getUnit() {
    return unit;
  }

  public void setUnit(BilledUnit unit) {
    this.unit = unit;
  }

  public BilledUnit[] getUnits() {
    return BilledUnit.values();
  }

  public @Nullable BigDecimal getPerUnit() {
    return perUnit;
  }

  public void setPerUnit(@Nullable BigDecimal perUnit) {
    this.perUnit = perUnit;
  }

  public PartOfMonth getPartOfMonth() {
    return partOfMonth;
  }

  public void setPartOfMonth(PartOfMonth partOfMonth) {
    this.partOfMonth = partOfMonth;
  }

  public PartOfMonth[] getPartsOfMonth() {
    return PartOfMonth.values();
  }

  public @Nullable BigDecimal getMonthlyCap() {
    return monthlyCap;
  }

  public void setMonthlyCap(@Nullable BigDecimal monthlyCap) {
    this.monthlyCap = monthlyCap;
  }

  public @Nullable BigDecimal getTrafficPerGb() {
    return trafficPerGb;
  }

  public void setTrafficPerGb(@Nullable BigDecimal trafficPerGb) {
    this.trafficPerGb = trafficPerGb;
  }

  /** A line for each step: above how many GB, and the price. */
  public String getTrafficSteps() {
    return trafficSteps;
  }

  public void setTrafficSteps(@Nullable String trafficSteps) {
    this.trafficSteps = Typed.text(trafficSteps);
  }

  public @Nullable BigDecimal getIncludedGb() {
    return includedGb;
  }

  public void setIncludedGb(@Nullable BigDecimal includedGb) {
    this.includedGb = includedGb;
  }

  public @Nullable BigDecimal getSetUpFee() {
    return setUpFee;
  }

  public void setSetUpFee(@Nullable BigDecimal setUpFee) {
    this.setUpFee = setUpFee;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(@Nullable String currency) {
    this.currency = Typed.text(currency);
  }
}
