package org.yuzuri.portal.price;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.yuzuri.portal.platform.NumberedRow;

/** A version of what is given back for faults. Written once, never changed. */
@Entity
@Table(name = "sla_rule")
class SlaVersion extends NumberedRow {

  private int number;
  private LocalDate fromMonth;
  private int hours;
  private BigDecimal percent;
  private Instant setAt;
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
    return id() + ": " + rule();
  }
}
