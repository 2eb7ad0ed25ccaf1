package org.yuzuri.settings;

/**
 * The stable codes of findings; {@code docs/findings/} explains each, in English and Japanese.
 *
 * <p>KS1xx: syntax and release. KS2xx: what keeps an installation from running by itself. KS3xx:
 * what fights the transfer. KS4xx: security. KS5xx: sizes.
 */
public enum FindingCode {
  /** The text is not text: bytes that are no UTF-8, or nothing in it. */
  KS101,
  /** A quotation is not closed. */
  KS102,
  /** No release knows the command. */
  KS103,
  /** The release does not know the command, others do. */
  KS104,
  /** The release takes the command only to say that it does nothing. */
  KS105,
  /** The release does not know the option. */
  KS106,
  /** The release takes the option only to say that it does nothing, or soon will. */
  KS107,
  /** An option lacks its value. */
  KS108,
  /** A value is not one that the option takes. */
  KS109,
  /** An option is missing. */
  KS110,
  /** Options contradict each other. */
  KS111,
  /** An argument is missing. */
  KS112,
  /** An argument too many. */
  KS113,
  /** Commands contradict each other. */
  KS114,
  /** The same thing is defined twice. */
  KS115,
  /** Not a section. */
  KS116,
  /** A section is not closed. */
  KS117,
  /** An include without a file. */
  KS118,
  /** A line of packages that cannot be read. */
  KS119,
  /** An abbreviated option that could be several. */
  KS120,
  /** A value for an option that takes none. */
  KS121,
  /** An appended file: it is never fetched. */
  KS122,
  /** More than we read. */
  KS123,
  /** A line that a template engine should have replaced. */
  KS124,
  /** The installer ignores the command. */
  KS125,
  /** The preseed line is not one. */
  KS126,

  /** Nothing says what comes after the installation. */
  KS201,
  /** The server would be switched off. */
  KS202,
  /** The installer would wait for a person. */
  KS203,
  /** A question is left open. */
  KS204,
  /** The source of installation is a medium that the server does not have. */
  KS205,
  /** Nothing says where to install from. */
  KS206,
  /** Nothing says how to divide the disk. */
  KS207,

  /** An address outside the tenant's network. */
  KS301,
  /** The tenant's network settings give way to the lender's. */
  KS302,
  /** A disk that the server does not have, or that must not be touched. */
  KS303,
  /** A disk's name is changed to the server's. */
  KS304,
  /** The text of a script names the directory of the transfer; a hint, no protection. */
  KS305,
  /** A script takes the network down. */
  KS306,
  /** The image must bring the VPN itself. */
  KS307,
  /** A package that the transfer needs is excluded. */
  KS308,
  /** The lender's line takes the place of the tenant's. */
  KS309,

  /** A password in clear. */
  KS401,
  /** Characters that hide what is written. */
  KS402,
  /** Characters that look like others, in a name. */
  KS403,
  /** A local file of the installer is read. */
  KS404,
  /** A kernel argument outside the grammar. */
  KS405,
  /** A NUL or another control character. */
  KS406,
  /** A weak hash of a password. */
  KS407,

  /** The partitions do not fit the disk. */
  KS501,
  /** A partition too small for its purpose. */
  KS502
}
