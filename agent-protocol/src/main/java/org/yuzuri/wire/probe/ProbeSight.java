package org.yuzuri.wire.probe;

/**
 * What was seen of something that a port probe tried, or why it was not tried; the beginning of
 * {@link ProbeFinding#seen()}. Pages have a text for each, {@code probe.NAME}.
 */
public enum ProbeSight {
  /** So many of the frames arrived at the agent, {@code 2/3}. */
  FRAMES_ARRIVED,
  /** None of the frames arrived; ordinary ones did, before and after. */
  ORDINARY_FRAMES_ONLY,
  /** Too few ordinary frames arrived to prove anything: before and after, {@code 3/3, 0/3}. */
  TOO_FEW_ORDINARY_FRAMES,
  /** The server could not send the frames; its program's words. */
  FRAMES_NOT_SENT,
  /** The agent could not count the frames; its program's words. */
  FRAMES_NOT_COUNTED,
  /** Nobody told an address to try. */
  NO_ADDRESS,
  /** The address is one by which every machine means itself. */
  ADDRESS_OF_ITSELF,
  /** It answered the server, by this protocol. */
  ANSWERED_THE_SERVER,
  /** It answers the agent, and did not answer the server. */
  ANSWERED_THE_AGENT_ONLY,
  /** It does not answer the agent either. */
  ANSWERED_NOBODY;

  /** It alone. */
  public String said() {
    return name();
  }

  /** With what is the same in every language: numbers, a protocol, the words of a program. */
  public String said(String detail) {
    String line = name() + ": " + detail.replaceAll("\\p{Cntrl}+", " ");
    return line.substring(0, Math.min(line.length(), ProbeFinding.LONGEST_TEXT));
  }
}
