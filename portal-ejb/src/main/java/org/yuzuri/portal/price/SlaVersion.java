package org.yuzuri.portal.price;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A version of what is given back for faults. Written once, never changed. */
@Entity
@Table(name = "sla_rule")
class SlaVersion {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private int number;

  @Column(name = "from_month")
  private LocalDate fromMonth;

  private int hours;
  private BigDecimal percent;

  @Column(name = "set_at")
  private Instant setAt;

  @Column(name = "set_by")
  private String setBy;

  /** For Hibernate. */
  SlaVersion() {}

  SlaVersion(SlaRule rule) {
    number = rule.number();
    fromMonth = rule.fromMonth();
    hours = rule.hours();
    percent = rule.percent();
    setAt = rule.setAt();
    setBy = rule.setBy();
  }

  SlaRule rule() {
    return new SlaRule(number, fromMonth, hours, percent, setAt, setBy);
  }

  @Override
  public String toString() {
    return id + ": " + rule();
  }
}
