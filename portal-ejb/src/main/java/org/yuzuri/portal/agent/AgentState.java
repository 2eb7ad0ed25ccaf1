package org.yuzuri.portal.agent;

/** How far an agent is admitted. */
public enum AgentState {
  /** It has a token and may enrol with it. */
  INVITED,
  /** It has a certificate and is heard. */
  ENROLLED,
  /** Its certificate is no longer accepted. */
  REVOKED
}
